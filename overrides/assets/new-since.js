// What is new since a visit that the reader asked this browser to remember. The list comes from the feed of this site.
// Nothing is stored before the reader presses the button, and nothing is sent: the feed is the same for everybody.

import { element, getElement } from "./dom.js";
import { readSetting, writeSetting } from "./settings.js";
import { gettext, ngettext, showText } from "./words.js";

const VISIT = "library-visit";
const ATOM = "http://www.w3.org/2005/Atom";

/**
 * @typedef {object} Entry
 * @property {string} address relative to the root of the site
 * @property {string} title
 * @property {string} updated
 */

/**
 * @typedef {object} Visit
 * @property {string} day the day of the visit, `2026-11-28`
 * @property {string} oldest the date of the oldest entry in the feed on that day
 * @property {string[]} seen the entries in the feed on that day
 */

const panel = getElement(document, "[data-new-since]", HTMLElement);
const list = getElement(panel, "[data-new-list]", HTMLElement);
const rememberButton = getElement(panel, "[data-remember]", HTMLButtonElement);
const forgetButton = getElement(panel, "[data-forget]", HTMLButtonElement);
const { newSince: feedAddress = "", root = "", below = "" } = panel.dataset;

/**
 * Return the remembered visit. Return null if there is none, or if it cannot be read.
 *
 * @returns {Visit | null}
 */
function readVisit() {
  try {
    const visit = JSON.parse(readSetting("localStorage", VISIT) ?? "null");
    return Array.isArray(visit?.seen) && !Number.isNaN(Date.parse(visit.day)) ? visit : null;
  } catch {
    return null;
  }
}

/**
 * Return the text of a child element of a feed or an entry.
 *
 * @param {Element} parent
 * @param {string} name
 * @returns {string}
 */
function getText(parent, name) {
  return [...parent.children].find((child) => child.localName === name)?.textContent ?? "";
}

/**
 * Load the entries of the feed. Throw an error if that fails.
 *
 * @returns {Promise<Entry[]>}
 */
async function loadEntries() {
  const response = await fetch(feedAddress);
  if (!response.ok) throw new Error(`The feed was not loaded: ${response.status}`);
  const feed = new DOMParser().parseFromString(await response.text(), "application/xml").documentElement;
  const site = getText(feed, "id").replace(/feed\.xml$/, "");
  return [...feed.getElementsByTagNameNS(ATOM, "entry")].map((entry) => ({
    address: getText(entry, "id").slice(site.length),
    title: getText(entry, "title"),
    updated: getText(entry, "updated"),
  }));
}

/**
 * Return what a visit remembers of an entry. An entry that is updated counts as a new one.
 *
 * @param {Entry} entry
 * @returns {string}
 */
function getKey({ address, updated }) {
  return `${address} ${updated}`;
}

/**
 * Return the entries of this page's list that are new since a visit. The feed has a limited number of entries, so an
 * older one may come back into it; it is not new.
 *
 * @param {Entry[]} entries
 * @param {Visit} visit
 * @returns {Entry[]}
 */
function findNew(entries, visit) {
  const seen = new Set(visit.seen);
  return entries.filter(
    (entry) => entry.address.startsWith(below) && entry.updated >= visit.oldest && !seen.has(getKey(entry)),
  );
}

/**
 * Show the entries that are new since a visit.
 *
 * @param {Entry[]} entries
 * @param {Visit} visit
 */
function showNew(entries, visit) {
  const isoDate = `${visit.day}T00:00:00Z`;
  const date = new Date(isoDate).toLocaleDateString(document.documentElement.lang || "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const found = findNew(entries, visit);
  const sentence =
    found.length === 0
      ? gettext("Nothing new here since your visit on {date}.", { date })
      : ngettext(
          "{number} new item since your visit on {date}:",
          "{number} new items since your visit on {date}:",
          found.length,
          { date },
        );
  const heading = element("p", {});
  showText(heading, sentence);
  const items = found.map(({ address, title }) => element("li", {}, element("a", { href: root + address }, title)));
  list.replaceChildren(heading, ...(items.length > 0 ? [element("ul", {}, ...items)] : []));
}

/** Show the buttons that fit: to remember a visit, or to replace and forget the remembered one. */
function showButtons() {
  const hasVisit = readVisit() !== null;
  forgetButton.hidden = !hasVisit;
  const text = hasVisit ? gettext("Remember this visit instead") : gettext("Remember this visit on this device");
  showText(rememberButton, text);
}

/**
 * Show one sentence in place of the list.
 *
 * @param {string} sentence
 */
function showSentence(sentence) {
  const paragraph = element("p", {});
  showText(paragraph, sentence);
  list.replaceChildren(paragraph);
}

/** Remember the entries that the feed has now. */
async function remember() {
  try {
    const entries = await loadEntries();
    const oldest = entries.map(({ updated }) => updated).sort()[0] ?? "";
    const day = new Date().toLocaleDateString("sv");
    writeSetting("localStorage", VISIT, JSON.stringify({ day, oldest, seen: entries.map(getKey) }));
  } catch {
    // Said below: the visit is not stored.
  }
  const isStored = readVisit() !== null;
  showSentence(
    isStored
      ? gettext("This browser remembers your visit.")
      : gettext("That did not work. Your visit is not remembered."),
  );
  showButtons();
}

/** Forget the visit. */
function forget() {
  writeSetting("localStorage", VISIT, "");
  showSentence(gettext("Your visit is forgotten."));
  showButtons();
  rememberButton.focus();
}

rememberButton.addEventListener("click", remember);
forgetButton.addEventListener("click", forget);
showButtons();
const visit = readVisit();
if (visit !== null) {
  try {
    showNew(await loadEntries(), visit);
  } catch {
    showSentence(gettext("What is new could not be loaded."));
  }
}
