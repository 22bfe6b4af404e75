// The filters of a finder (a list of reviews or briefings): how an address stores them, which items match them, and in
// which order the items are shown. This module does not use the page, so it also runs in node.

/** The orders of a finder. The first one is the default, and is left out of addresses. */
export const SORTS = ["newest", "oldest", "name"];

/** The order of a list with search words, unless the reader chooses another one: the best match first. */
export const RELEVANCE = "relevance";
const MAX_WORDS_LENGTH = 200;
const UNRANKED = Number.MAX_SAFE_INTEGER;

// Lists without scripts have the same order: generator/model/sorting.py.
const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });
/** The article before a name, which sorting ignores. In "A and B", a pseudonym is named A. */
const ARTICLE = /^(?:the|an|a(?!\s+(?:and|or|&)\s))\s+(?=\S)/i;

/**
 * What a reader has chosen.
 *
 * @typedef {object} Filters
 * @property {Map<string, Set<string>>} chosen the chosen ids of each facet
 * @property {string} sort the chosen order
 * @property {string} words the words to search for; empty if there are none
 */

/**
 * An item of the list.
 *
 * @typedef {object} FilterItem
 * @property {string} name
 * @property {number} place the position in the list as the page was built
 * @property {number} newest the position with the newest item first
 * @property {number} oldest the position with the oldest item first; items without a date are last in both
 * @property {Map<string, string[]>} facets the ids of the item, by facet
 * @property {number} [rank] the rank among the matches of the search words
 * @property {number} [byName] the position in the order of names; not given if `name` decides
 */

/**
 * Return the filters in the query of an address. Ids and orders that the page does not offer are left out, so an
 * address can add no other text to the page than the words.
 *
 * @param {string} query
 * @param {Map<string, {has: (id: string) => boolean}>} known the ids that the page offers, by facet
 * @param {string[]} sorts the orders that the page offers
 * @returns {Filters}
 */
export function parseFilters(query, known, sorts = SORTS) {
  const parameters = new URLSearchParams(query);
  const chosen = new Map();
  for (const [facet, ids] of known) chosen.set(facet, new Set(parameters.getAll(facet).filter((id) => ids.has(id))));
  const words = (parameters.get("q") ?? "").trim().slice(0, MAX_WORDS_LENGTH);
  const sort = sorts.find((name) => name === parameters.get("sort")) ?? (words ? RELEVANCE : sorts[0]);
  return { chosen, sort, words };
}

/**
 * Change the search words. With words, the best match is first, unless the reader has chosen another order.
 *
 * @param {Filters} filters
 * @param {string} words
 * @param {string} defaultSort
 */
export function setWords(filters, words, defaultSort) {
  if (words && !filters.words && filters.sort === defaultSort) filters.sort = RELEVANCE;
  if (!words && filters.sort === RELEVANCE) filters.sort = defaultSort;
  filters.words = words;
}

/**
 * Return the query of an address for these filters, without a question mark. It is empty if nothing is chosen.
 *
 * @param {Filters} filters
 * @param {string} defaultSort
 * @returns {string}
 */
export function formatFilters({ chosen, sort, words }, defaultSort = SORTS[0]) {
  const parameters = new URLSearchParams();
  for (const [facet, ids] of chosen) for (const id of ids) parameters.append(facet, id);
  if (words) parameters.set("q", words);
  if (sort !== (words ? RELEVANCE : defaultSort)) parameters.set("sort", sort);
  return parameters.toString();
}

/**
 * Return the items that match, and the number to show next to each choice.
 *
 * An item matches if it has a chosen id in each facet that has a choice. A number says how many items match if this id
 * is chosen and the choices in the other facets stay as they are.
 *
 * @template {FilterItem} T
 * @param {T[]} items
 * @param {Map<string, Set<string>>} chosen the chosen ids of each facet, with an empty set for a facet without a choice
 * @returns {{matches: T[], counts: Map<string, Map<string, number>>}}
 */
export function filterItems(items, chosen) {
  const required = [...chosen].filter(([, ids]) => ids.size > 0);
  /** @type {Map<string, Map<string, number>>} */
  const counts = new Map([...chosen.keys()].map((facet) => [facet, new Map()]));
  const matches = [];
  for (const item of items) {
    const failing = required.filter(([facet, ids]) => !item.facets.get(facet)?.some((id) => ids.has(id)));
    if (failing.length > 1) continue;
    if (failing.length === 0) matches.push(item);
    for (const [facet, numbers] of counts) {
      if (failing.length === 1 && failing[0][0] !== facet) continue;
      for (const id of item.facets.get(facet) ?? []) numbers.set(id, (numbers.get(id) ?? 0) + 1);
    }
  }
  return { matches, counts };
}

/**
 * Return the items in an order.
 *
 * @template {FilterItem} T
 * @param {T[]} items
 * @param {string} sort "newest", "oldest", "name" or "relevance"; anything else is the order of the page
 * @returns {T[]}
 */
export function sortItems(items, sort) {
  if (sort === RELEVANCE) {
    return [...items].sort((one, other) => (one.rank ?? UNRANKED) - (other.rank ?? UNRANKED) || one.place - other.place);
  }
  if (sort === "newest") return [...items].sort((one, other) => one.newest - other.newest);
  if (sort === "oldest") return [...items].sort((one, other) => one.oldest - other.oldest);
  if (sort !== "name") return [...items].sort((one, other) => one.place - other.place);
  if (items.some(({ byName }) => byName !== undefined)) {
    return [...items].sort((one, other) => (one.byName ?? 0) - (other.byName ?? 0));
  }
  const bare = new Map(items.map(({ name }) => [name, name.trim().replace(ARTICLE, "")]));
  return [...items].sort(
    (one, other) => collator.compare(bare.get(one.name) ?? "", bare.get(other.name) ?? "") || one.newest - other.newest,
  );
}
