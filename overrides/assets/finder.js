// A finder: the list of reviews, briefings or recommendations, with filters. The items and their facets are read from the
// page. If the list has more than one page, they are read from small files when the reader first filters or sorts, and
// the matches are shown in steps. The search index is loaded only if the reader filters by words.

/** @import { FilterItem } from "./finder-filters.js" */
/** @import { FinderPieces } from "./finder-pieces.js" */

import { element, getElement } from "./dom.js";
import { filterItems, formatFilters, parseFilters, RELEVANCE, setWords, sortItems } from "./finder-filters.js";
import { gettext, ngettext, showText } from "./words.js";

/** @typedef {FilterItem & {address: string, listItem?: HTMLElement}} Item */

/** How many matches are shown at first, and how many more each time, if the list has more than one page. */
const STEP = 50;

const finder = getElement(document, "[data-finder]", HTMLElement);
const form = getElement(finder, "form", HTMLFormElement);
const wordsField = getElement(form, "[name=q]", HTMLInputElement);
const list = getElement(finder, ".lib-finder__list", HTMLElement);
const heading = getElement(finder, ".lib-finder__head h2", HTMLElement);
const status = getElement(heading, "[aria-live]", HTMLElement);
const note = getElement(finder, ".lib-finder__note", HTMLElement);
const noMatches = getElement(finder, ".lib-finder__nothing", HTMLElement);
const chosenBox = getElement(finder, ".lib-finder__chosen", HTMLElement);
const sortSelect = getElement(finder, "select", HTMLSelectElement);
const openButton = getElement(finder, ".lib-finder__open", HTMLElement);
const showButton = getElement(finder, ".lib-finder__show", HTMLElement);

const { root: rootAddress = "", index = "", many = "", pieces: folder = "" } = finder.dataset;
const root = new URL(rootAddress, document.baseURI).pathname;
const facets = [...form.querySelectorAll("[data-facet]")].map(readFacet);
const known = new Map(facets.map(({ name, boxes }) => [name, boxes]));
const isPaged = folder !== "";
/**
 * The files of a list of more than one page, once they are needed.
 *
 * @type {FinderPieces | null}
 */
let pieces = null;
/** The entries of the first page of the list, as the page was built. */
const firstPage = [...list.children];
const pageLinks = finder.querySelector(".lib-pages");
const nextButton = /** @type {HTMLButtonElement | null} */ (finder.querySelector(".lib-finder__next"));
/** @type {Item[]} */
let items = isPaged ? [] : firstPage.map(readItem);

const sorts = [...sortSelect.options].map(({ value }) => value);
const defaultSort = sorts[0];
const byRelevance = new Option(gettext("Best match first"), RELEVANCE);

let filters = parseFilters("", known, sorts);
let currentOrder = defaultSort;
/** @type {{words: string, addresses: Promise<Map<string, number> | null>}} */
let lastSearch = { words: "", addresses: Promise.resolve(null) };
let updates = 0;
/**
 * The matches in the chosen order, if the list has more than one page.
 *
 * @type {Item[]}
 */
let matching = [];

/**
 * Return a facet: a group of checkboxes.
 *
 * @param {Element} fieldset
 */
function readFacet(fieldset) {
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (fieldset.querySelectorAll("input"));
  return {
    name: /** @type {HTMLElement} */ (fieldset).dataset.facet ?? "",
    heading: getElement(fieldset, "legend", HTMLElement).textContent,
    chosenNote: getElement(getDetails(fieldset), "[data-chosen]", HTMLElement),
    boxes: new Map([...boxes].map((box) => [box.value, box])),
  };
}

/**
 * Return the `<details>` element that contains an element of the form.
 *
 * @param {Element} inside
 * @returns {HTMLDetailsElement}
 */
function getDetails(inside) {
  return /** @type {HTMLDetailsElement} */ (inside.closest("details"));
}

/**
 * Return an item of the list with its facets.
 *
 * @param {Element} listItem
 * @param {number} place
 * @returns {Item}
 */
function readItem(listItem, place) {
  const row = /** @type {HTMLElement} */ (listItem);
  const link = getElement(row, "a", HTMLAnchorElement);
  return {
    listItem: row,
    place,
    name: link.textContent,
    address: link.pathname.slice(root.length),
    // A list in another order than the newest first says where each item is in that order.
    newest: Number(row.dataset.newest ?? place),
    oldest: Number(row.dataset.oldest),
    facets: new Map(facets.map(({ name }) => [name, (row.dataset[name] ?? "").split(" ").filter(Boolean)])),
  };
}

/**
 * Return a number with its noun: "1 review", "2 reviews".
 *
 * @param {number} number
 * @returns {string}
 */
function formatCount(number) {
  if (many === "recommendations") return ngettext("{number} recommendation", "{number} recommendations", number);
  return many === "briefings"
    ? ngettext("{number} briefing", "{number} briefings", number)
    : ngettext("{number} review", "{number} reviews", number);
}

/**
 * Return the text next to a checkbox.
 *
 * @param {HTMLInputElement} box
 * @returns {string}
 */
function getLabel(box) {
  return box.nextSibling?.textContent?.trim() ?? "";
}

/**
 * Yield each active filter, with a function that removes it.
 *
 * @returns {Generator<{kind: string, label: string, remove: () => unknown}>}
 */
function* activeFilters() {
  if (filters.words) yield { kind: gettext("Words"), label: filters.words, remove: () => setWords(filters, "", defaultSort) };
  for (const { name, heading: kind, boxes } of facets) {
    const ids = chosenIds(name);
    for (const [id, box] of boxes) if (ids.has(id)) yield { kind, label: getLabel(box), remove: () => ids.delete(id) };
  }
}

/**
 * Return the chosen ids of a facet. The filters change with the set that is returned.
 *
 * @param {string} facet
 * @returns {Set<string>}
 */
function chosenIds(facet) {
  return filters.chosen.get(facet) ?? new Set();
}

/**
 * Return a button, in a list item, that removes a filter. The focus then moves to the next button.
 *
 * @param {{kind: string, label: string, remove: () => unknown}} filter
 * @param {number} place the position among the buttons
 * @returns {HTMLElement}
 */
function makeTag({ kind, label, remove }, place) {
  const action = element("span", { class: "lib-visually-hidden" }, gettext("Remove filter: {filter}, ", { filter: kind }));
  const button = element("button", { type: "button", class: "lib-tag" }, action, label);
  button.addEventListener("click", async () => {
    remove();
    await applyFilters();
    const remaining = chosenBox.querySelectorAll("button.lib-tag");
    focusOn(remaining[Math.min(place, remaining.length - 1)] ?? heading);
  });
  return element("li", {}, button);
}

/** @param {Element} target */
function focusOn(target) {
  /** @type {HTMLElement} */ (target).focus();
}

/**
 * Return the addresses that the search finds for the words. Return null if there are no words or no search index.
 *
 * @param {string} words
 * @returns {Promise<Map<string, number> | null>}
 */
async function searchWords(words) {
  note.textContent = "";
  if (!words) return null;
  try {
    const { rankAddresses } = await import("./search-index.js");
    const { ranks, shownFor } = await rankAddresses(words, { index, root: rootAddress });
    if (shownFor !== words) showText(note, gettext("No results for “{words}”. Showing results for “{shownFor}”.", { words, shownFor }));
    return ranks;
  } catch (error) {
    console.warn(error);
    const message = gettext(
      "Search is not working, so we have ignored your search words. You can still use the filters.",
    );
    showText(note, message);
    return null;
  }
}

/**
 * Check the boxes of the chosen filters, and show the number next to each.
 *
 * @param {Map<string, Map<string, number>>} counts
 */
function showCounts(counts) {
  for (const { name, chosenNote, boxes } of facets) {
    const ids = chosenIds(name);
    for (const [id, box] of boxes) {
      const number = counts.get(name)?.get(id) ?? 0;
      box.checked = ids.has(id);
      if (box.nextElementSibling) box.nextElementSibling.textContent = `(${number})`;
      box.parentElement?.classList.toggle("lib-finder__none", number === 0);
    }
    chosenNote.textContent = ids.size > 0 ? gettext("{number} chosen", { number: ids.size }) : "";
  }
}

/**
 * Show the items that match the filters, in the chosen order. Return how many there are.
 *
 * @param {Map<string, number> | null} addresses the addresses found by the words; null if there are no words
 * @returns {Promise<number>}
 */
async function showItems(addresses) {
  const found = addresses === null ? items : items.filter(({ address }) => addresses.has(address));
  const { matches, counts } = filterItems(found, filters.chosen);
  for (const item of items) item.rank = addresses?.get(item.address);
  if (pieces) await showMatches(pieces, matches).catch(sayThatListIsMissing);
  else showListItems(new Set(matches));
  showCounts(counts);
  return matches.length;
}

/** @param {Set<Item>} visible */
function showListItems(visible) {
  for (const item of items) if (item.listItem) item.listItem.hidden = !visible.has(item);
  const order = filters.sort === RELEVANCE ? `${RELEVANCE} ${filters.words}` : filters.sort;
  if (currentOrder !== order) list.append(...sortItems(items, filters.sort).map(({ listItem }) => listItem ?? ""));
  currentOrder = order;
}

/**
 * Show the first matches in a list of more than one page, or the first page if nothing is chosen.
 *
 * @param {FinderPieces} from
 * @param {Item[]} matches
 */
async function showMatches(from, matches) {
  const isWhole = formatFilters(filters, defaultSort) === "";
  const thisUpdate = updates;
  matching = isWhole ? [] : sortItems(matches, filters.sort);
  const listItems = isWhole ? firstPage : await readListItems(from, 0);
  if (thisUpdate !== updates) return;
  list.replaceChildren(...listItems);
  if (pageLinks instanceof HTMLElement) pageLinks.hidden = !isWhole;
  if (nextButton) nextButton.hidden = matching.length <= STEP;
}

/**
 * Return the next list items of the matches, with links that are right on this page.
 *
 * @param {FinderPieces} from
 * @param {number} start
 * @returns {Promise<Element[]>}
 */
async function readListItems(from, start) {
  const html = await from.readCards(matching.slice(start, start + STEP));
  const parsed = new DOMParser().parseFromString(`<ul>${html.join("")}</ul>`, "text/html");
  const listItems = [...parsed.querySelectorAll("body > ul > li")];
  for (const listItem of listItems) {
    const link = getElement(listItem, "a", HTMLAnchorElement);
    link.href = `${root}${link.getAttribute("href")}`;
  }
  return listItems.map((listItem) => document.adoptNode(listItem));
}

/** Add more matches to the list, and move the focus to the first of them. */
async function showMore() {
  if (!pieces) return;
  const [first, ...others] = await readListItems(pieces, list.children.length);
  list.append(first, ...others);
  if (nextButton) nextButton.hidden = list.children.length >= matching.length;
  getElement(first, "a", HTMLAnchorElement).focus();
}

/**
 * Read what the filters need of a list of more than one page. Return false if it cannot be loaded: the page says so.
 *
 * @returns {Promise<boolean>}
 */
async function readPieces() {
  try {
    pieces ??= new (await import("./finder-pieces.js")).FinderPieces(folder);
    if (items.length === 0) items = await pieces.readItems();
    if (filters.sort !== defaultSort && filters.sort !== RELEVANCE) await pieces.addOrders(items);
    if (filters.words) await pieces.addAddresses(items, `${many}/`);
    return true;
  } catch (error) {
    sayThatListIsMissing(error);
    return false;
  }
}

/** @param {unknown} error */
function sayThatListIsMissing(error) {
  console.warn(error);
  showText(note, gettext("We could not load the whole list. Reload the page, or use the pages of the list below."));
}

/** Update the page to the current filters. New words are searched for first. */
async function update() {
  updates += 1;
  const thisUpdate = updates;
  wordsField.value = filters.words;
  if (filters.words) sortSelect.prepend(byRelevance);
  else byRelevance.remove();
  sortSelect.value = filters.sort;
  if (lastSearch.words !== filters.words) {
    lastSearch = { words: filters.words, addresses: searchWords(filters.words) };
    if (filters.words) showText(status, gettext("Searching…"));
  }
  if (isPaged && items.length === 0) showText(status, gettext("Loading the whole list…"));
  if (isPaged && !(await readPieces())) {
    showText(status, formatCount(Number(finder.dataset.total)));
    return;
  }
  const addresses = await lastSearch.addresses;
  if (thisUpdate !== updates) return;
  const number = await showItems(addresses);
  if (thisUpdate !== updates) return;
  const tags = [...activeFilters()].map(makeTag);
  getElement(chosenBox, "ul", HTMLElement).replaceChildren(...tags);
  chosenBox.hidden = tags.length === 0;
  noMatches.hidden = number > 0;
  getElement(openButton, "[data-chosen]", HTMLElement).textContent = tags.length > 0 ? gettext("({number} chosen)", { number: tags.length }) : "";
  showText(showButton, gettext("Show {count}", { count: formatCount(number) }));
  showText(status, formatCount(number));
}

/** Put the filters in the address, as a new entry in the browser's history, and update the page. */
function applyFilters() {
  const address = new URL(window.location.href);
  address.search = formatFilters(filters, defaultSort);
  address.hash = "";
  if (address.search !== window.location.search) window.history.pushState(null, "", address);
  return update();
}

/**
 * Open or close the filters on a narrow screen.
 *
 * @param {boolean} isOpen
 */
function setOpen(isOpen) {
  openButton.setAttribute("aria-expanded", String(isOpen));
  form.classList.toggle("lib-finder__filters--open", isOpen);
}

/** Open the filter that the address links to, if any, and scroll to it. */
function goToFilter() {
  const target = document.getElementById(window.location.hash.slice(1));
  if (target === null || !form.contains(target)) return;
  setOpen(true);
  getDetails(target).open = true;
  target.scrollIntoView();
}

form.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== "checkbox") return;
  const ids = chosenIds(target.name);
  if (target.checked) ids.add(target.value);
  else ids.delete(target.value);
  applyFilters();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  setWords(filters, wordsField.value.trim(), defaultSort);
  lastSearch = { words: "", addresses: Promise.resolve(null) };
  applyFilters();
});
wordsField.addEventListener("input", () => {
  if (wordsField.value || !filters.words) return;
  setWords(filters, "", defaultSort);
  applyFilters();
});
sortSelect.addEventListener("change", () => {
  filters.sort = sortSelect.value;
  applyFilters();
});
getElement(chosenBox, ".lib-finder__clear", HTMLElement).addEventListener("click", async () => {
  setWords(filters, "", defaultSort);
  filters = { ...parseFilters("", known, sorts), sort: filters.sort };
  await applyFilters();
  heading.focus();
});
nextButton?.addEventListener("click", () => showMore().catch(sayThatListIsMissing));
openButton.addEventListener("click", () => setOpen(openButton.getAttribute("aria-expanded") !== "true"));
showButton.addEventListener("click", () => {
  setOpen(false);
  heading.focus();
});
window.addEventListener("popstate", () => {
  filters = parseFilters(window.location.search, known, sorts);
  update();
});
window.addEventListener("hashchange", goToFilter);

filters = parseFilters(window.location.search, known, sorts);
if (formatFilters(filters, defaultSort)) update();
goToFilter();
