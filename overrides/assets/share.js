// Taking a page along: a link to one of its sections, a citation, a sheet of paper.

import { element } from "./dom.js";

const SAID_FOR_MS = 4000;
const CHAIN = ["M10 14a4 4 0 0 0 5.7 0l4-4a4 4 0 0 0-5.7-5.7l-1.3 1.3", "M14 10a4 4 0 0 0-5.7 0l-4 4a4 4 0 0 0 5.7 5.7l1.3-1.3"];
const KEYS_TO_COPY = "Press Ctrl and C, or Command and C on a Mac, to copy it.";

/** Says what has happened, for those who hear the page. */
const status = element("p", { class: "lib-visually-hidden", role: "status" });
document.body.append(status);

function say(text) {
  status.textContent = "";
  // A text that is the same as before is said again only when it is new to the page.
  requestAnimationFrame(() => {
    status.textContent = text;
  });
}

/** Shows a few words at a place of the page for a while, and says a sentence. */
function showMessage(place, shown, said) {
  place.dataset.said = shown;
  setTimeout(() => delete place.dataset.said, SAID_FOR_MS);
  say(said);
}

/** True when the text is on the clipboard; false where there is none (no https) or the reader has refused. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function select(source) {
  const range = document.createRange();
  range.selectNodeContents(source);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

/** Copies the text of the element that `data-copy` names, or selects it for the reader to copy. */
async function copyText(button) {
  const source = document.getElementById(button.dataset.copy);
  if (await copied(source.textContent)) {
    showMessage(button, "Copied", "Copied.");
    return;
  }
  select(source);
  showMessage(button, "Selected, not copied", `Your browser did not let this page copy the text. It is selected. ${KEYS_TO_COPY}`);
}

/** Saves the text of the element that `data-save` names. RIS wants the line ends of Windows, and LaTeX takes them. */
function saveText(button) {
  const text = `${document.getElementById(button.dataset.save).textContent}\n`.replaceAll("\n", "\r\n");
  const href = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  const link = element("a", { href, download: button.dataset.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAID_FOR_MS);
}

function addressOf(heading) {
  const address = new URL(location.href);
  address.hash = heading.id;
  return address.href;
}

/** Copies the address of a heading, or puts it where the reader can copy it. */
async function copyLink(heading) {
  const address = addressOf(heading);
  if (await copied(address)) {
    showMessage(heading, "Link copied", "Link copied.");
    return;
  }
  history.replaceState(history.state, "", address);
  showMessage(
    heading,
    "Not copied: see the address bar",
    "Your browser did not let this page copy the link. The link to this section is now in the address bar.",
  );
}

/** Two links of a chain. */
function chain() {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  for (const line of CHAIN) {
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", line);
    picture.append(path);
  }
  return picture;
}

/** Puts a button behind a heading's text. The text keeps the heading's name, for itself and for what it names. */
function addLinkButton(heading) {
  const text = element("span", { id: `${heading.id}-words` }, ...heading.childNodes);
  const name = `Copy link to section: ${text.textContent.trim()}`;
  const button = element("button", { type: "button", class: "lib-copy-link", "aria-label": name }, chain());
  button.addEventListener("click", () => copyLink(heading));
  heading.append(text, button);
  for (const named of [heading, ...document.querySelectorAll(`[aria-labelledby="${CSS.escape(heading.id)}"]`)]) {
    named.setAttribute("aria-labelledby", text.id);
  }
}

for (const heading of document.querySelectorAll("main :is(h2, h3)[id]")) {
  if (heading.closest("form, nav, dialog") === null) addLinkButton(heading);
}
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.addEventListener("click", () => copyText(button));
}
for (const button of document.querySelectorAll("button[data-save]")) {
  button.addEventListener("click", () => saveText(button));
}

/** A button with `data-print` is hidden until there is a script that can answer it. */
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
