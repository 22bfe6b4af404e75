// Merge and rank the results of the search index. This module does not use the page, so it also runs in node.

/** @import { Answer } from "./search-answers.js" */
/** @import { PagefindResult } from "./search-terms.js" */
/** @import { Term, Unit } from "./search-query.js" */

import { contentWords, findRow } from "./search-query.js";
import { foldWord } from "./snippets.js";

const REVIEW_WEIGHT = 1.3;

/** The page of a theme has so few words that each of them would count too much. */
const THEME_WEIGHT = 0.5;

/** A bulletin repeats the words of the records that it lists. */
const BULLETIN_WEIGHT = 0.4;

/** A part of a page of more words than this may be about several things. */
const MAX_SPREAD = 40;
const FAR_WEIGHT = 0.5;

/** A name that begins with a word of this length matches it: "train" and "training". */
const MIN_BEGINNING = 4;

/** @type {Partial<Record<string, string>>} */
const KINDS = { reviews: "Review", briefings: "Briefing", news: "News", resources: "News", bulletins: "Bulletin" };

/**
 * A page, or a part of a document, that the index has found. `places` are the numbers of the matching words. `missing`
 * has the typed words that the page lacks. `near` has all places of the words, to measure how near they are; `isFar` is true if it has the units of the query, but far from each other.
 *
 * @typedef {{raw: PagefindResult, score: number, places: number[], missing?: string[], near?: number[], isFar?: boolean}} Hit
 */

/**
 * A page or document: its `address` from the site's root, its `kind`, for a document the address of its `record`, and
 * the month of its date, "202311", or "".
 *
 * @typedef {{address: string | undefined, kind: string, record?: string, month?: string}} ResultPage
 */

/**
 * A result: `parts` has the hits on the page, `words` the folded words that were searched for. The result of an answer
 * by name has no hits. `rank` is 0 unless the name of the page has the words.
 *
 * @typedef {ResultPage & {words: string[], score: number, rank: number, parts: Hit[], missing: string[], answer?: Answer}} SearchResult
 */

/**
 * Return the pages that match any of several synonyms, with the best score of each page.
 *
 * @param {Map<string, Hit>[]} answers the hits by the id of the page, for each synonym
 * @param {number[]} weights a weight for each synonym
 * @returns {Map<string, Hit>}
 */
export function mergeAny(answers, weights) {
  /** @type {Map<string, Hit>} */
  const merged = new Map();
  for (const [number, answer] of answers.entries()) {
    for (const [id, hit] of answer) {
      const known = merged.get(id);
      merged.set(id, {
        raw: hit.raw,
        score: Math.max(hit.score * weights[number], known?.score ?? 0),
        places: [...(known?.places ?? []), ...hit.places],
        near: [...(known?.near ?? []), ...(hit.near ?? hit.places)],
      });
    }
  }
  return merged;
}

/**
 * Return the pages with all units of a query, with the sum of their scores. If no page has them near each other, return
 * those with the most units, and at least half of them. A unit that nearly all pages have counts only if there is no other.
 *
 * @param {Map<string, Hit>[]} answers the hits by the id of the page, for each unit
 * @param {string[]} typed the typed words of each unit
 * @param {(id: string) => boolean} isTypedName true for a page whose name was typed, which is found without the other words
 * @param {(typed: string) => boolean} isWeakUnit true for a unit that nearly all pages have
 * @returns {Map<string, Hit>}
 */
export function mergeUnits(answers, typed, isTypedName = () => false, isWeakUnit = () => false) {
  /** @type {Map<string, Hit>} */
  const merged = new Map();
  for (const id of new Set(answers.flatMap((answer) => [...answer.keys()]))) {
    const hits = answers.flatMap((answer) => answer.get(id) ?? []);
    const isFar = measureSpread(hits.map(({ places, near }) => near ?? places)) > MAX_SPREAD;
    merged.set(id, {
      raw: hits[0].raw,
      isFar,
      score: hits.reduce((sum, { score }) => sum + score, 0) * (isFar ? FAR_WEIGHT : 1),
      places: hits.flatMap(({ places }) => places),
      missing: typed.filter((_, number) => !answers[number].has(id)),
    });
  }
  const isTogether = [...merged.values()].some(({ missing = [], isFar }) => missing.length === 0 && !isFar);
  const strong = typed.filter((unit) => !isWeakUnit(unit));
  const decisive = isTogether || strong.length === 0 ? typed : strong;
  /** @param {Hit} hit */
  const countMissing = ({ missing = [] }) => missing.filter((unit) => decisive.includes(unit)).length;
  const fewest = Math.min(...[...merged.values()].map(countMissing));
  const isEnough = fewest * 2 <= decisive.length;
  return new Map([...merged].filter(([id, hit]) => (isEnough && countMissing(hit) === fewest) || isTypedName(id)));
}

/**
 * Return the number of words of the shortest part of a page that has a place of each unit; 0 if a unit has no place,
 * because only the name of the page has it.
 *
 * @param {number[][]} units the places of each unit
 * @returns {number}
 */
function measureSpread(units) {
  if (units.length < 2 || units.some((places) => places.length === 0)) return 0;
  const sorted = units.map((places) => [...places].sort((one, other) => one - other));
  const next = sorted.map(() => 0);
  let shortest = Infinity;
  for (;;) {
    const places = sorted.map((each, number) => each[next[number]]);
    const first = Math.min(...places);
    shortest = Math.min(shortest, Math.max(...places) - first);
    const number = places.indexOf(first);
    next[number] += 1;
    if (next[number] >= sorted[number].length) return shortest;
  }
}

/**
 * Return the results, best first. The parts of one document are one result.
 *
 * @param {Map<string, Hit>} hits the hits by the id of the page
 * @param {Unit[]} units the units that were searched for
 * @param {Term[][]} [groups] the groups of synonyms
 * @returns {SearchResult[]}
 */
export function rankResults(hits, units, groups = []) {
  const words = units.flatMap(({ terms }) => terms.flatMap((term) => term.words));
  /** @type {Map<string, SearchResult>} */
  const results = new Map();
  for (const [id, hit] of hits) {
    const page = parsePageId(id);
    const key = page.address ?? id;
    const known = results.get(key);
    const result = known ?? { ...page, words, score: 0, rank: rankName(page, units, groups), parts: [], missing: hit.missing ?? [] };
    result.score = Math.max(result.score, hit.score * getWeight(page));
    result.parts.push(hit);
    results.set(key, result);
  }
  const sorted = [...results.values()];
  if (sorted.some((result) => result.rank > 0 && !isTheme(result))) {
    for (const result of sorted) if (isTheme(result)) result.rank = 0;
  }
  // "Grace briefing" names the briefing, not the review.
  if (sorted.some(({ rank, missing }) => rank > 0 && missing.length === 0)) {
    for (const result of sorted) if (result.missing.length > 0) result.rank = 0;
  }
  // The same words give the same order each time: Pagefind's scores of equal pages differ in the last digits.
  /** @param {SearchResult} result */
  const round = ({ score }) => Math.round(score * 1000);
  sorted.sort(
    (one, other) =>
      other.rank - one.rank || round(other) - round(one) || (one.address ?? "").localeCompare(other.address ?? ""),
  );
  return newestFirst(sorted);
}

/**
 * Return the rank of a page by its name, which is the last part of its address: 2 for a review whose whole name was
 * typed, 1 if the name and the kind have all units, else 0. "FGM briefing" names a briefing.
 *
 * @param {ResultPage} page
 * @param {Unit[]} units
 * @param {Term[][]} groups
 * @returns {number}
 */
function rankName({ address, kind }, units, groups) {
  if (!address || kind === "Document" || units.length === 0) return 0;
  if (hasReviewName({ address, kind }, units)) return 2;
  const name = [...nameWords(address), kind.toLowerCase()];
  return units.every(({ terms }) => terms.some((term) => hasTerm(name, term.words, groups))) ? 1 : 0;
}

/**
 * Return true for a review whose whole name was typed. With `groups`, the name of a subject does not count: of "sexual
 * exploitation", a review of exploitation lacks a word, but "what happened to Grace" is about Grace.
 *
 * @param {ResultPage} page
 * @param {Unit[]} units
 * @param {Term[][]} [groups] the groups of synonyms
 * @returns {boolean}
 */
export function hasReviewName({ address = "", kind }, units, groups = []) {
  if (kind !== "Review") return false;
  const name = nameWords(address);
  /** @param {string} word */
  const withoutS = (word) => word.replace(/s+$/, ""); // "James", "James's"
  const typed = units.flatMap((unit) => unit.typed.split(" ").map((word) => withoutS(foldWord(word))));
  if (!contentWords(name).every((word) => typed.includes(withoutS(word)))) return false;
  return !groups.flat().some(({ words }) => words.join(" ") === name.join(" "));
}

/**
 * Return the folded words of the name of a page, which is the last part of its address.
 *
 * @param {string} address
 * @returns {string[]}
 */
function nameWords(address) {
  return (address.split("/").at(-2) ?? "").split("-").map(foldWord);
}

/**
 * Return true if a name has the words of a term in a row, and none of them is a part of another term: "children home
 * alone" has "home alone", and is not about a children's home.
 *
 * @param {string[]} name
 * @param {string[]} words
 * @param {Term[][]} groups
 * @returns {boolean}
 */
function hasTerm(name, words, groups) {
  const [word] = words;
  const last = words.length - 1;
  if (findRow(name, words)) {
    return !groups.flat().some((other) => {
      const shared = other.words.indexOf(words[last]);
      const row = [...words.slice(0, last), ...other.words];
      return last > 0 && shared === 0 && other.words.length > 1 && findRow(name, row);
    });
  }
  return words.length === 1 && word.length >= MIN_BEGINNING && name.some((part) => part.startsWith(word));
}

/**
 * Return the results with those of news and resources that have the words in their names in another order: the newest
 * first, and of the same month the one with the shorter name.
 *
 * @param {SearchResult[]} results
 * @returns {SearchResult[]}
 */
function newestFirst(results) {
  /** @param {SearchResult} result */
  const isNamed = ({ kind, rank }) => kind === "News" && rank > 0;
  /** @param {SearchResult} result */
  const countWords = ({ address = "" }) => address.split("-").length;
  const named = results
    .filter(isNamed)
    .sort((one, other) => (other.month ?? "").localeCompare(one.month ?? "") || countWords(one) - countWords(other));
  return results.map((result) => (isNamed(result) ? /** @type {SearchResult} */ (named.shift()) : result));
}

/**
 * Return the addresses of the results and of the records of documents, each with its rank. The rank of the best is 0.
 * Results that lack a word are left out.
 *
 * @param {SearchResult[]} results
 * @returns {Map<string, number>}
 */
export function listRanks(results) {
  const ranks = new Map();
  for (const { address, record, missing } of results) {
    for (const place of missing.length > 0 ? [] : [address, record]) {
      if (place !== undefined && !ranks.has(place)) ranks.set(place, ranks.size);
    }
  }
  return ranks;
}

/**
 * Return the best results, with few of each kind, so that no kind hides the others.
 *
 * @template {{kind: string}} T
 * @param {T[]} results best first
 * @param {number} limit how many to return at most
 * @param {number} limitPerKind how many of one kind to return at most
 * @returns {T[]}
 */
export function limitResults(results, limit, limitPerKind) {
  const counts = new Map();
  const chosen = [];
  for (const result of results) {
    const number = (counts.get(result.kind) ?? 0) + 1;
    counts.set(result.kind, number);
    if (number <= limitPerKind) chosen.push(result);
  }
  return chosen.slice(0, limit);
}

/**
 * Return the page that an id in the index means. The generator writes the address into the id, so that results can be
 * ranked before they are loaded: `reviews~grace~1a2b-202201`, and `reviews~grace~@report.pdf~1a2b` for a document.
 *
 * @param {string} id
 * @returns {ResultPage}
 */
export function parsePageId(id) {
  const end = id.lastIndexOf("~");
  if (end < 0) return { address: undefined, kind: "Page" };
  const path = id.slice(0, end).replaceAll("~", "/");
  const [record, file] = path.split("@");
  if (file !== undefined) return { address: `documents/${file}`, kind: "Document", record };
  const month = id.slice(end).split("-")[1] ?? "";
  const address = path === "" ? "" : `${path}/`;
  return { address, kind: kindOf(address), month };
}

/**
 * Return the kind of the page at an address.
 *
 * @param {string} address
 * @returns {string}
 */
export function kindOf(address) {
  const folders = address.split("/");
  return folders.length === 3 ? (KINDS[folders[0]] ?? "Page") : "Page";
}

/**
 * Return true for a page about one subject.
 *
 * @param {ResultPage} page
 * @returns {boolean}
 */
export function isSubjectPage(page) {
  return page.kind === "Review" || page.kind === "Briefing" || isTheme(page);
}

/**
 * Return true for the page of a theme or a harm.
 *
 * @param {ResultPage} page
 * @returns {boolean}
 */
function isTheme({ address = "" }) {
  return address.startsWith("themes/");
}

/**
 * Return the weight of a page in the ranking.
 *
 * @param {ResultPage} page
 * @returns {number}
 */
function getWeight(page) {
  if (page.kind === "Review") return REVIEW_WEIGHT;
  if (page.kind === "Bulletin") return BULLETIN_WEIGHT;
  return isTheme(page) ? THEME_WEIGHT : 1;
}
