// Invented people.
import assert from "node:assert/strict";
import { test } from "node:test";

import { filterItems, formatFilters, parseFilters, setWords, sortItems } from "../../../overrides/assets/finder-filters.js";

const KNOWN = new Map([
  ["about", new Set(["children", "adults"])],
  ["theme", new Set(["neglect", "early-help"])],
]);

function item(name, newest, oldest, about, theme) {
  return {
    name,
    place: newest,
    newest,
    oldest,
    facets: new Map([
      ["about", about],
      ["theme", theme],
    ]),
  };
}

const HAZEL = item("Hazel", 0, 2, ["children"], ["neglect"]);
const ROWAN = item("Rowan", 1, 1, ["children"], ["early-help", "neglect"]);
const WREN = item("Wren", 2, 0, ["adults"], ["early-help"]);
const ITEMS = [HAZEL, ROWAN, WREN];

const chosen = (about, theme) =>
  new Map([
    ["about", new Set(about)],
    ["theme", new Set(theme)],
  ]);

test("an address can only choose what the page offers", () => {
  const filters = parseFilters("?about=children&about=%3Cscript%3E&theme=unknown&surname=x&sort=random", KNOWN);
  assert.deepEqual(filters, { chosen: chosen(["children"], []), sort: "newest", words: "" });
});

test("unknown parameters are not kept in the address", () => {
  assert.equal(formatFilters(parseFilters("?name=Hazel&about=children&utm_source=mail", KNOWN)), "about=children");
});

test("an empty choice gives an empty query, and the default order is left out", () => {
  assert.equal(formatFilters(parseFilters("", KNOWN)), "");
  assert.equal(formatFilters(parseFilters("?sort=newest", KNOWN)), "");
  assert.equal(formatFilters(parseFilters("?sort=oldest", KNOWN)), "sort=oldest");
});

test("filters are the same after they were in an address", () => {
  const filters = { chosen: chosen(["children", "adults"], ["neglect"]), sort: "name", words: "a & b = “c”?" };
  assert.deepEqual(parseFilters(`?${formatFilters(filters)}`, KNOWN), filters);
});

test("words are trimmed, and at most 200 characters are used", () => {
  assert.equal(parseFilters("?q=%20%20tarn%20", KNOWN).words, "tarn");
  assert.equal(parseFilters(`?q=${"x".repeat(200)}`, KNOWN).words.length, 200);
  assert.equal(parseFilters(`?q=${"x".repeat(201)}`, KNOWN).words.length, 200);
});

test("all items match if nothing is chosen, and the counts are those of the list", () => {
  const { matches, counts } = filterItems(ITEMS, chosen([], []));
  assert.deepEqual(matches, ITEMS);
  assert.deepEqual(counts.get("about"), new Map([["children", 2], ["adults", 1]]));
  assert.deepEqual(counts.get("theme"), new Map([["neglect", 2], ["early-help", 2]]));
});

test("ids of one facet widen the list, ids of another narrow it", () => {
  assert.deepEqual(filterItems(ITEMS, chosen(["children", "adults"], [])).matches, ITEMS);
  assert.deepEqual(filterItems(ITEMS, chosen(["children"], ["early-help"])).matches, [ROWAN]);
  assert.deepEqual(filterItems(ITEMS, chosen(["adults"], ["neglect"])).matches, []);
});

test("a count says what the list would be with this choice", () => {
  const { counts } = filterItems(ITEMS, chosen(["adults"], ["neglect"]));
  assert.equal(counts.get("about").get("children"), 2);
  assert.equal(counts.get("about").get("adults"), undefined);
  assert.equal(counts.get("theme").get("early-help"), 1);
  assert.equal(counts.get("theme").get("neglect"), undefined);
});

test("an item that fails in two facets is not counted", () => {
  const { counts } = filterItems([HAZEL], chosen(["adults"], ["early-help"]));
  assert.deepEqual([...counts.values()].map(({ size }) => size), [0, 0]);
});

test("an item without a facet does not match a choice in it", () => {
  const bare = { name: "Ash", place: 0, newest: 0, oldest: 0, facets: new Map() };
  assert.deepEqual(filterItems([bare], chosen(["children"], [])).matches, []);
  assert.deepEqual(filterItems([bare], chosen([], [])).matches, [bare]);
});

test("items without a date are last in both orders by date", () => {
  const undated = item("Ash", 3, 3, [], []);
  const items = [undated, WREN, HAZEL, ROWAN];
  assert.deepEqual(sortItems(items, "newest").map(({ name }) => name), ["Hazel", "Rowan", "Wren", "Ash"]);
  assert.deepEqual(sortItems(items, "oldest").map(({ name }) => name), ["Wren", "Rowan", "Hazel", "Ash"]);
});

test("names are sorted as people sort them", () => {
  const names = ["Case 10", "case 2", "Émile", "Fay", "eve"].map((name, place) => item(name, place, place, [], []));
  assert.deepEqual(sortItems(names, "name").map(({ name }) => name), ["case 2", "Case 10", "Émile", "eve", "Fay"]);
  const articles = ["Bea", "A and B", "A Bay", "The Ash", "an Alder"].map((name, place) => item(name, place, place, [], []));
  const sorted = ["A and B", "an Alder", "The Ash", "A Bay", "Bea"];
  assert.deepEqual(sortItems(articles, "name").map(({ name }) => name), sorted);
  for (const same of [["Ash", "ash"], ["ash", "Ash"]]) {
    const items = same.map((name, place) => item(name, place, place, [], []));
    assert.deepEqual(sortItems(items, "name").map(({ name }) => name), same);
  }
});

test("the given list is not changed", () => {
  const items = [item("B", 1, 1, [], []), item("A", 0, 0, [], [])];
  assert.deepEqual(sortItems(items, "oldest").map(({ name }) => name), ["A", "B"]);
  assert.equal(items[0].name, "B");
});

test("a list in the partnership's own order offers that order first", () => {
  const sorts = ["listed", "newest", "oldest", "name"];
  assert.equal(parseFilters("", KNOWN, sorts).sort, "listed");
  assert.equal(parseFilters("?sort=listed", KNOWN).sort, "newest");
  const filters = parseFilters("?sort=newest", KNOWN, sorts);
  assert.equal(formatFilters(filters, "listed"), "sort=newest");
  const items = [
    { ...item("B", 1, 0, [], []), place: 0 },
    { ...item("A", 0, 1, [], []), place: 1 },
  ];
  assert.deepEqual(sortItems(items, "listed").map(({ name }) => name), ["B", "A"]);
  assert.deepEqual(sortItems(items, "newest").map(({ name }) => name), ["A", "B"]);
});

test("with words the best match is first, unless another order is chosen", () => {
  const filters = parseFilters("", KNOWN);
  setWords(filters, "tarn", "newest");
  assert.equal(filters.sort, "relevance");
  assert.equal(formatFilters(filters), "q=tarn");
  setWords(filters, "", "newest");
  assert.equal(filters.sort, "newest");
  assert.equal(parseFilters("?q=tarn", KNOWN).sort, "relevance");
  const newest = parseFilters("?q=tarn&sort=newest", KNOWN);
  assert.equal(newest.sort, "newest");
  assert.equal(formatFilters(newest), "q=tarn&sort=newest");
  const byName = parseFilters("?sort=name", KNOWN);
  setWords(byName, "tarn", "newest");
  assert.equal(byName.sort, "name");
});

test("items without a rank follow those with one", () => {
  const ranked = sortItems([{ ...HAZEL, rank: 5 }, ROWAN, { ...WREN, rank: 0 }], "relevance");
  assert.deepEqual(ranked.map(({ name }) => name), ["Wren", "Hazel", "Rowan"]);
});
