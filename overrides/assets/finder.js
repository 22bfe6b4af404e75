// The lists of reviews and of briefings, narrowed down by what a reader chooses. The page itself is all that is read:
// the search is asked only when there are words.

import { element } from "./dom.js";
import { choicesIn, narrowed, queryOf, SORTS, sorted } from "./finder-choices.js";

const NO_DATE = "9999";

const finder = document.querySelector("[data-finder]");
const form = finder.querySelector("form");
const list = finder.querySelector(".lib-finder__list");
const heading = finder.querySelector(".lib-finder__head h2");
const status = heading.querySelector("[aria-live]");
const note = finder.querySelector(".lib-finder__note");
const nothing = finder.querySelector(".lib-finder__nothing");
const chosenBox = finder.querySelector(".lib-finder__chosen");
const sortBy = finder.querySelector("select");
const opener = finder.querySelector(".lib-finder__open");
const shower = finder.querySelector(".lib-finder__show");

const facets = [...form.querySelectorAll("[data-facet]")].map((fieldset) => ({
  name: fieldset.dataset.facet,
  heading: fieldset.querySelector("legend").textContent,
  note: fieldset.closest("details").querySelector("[data-chosen]"),
  boxes: new Map([...fieldset.querySelectorAll("input")].map((box) => [box.value, box])),
}));
const known = new Map(facets.map(({ name, boxes }) => [name, boxes]));
const root = new URL(finder.dataset.root, document.baseURI).pathname;
const items = [...list.children].map(itemOf);

let choices = choicesIn("", known);
let order = SORTS[0];
let looked = { words: "", found: Promise.resolve(null) };
let asked = 0;

/** A record of the list, as its element tells of it. */
function itemOf(listed, place) {
  const link = listed.querySelector("a");
  const time = listed.querySelector("time");
  return {
    listed,
    place,
    name: link.textContent,
    address: link.pathname.slice(root.length),
    // The earliest day that a date can mean.
    date: time ? `${time.dateTime}-01-01`.slice(0, 10) : NO_DATE,
    facets: new Map(facets.map(({ name }) => [name, (listed.dataset[name] ?? "").split(" ").filter(Boolean)])),
  };
}

function count(number) {
  return `${number} ${number === 1 ? finder.dataset.one : finder.dataset.many}`;
}

/** The text beside a checkbox. */
function labelOf(box) {
  return box.nextSibling.textContent.trim();
}

/** What is chosen, one after the other: what it is, and how it is let go. */
function* filters() {
  if (choices.words) yield { kind: "Words", label: choices.words, remove: () => (choices.words = "") };
  for (const { name, heading: kind, boxes } of facets) {
    const ids = choices.chosen.get(name);
    for (const [id, box] of boxes) if (ids.has(id)) yield { kind, label: labelOf(box), remove: () => ids.delete(id) };
  }
}

function tag({ kind, label, remove }, place) {
  const what = element("span", { class: "lib-visually-hidden" }, `Remove filter: ${kind}, `);
  const remover = element("button", { type: "button", class: "lib-tag" }, what, label);
  remover.addEventListener("click", async () => {
    remove();
    await changed();
    const left = chosenBox.querySelectorAll("li button");
    (left[Math.min(place, left.length - 1)] ?? heading).focus();
  });
  return element("li", {}, remover);
}

/** The addresses that hold the words, by the search; null where there are no words, or where nothing can be asked. */
async function lookUp(words) {
  note.textContent = "";
  if (!words) return null;
  try {
    const { found } = await import("./search-index.js");
    return await found(words, { index: finder.dataset.index, root: finder.dataset.root });
  } catch (error) {
    console.warn(error);
    note.textContent = "Search is not working, so we have ignored your search words. You can still use the filters.";
    return null;
  }
}

function showCounts(counts) {
  for (const { name, note: chosenHere, boxes } of facets) {
    const ids = choices.chosen.get(name);
    for (const [id, box] of boxes) {
      const number = counts.get(name).get(id) ?? 0;
      box.checked = ids.has(id);
      box.nextElementSibling.textContent = `(${number})`;
      box.parentElement.classList.toggle("lib-finder__none", number === 0);
    }
    chosenHere.textContent = ids.size > 0 ? `${ids.size} chosen` : "";
  }
}

function showList(found) {
  const within = found === null ? items : items.filter(({ address }) => found.has(address));
  const { fitting, counts } = narrowed(within, choices.chosen);
  const shown = new Set(fitting);
  for (const item of items) item.listed.hidden = !shown.has(item);
  if (order !== choices.sort) list.append(...sorted(items, choices.sort).map(({ listed }) => listed));
  order = choices.sort;
  showCounts(counts);
  return fitting.length;
}

/** Shows what is chosen. The words are looked up first where they are new. */
async function show() {
  const ask = ++asked;
  form.elements.q.value = choices.words;
  sortBy.value = choices.sort;
  if (looked.words !== choices.words) {
    looked = { words: choices.words, found: lookUp(choices.words) };
    if (choices.words) status.textContent = "Searching…";
  }
  const found = await looked.found;
  if (ask !== asked) return;
  const number = showList(found);
  const tags = [...filters()].map(tag);
  chosenBox.querySelector("ul").replaceChildren(...tags);
  chosenBox.hidden = tags.length === 0;
  nothing.hidden = number > 0;
  opener.querySelector("[data-chosen]").textContent = tags.length > 0 ? `(${tags.length} chosen)` : "";
  shower.textContent = `Show ${count(number)}`;
  status.textContent = count(number);
}

/** Shows what has just been chosen, and says it in the address. */
function changed() {
  const address = new URL(window.location.href);
  address.search = queryOf(choices);
  address.hash = "";
  if (address.search !== window.location.search) window.history.pushState(null, "", address);
  return show();
}

function open(isOpen) {
  opener.setAttribute("aria-expanded", String(isOpen));
  form.classList.toggle("lib-finder__filters--open", isOpen);
}

/** An address may lead to one of the filters, which may be closed. */
function goToFilter() {
  const target = document.getElementById(window.location.hash.slice(1));
  if (target === null || !form.contains(target)) return;
  open(true);
  target.closest("details").open = true;
  target.scrollIntoView();
}

form.addEventListener("change", ({ target }) => {
  if (target.type !== "checkbox") return;
  const ids = choices.chosen.get(target.name);
  if (target.checked) ids.add(target.value);
  else ids.delete(target.value);
  changed();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  choices.words = form.elements.q.value.trim();
  looked = { words: "", found: Promise.resolve(null) };
  changed();
});
form.elements.q.addEventListener("input", () => {
  if (form.elements.q.value || !choices.words) return;
  choices.words = "";
  changed();
});
sortBy.addEventListener("change", () => {
  choices.sort = sortBy.value;
  changed();
});
chosenBox.querySelector(".lib-finder__clear").addEventListener("click", async () => {
  choices = { ...choicesIn("", known), sort: choices.sort };
  await changed();
  heading.focus();
});
opener.addEventListener("click", () => open(opener.getAttribute("aria-expanded") !== "true"));
shower.addEventListener("click", () => {
  open(false);
  heading.focus();
});
window.addEventListener("popstate", () => {
  choices = choicesIn(window.location.search, known);
  show();
});
window.addEventListener("hashchange", goToFilter);

choices = choicesIn(window.location.search, known);
if (queryOf(choices)) show();
goToFilter();
