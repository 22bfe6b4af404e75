// What a reader may set: the scheme, kept in the browser, and the one-letter key, kept until the window is closed.

const SCHEME = "library-scheme";
const SHORTCUT = "library-shortcut";

/** A browser may refuse to keep anything: then a choice lasts as long as the page. */
function readSetting(storage, name) {
  try {
    return window[storage].getItem(name);
  } catch {
    return null;
  }
}

function writeSetting(storage, name, value) {
  try {
    if (value) window[storage].setItem(name, value);
    else window[storage].removeItem(name);
  } catch {
    // Nothing is kept, and the page goes on.
  }
}

/** True while the one-letter key goes to the search. */
export function shortcutIsOn() {
  return form === null || form.elements.shortcut.checked;
}

function show(scheme) {
  const root = document.documentElement;
  const media = { light: "not all", dark: "screen" }[scheme];
  document.getElementById("lib-dark").media = media ?? "screen and (prefers-color-scheme: dark)";
  if (media) root.dataset.scheme = scheme;
  else delete root.dataset.scheme;
}

/** A reader may choose before this script is there: then a control is not as the page made it. */
function isChosen(control) {
  return control.checked !== control.defaultChecked;
}

function chooseScheme(scheme) {
  writeSetting("localStorage", SCHEME, scheme);
  show(scheme);
}

function chooseShortcut(isOn) {
  writeSetting("sessionStorage", SHORTCUT, isOn ? "" : "off");
}

const form = document.querySelector("form[data-settings]");
if (form !== null) {
  const { scheme, shortcut } = form.elements;
  if ([...scheme].some(isChosen)) chooseScheme(scheme.value);
  else scheme.value = readSetting("localStorage", SCHEME) ?? "";
  if (isChosen(shortcut)) chooseShortcut(shortcut.checked);
  else shortcut.checked = readSetting("sessionStorage", SHORTCUT) !== "off";
  form.addEventListener("change", ({ target }) => {
    if (target === shortcut) chooseShortcut(target.checked);
    else chooseScheme(target.value);
  });
}
