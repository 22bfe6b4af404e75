// The reader's settings: the colour scheme, which the browser remembers, and the one-letter shortcut, which it
// remembers until the window is closed. Nothing is sent to the server.

import { getElement } from "./dom.js";

const SCHEME = "library-scheme";
const SHORTCUT = "library-shortcut";

/** @typedef {"localStorage" | "sessionStorage"} StorageName */

/**
 * Return a stored setting. Return null if it is not set, or if the browser does not let pages store anything.
 *
 * @param {StorageName} storage
 * @param {string} name
 * @returns {string | null}
 */
export function readSetting(storage, name) {
  try {
    return window[storage].getItem(name);
  } catch {
    return null;
  }
}

/**
 * Store a setting, or remove it if the value is empty.
 *
 * @param {StorageName} storage
 * @param {string} name
 * @param {string} value
 */
export function writeSetting(storage, name, value) {
  try {
    if (value) window[storage].setItem(name, value);
    else window[storage].removeItem(name);
  } catch {
    // The browser does not let pages store anything. The setting then lasts as long as the page.
  }
}

/** @type {HTMLFormElement | null} */
const form = document.querySelector("form[data-settings]");
const shortcutBox = form && getElement(form, "[name=shortcut]", HTMLInputElement);

/**
 * Return true if the key / goes to the search.
 *
 * @returns {boolean}
 */
export function isShortcutOn() {
  return shortcutBox === null || shortcutBox.checked;
}

/**
 * Show the page in a colour scheme.
 *
 * @param {string} scheme "light", "dark", or empty for that of the device
 */
function showScheme(scheme) {
  const root = document.documentElement;
  /** @type {Record<string, string>} */
  const mediaOfSchemes = { light: "not all", dark: "screen" };
  const media = mediaOfSchemes[scheme];
  getElement(document, "#lib-dark", HTMLLinkElement).media = media ?? "screen and (prefers-color-scheme: dark)";
  if (media) root.dataset.scheme = scheme;
  else delete root.dataset.scheme;
}

/**
 * Return true if the reader changed this control before the script was loaded.
 *
 * @param {HTMLInputElement} control
 * @returns {boolean}
 */
function isChanged(control) {
  return control.checked !== control.defaultChecked;
}

/**
 * Store a colour scheme and show it.
 *
 * @param {string} scheme
 */
function chooseScheme(scheme) {
  writeSetting("localStorage", SCHEME, scheme);
  showScheme(scheme);
}

/**
 * Store whether the one-letter shortcut is on.
 *
 * @param {boolean} isOn
 */
function chooseShortcut(isOn) {
  writeSetting("sessionStorage", SHORTCUT, isOn ? "" : "off");
}

if (form !== null && shortcutBox !== null) {
  const schemes = /** @type {RadioNodeList} */ (form.elements.namedItem("scheme"));
  const schemeButtons = /** @type {HTMLInputElement[]} */ ([...schemes]);
  if (schemeButtons.some(isChanged)) chooseScheme(schemes.value);
  else schemes.value = readSetting("localStorage", SCHEME) ?? "";
  if (isChanged(shortcutBox)) chooseShortcut(shortcutBox.checked);
  else shortcutBox.checked = readSetting("sessionStorage", SHORTCUT) !== "off";
  form.addEventListener("change", ({ target }) => {
    if (target === shortcutBox) chooseShortcut(shortcutBox.checked);
    else chooseScheme(schemes.value);
  });
}
