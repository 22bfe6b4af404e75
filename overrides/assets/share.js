// Copy and print: a link to a section, a citation, the page on paper.

import { element } from "./dom.js";
import { gettext, showText } from "./words.js";

const MESSAGE_MS = 4000;
const SVG = "http://www.w3.org/2000/svg";
const CHAIN = [
  "M10 14a4 4 0 0 0 5.7 0l4-4a4 4 0 0 0-5.7-5.7l-1.3 1.3",
  "M14 10a4 4 0 0 0-5.7 0l-4 4a4 4 0 0 0 5.7 5.7l1.3-1.3",
];
const KEYS_TO_COPY = gettext("Press Ctrl and C, or Command and C on a Mac, to copy it.");

const status = element("p", { class: "lib-visually-hidden", role: "status" });
document.body.append(status);

/**
 * Announce a message to screen readers.
 *
 * @param {string} text
 */
function announce(text) {
  // A screen reader does not repeat a text that does not change, so clear it first.
  status.textContent = "";
  requestAnimationFrame(() => {
    showText(status, text);
  });
}

/**
 * Show a short message next to an element for a few seconds, and announce a sentence to screen readers.
 *
 * @param {HTMLElement} target
 * @param {string} message
 * @param {string} sentence
 */
function showMessage(target, message, sentence) {
  target.dataset.said = message;
  setTimeout(() => delete target.dataset.said, MESSAGE_MS);
  announce(sentence);
}

/**
 * Copy a text. Return false if the page is not served over https, or if the reader does not allow it.
 *
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Select the text of an element.
 *
 * @param {Element} source
 */
function selectText(source) {
  const range = document.createRange();
  range.selectNodeContents(source);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/**
 * Return the element that has the text for a button.
 *
 * @param {string | undefined} id
 * @returns {HTMLElement}
 */
function getSource(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id ?? ""));
}

/**
 * Copy the text of the element that `data-copy` names. If that is not allowed, select it for the reader to copy.
 *
 * @param {HTMLButtonElement} button
 */
async function copyText(button) {
  const source = getSource(button.dataset.copy);
  if (await copy(source.textContent)) {
    showMessage(button, gettext("Copied"), gettext("Copied."));
    return;
  }
  selectText(source);
  const sentence = `${gettext("Your browser did not let this page copy the text. It is selected.")} ${KEYS_TO_COPY}`;
  showMessage(button, gettext("Selected, not copied"), sentence);
}

/**
 * Save the text of the element that `data-save` names as a file. The RIS format needs Windows line endings; BibTeX
 * accepts them.
 *
 * @param {HTMLButtonElement} button
 */
function saveText(button) {
  const text = `${getSource(button.dataset.save).textContent}\n`.replaceAll("\n", "\r\n");
  const href = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  const link = element("a", { href, download: button.dataset.file ?? "" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MESSAGE_MS);
}

/**
 * Copy the address of a section. If that is not allowed, put it in the address bar.
 *
 * @param {HTMLElement} heading
 */
async function copyLink(heading) {
  const address = new URL(location.href);
  address.hash = heading.id;
  if (await copy(address.href)) {
    showMessage(heading, gettext("Link copied"), gettext("Link copied."));
    return;
  }
  history.replaceState(history.state, "", address);
  showMessage(
    heading,
    gettext("Not copied: see the address bar"),
    gettext("Your browser did not let this page copy the link. The address bar now shows the link to this section."),
  );
}

/**
 * Copy the address of the page. If that is not allowed, the address bar has it.
 *
 * @param {HTMLButtonElement} button
 */
async function copyAddress(button) {
  if (await copy(location.origin + location.pathname)) {
    showMessage(button, gettext("Copied"), gettext("Link copied."));
    return;
  }
  const message = gettext("Not copied: see the address bar");
  showMessage(button, message, message);
}

/**
 * Return the icon of a link: two links of a chain.
 *
 * @returns {SVGElement}
 */
function makeIcon() {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  for (const line of CHAIN) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", line);
    icon.append(path);
  }
  return icon;
}

/**
 * Return true if "On this page" links to a heading. That link puts the address of the section into the address bar, so
 * the keyboard need not stop at a button that copies it.
 *
 * @param {HTMLElement} heading
 * @returns {boolean}
 */
function isInContents({ id }) {
  return document.querySelector(`.lib-toc a[href="#${CSS.escape(id)}"]`) !== null;
}

/**
 * Add a button after the text of a heading. The name of the heading, and of elements that it labels, does not include
 * the button.
 *
 * @param {HTMLElement} heading
 */
function addLinkButton(heading) {
  const text = element("span", { id: `${heading.id}-words` }, ...heading.childNodes);
  const name = gettext("Copy link to section: {heading}", { heading: text.textContent.trim() });
  const button = element("button", { type: "button", class: "lib-copy-link", "aria-label": name }, makeIcon());
  button.addEventListener("click", () => copyLink(heading));
  if (isInContents(heading)) button.tabIndex = -1;
  heading.append(text, button);
  for (const labelled of [heading, ...document.querySelectorAll(`[aria-labelledby="${CSS.escape(heading.id)}"]`)]) {
    labelled.setAttribute("aria-labelledby", text.id);
  }
}

/**
 * Return the buttons that match a selector.
 *
 * @param {string} selector
 * @returns {NodeListOf<HTMLButtonElement>}
 */
function getButtons(selector) {
  return document.querySelectorAll(selector);
}

/** @type {NodeListOf<HTMLElement>} */
const headings = document.querySelectorAll("main :is(h2, h3)[id]");
for (const heading of headings) {
  if (heading.closest("form, nav, dialog") === null) addLinkButton(heading);
}
for (const button of getButtons("button[data-copy]")) {
  button.addEventListener("click", () => copyText(button));
}
for (const button of getButtons("button[data-copy-address]")) {
  button.addEventListener("click", () => copyAddress(button));
}
for (const button of getButtons("button[data-save]")) {
  button.addEventListener("click", () => saveText(button));
}
// Buttons that print are hidden on a page without scripts.
for (const button of getButtons("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
