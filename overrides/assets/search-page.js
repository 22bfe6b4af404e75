// The results page of the search. It shows results while the reader types, and keeps the query in the address, so that
// results can be bookmarked and shared.

/** @import { SearchResult } from "./search-ranking.js" */
/** @import { Snippet, SnippetPlace } from "./snippets.js" */

import { element, getElement, markMatches } from "./dom.js";
import { isFirstPerson } from "./search-answers.js";
import { loadSnippet, prepare, search } from "./search-index.js";
import { splitWords } from "./search-query.js";
import { describeMissing, describeResults, KIND_HEADINGS, nameKinds } from "./search-texts.js";
import { gettext, languageOf, showText } from "./words.js";

const RESULTS_AT_A_TIME = 10;
const TYPING_DELAY_MS = 250;
const MORE_MATCHES = gettext("More matches in this document");

const form = getElement(document, "form[data-search]", HTMLFormElement);
const wordsField = getElement(form, "[name=q]", HTMLInputElement);
const resultsBox = getElement(document, "[data-found]", HTMLElement);
const status = getElement(resultsBox, "[role=status]", HTMLElement);
const kindFilter = getElement(resultsBox, "fieldset", HTMLFieldSetElement);
const list = getElement(resultsBox, "ol", HTMLOListElement);
const help = resultsBox.querySelector("[data-help]");
const moreButton = getElement(resultsBox, "button", HTMLButtonElement);

let searches = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {SearchResult[]} */
let waiting = [];
let missingPhrase = "";
let isTyping = false;

/**
 * Return a list item for a section with matches. Screen readers also say which page the link leads to.
 *
 * @param {SnippetPlace} place
 * @param {string} pageTitle
 * @returns {HTMLElement}
 */
function renderPlace({ title, url, sentence }, pageTitle) {
  const page = element("span", { class: "lib-visually-hidden" }, gettext("of {page}", { page: pageTitle }));
  return element("li", {}, element("a", { href: url }, title, " ", page), element("p", {}, ...markMatches(sentence)));
}

/**
 * Return a list item for a result.
 *
 * @param {Snippet & {others: number}} snippet
 * @param {string} note the typed words that the result lacks
 * @returns {HTMLElement}
 */
function renderResult({ address, title, kind, date, howToRead, sentence, places, others, language }, note) {
  return element(
    "li",
    {},
    element("h2", language, element("a", { href: address }, title)),
    element("p", { class: "lib-meta" }, [kind, date, howToRead].filter(Boolean).join(", ")),
    ...(note ? [element("p", { class: "lib-note", ...languageOf(note) }, note)] : []),
    ...(sentence.length > 0 ? [element("p", language, ...markMatches(sentence))] : []),
    ...(places.length > 0 ? [element("ul", {}, ...places.map((place) => renderPlace(place, title)))] : []),
    ...(others > 0 ? [element("p", { class: "lib-note", ...languageOf(MORE_MATCHES) }, MORE_MATCHES)] : []),
  );
}

/**
 * Show the next results, each as soon as it is loaded. Earlier results stay until the first new one is there.
 *
 * @param {number} thisSearch the number of the search; a newer search stops this one
 * @param {boolean} isNewSearch true if the results replace those of an earlier search
 */
async function showMore(thisSearch, isNewSearch) {
  const next = waiting.slice(0, RESULTS_AT_A_TIME).map(async (result) => {
    const note = describeMissing(result, missingPhrase);
    return renderResult(await loadSnippet(result), note);
  });
  waiting = waiting.slice(RESULTS_AT_A_TIME);
  let hasOldResults = isNewSearch;
  for (const loading of next) {
    const item = await loading;
    if (thisSearch !== searches) return;
    if (hasOldResults) list.replaceChildren();
    hasOldResults = false;
    list.append(item);
  }
  if (hasOldResults) list.replaceChildren();
  moreButton.hidden = waiting.length === 0;
}

/**
 * Return a radio button for a kind of result.
 *
 * @param {string} kind
 * @param {string} label
 * @param {number} number
 * @param {boolean} isChecked
 * @returns {HTMLElement}
 */
function renderKind(kind, label, number, isChecked) {
  const input = element("input", { type: "radio", name: "kind", value: kind });
  input.checked = isChecked;
  return element("label", {}, input, ` ${label} (${number})`);
}

/**
 * Show a radio button for each kind of result. Hide them all if there is only one kind.
 *
 * @param {SearchResult[]} results
 * @param {string} chosen
 */
function showKinds(results, chosen) {
  const counts = new Map();
  for (const { kind } of results) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = Object.keys(KIND_HEADINGS).filter((kind) => counts.has(kind));
  kindFilter.hidden = kinds.length < 2;
  const hadFocus = kindFilter.contains(document.activeElement);
  kindFilter.replaceChildren(
    element("legend", {}, gettext("Show")),
    renderKind("", gettext("Everything"), results.length, chosen === ""),
    ...kinds.map((kind) => renderKind(kind, KIND_HEADINGS[kind], counts.get(kind), chosen === kind)),
  );
  if (hadFocus) getElement(kindFilter, "input:checked", HTMLInputElement).focus();
}

/**
 * Show the helplines above the results if the words are in the first person, and are best answered by the page that says
 * who to call.
 *
 * @param {string} words
 * @param {SearchResult[]} results
 */
function showHelp(words, [first]) {
  if (!(help instanceof HTMLElement)) return;
  help.hidden = !(isFirstPerson(splitWords(words)) && (first?.address ?? "").split("#")[0] === help.dataset.help);
}

/** Hide the button and the radio buttons, and show no results. */
function clearResults() {
  list.replaceChildren();
  moreButton.hidden = true;
  kindFilter.hidden = true;
  showHelp("", []);
}

/** Search for the words in the address, and show the results. Show nothing if there are no words. */
async function showResults() {
  searches += 1;
  const thisSearch = searches;
  const parameters = new URLSearchParams(window.location.search);
  const words = (parameters.get("q") ?? "").trim();
  if (!words) {
    clearResults();
    list.removeAttribute("aria-busy");
    status.textContent = "";
    return;
  }
  if (list.children.length === 0) showText(status, gettext("Searching…"));
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await search(words, form.dataset);
    if (thisSearch !== searches) return;
    const { results } = answer;
    missingPhrase = answer.phrase;
    const wanted = parameters.get("kind") ?? "";
    const kind = results.some((result) => result.kind === wanted) ? wanted : "";
    waiting = results.filter((result) => !kind || result.kind === kind);
    showHelp(words, results);
    showKinds(results, kind);
    showText(status, describeResults(words, kind, answer, waiting.length));
    await showMore(thisSearch, true);
  } catch (error) {
    if (thisSearch !== searches) return;
    clearResults();
    showText(status, gettext("Search is not working. You can still browse the library."));
    console.warn(error);
  } finally {
    if (thisSearch === searches) list.removeAttribute("aria-busy");
  }
}

/**
 * Put the query in the address, and show its results.
 *
 * @param {boolean} isNewSearch true to add an entry to the browser's history; false to replace the last one
 */
function updateAddress(isNewSearch) {
  clearTimeout(timer);
  const words = wordsField.value.trim();
  const kind = kindFilter.querySelector("input:checked")?.getAttribute("value");
  const address = new URL(window.location.href);
  const wordsBefore = address.searchParams.get("q");
  address.search = "";
  if (words) address.searchParams.set("q", words);
  if (words && kind) address.searchParams.set("kind", kind);
  if (address.href !== window.location.href) {
    window.history[isNewSearch && wordsBefore !== null ? "pushState" : "replaceState"](null, "", address);
  }
  showResults();
}

/** Show the query and the results of the current address. */
function showAddress() {
  wordsField.value = new URLSearchParams(window.location.search).get("q") ?? "";
  kindFilter.replaceChildren();
  isTyping = false;
  showResults();
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // Only the first change of the words adds an entry to the history.
    updateAddress(!isTyping);
    isTyping = true;
  }, TYPING_DELAY_MS);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  updateAddress(!isTyping);
  isTyping = false;
});
nameKinds(form.dataset);
form.addEventListener("focusin", () => prepare(form.dataset), { once: true });
kindFilter.addEventListener("change", () => {
  isTyping = false;
  updateAddress(true);
});
moreButton.addEventListener("click", async () => {
  if (moreButton.hasAttribute("aria-busy")) return;
  const before = list.children.length;
  moreButton.setAttribute("aria-busy", "true");
  try {
    await showMore(searches, false);
  } finally {
    moreButton.removeAttribute("aria-busy");
  }
  list.children[before]?.querySelector("a")?.focus();
});
window.addEventListener("popstate", showAddress);
showAddress();
