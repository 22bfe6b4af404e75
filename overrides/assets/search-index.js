// Load the search index (made by Pagefind) and query it, for the results page, the suggestions and the finders.

/** @import { Term } from "./search-query.js" */
/** @import { Hit, SearchResult } from "./search-ranking.js" */
/** @import { Snippet } from "./snippets.js" */

import { exactPhrase, parseQuery, parseTerm, splitWords } from "./search-query.js";
import { listRanks, mergeAll, mergeAny, rankResults } from "./search-ranking.js";
import { foldWord, makeSnippet } from "./snippets.js";

/** A short term may be an abbreviation and must match exactly: SCR must not find "screen". */
const ABBREVIATION_LENGTH = 5;

/** Shorter words are not checked for their spelling. */
const MIN_CHECKED_LENGTH = 4;

/** Pagefind may shorten a word that it does not know. The shorter word must keep this share of the letters. */
const MIN_SHARED_PART = 0.7;

/**
 * Where the index and the site's root are, relative to the page.
 *
 * @typedef {{index?: string, root?: string}} IndexLocation
 */

/** @typedef {{element: string, id: string, text?: string, location: number}} PagefindAnchor */

/**
 * A page as Pagefind indexed it.
 *
 * @typedef {object} PagefindFragment
 * @property {string} url
 * @property {string} content
 * @property {Partial<Record<string, string>>} meta
 * @property {PagefindAnchor[]} [anchors]
 */

/** @typedef {{id: string, score: number, words: number[], data: () => Promise<PagefindFragment>}} PagefindResult */

/**
 * The functions of `pagefind.js` that are used here.
 *
 * @typedef {object} Pagefind
 * @property {(options: {baseUrl: string, noWorker: boolean}) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {(query: string) => Promise<{results: PagefindResult[]}>} search
 */

/** @typedef {{pagefind: Pagefind, groups: Term[][]}} Index */

/** @typedef {{hits: Map<string, Hit>, words: string[], unknown: string[]}} Answer */

/** @type {Promise<Index> | undefined} */
let loadedIndex;

/** @type {Promise<string[][]> | undefined} */
let loadedSpelling;

/**
 * Return the URL of a file of the index.
 *
 * @param {IndexLocation} location
 * @param {string} name
 * @returns {URL}
 */
function fileUrl({ index = "" }, name) {
  return new URL(index + name, document.baseURI);
}

/**
 * Return the parsed content of a JSON file. Throw an error if the server does not send it.
 *
 * @param {URL} url
 * @returns {Promise<any>}
 */
async function fetchJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response.json();
}

/**
 * Return the index and the groups of synonyms. They are loaded once. Throw an error if they cannot be loaded.
 *
 * @param {IndexLocation} location
 * @returns {Promise<Index>}
 */
function loadIndex(location) {
  loadedIndex ??= fetchIndex(location).catch((error) => {
    loadedIndex = undefined;
    throw error;
  });
  return loadedIndex;
}

/**
 * Fetch the index. Pagefind runs without a worker, because starting one takes longer than it saves.
 *
 * @param {IndexLocation} location
 * @returns {Promise<Index>}
 */
async function fetchIndex(location) {
  const scriptUrl = fileUrl(location, "pagefind.js").href;
  const [script, words] = await Promise.all([import(scriptUrl), fetchJson(fileUrl(location, "words.json"))]);
  const pagefind = /** @type {Pagefind} */ (script);
  const groups = /** @type {string[][]} */ (words.groups);
  const root = new URL(location.root || ".", document.baseURI);
  await pagefind.options({ baseUrl: root.pathname, noWorker: true });
  await pagefind.init();
  return { pagefind, groups: groups.map((group) => group.map(parseTerm)) };
}

/**
 * Start to load the index, for a reader who is about to type.
 *
 * @param {IndexLocation} location
 */
export function prepare(location) {
  loadIndex(location).catch(() => {});
}

/**
 * Return what Pagefind finds for a text, by the id of the page.
 *
 * @param {Pagefind} pagefind
 * @param {string} text
 * @returns {Promise<Map<string, Hit>>}
 */
async function query(pagefind, text) {
  const { results } = await pagefind.search(text);
  return new Map(results.map((raw) => [raw.id, { raw, score: raw.score, places: raw.words }]));
}

/**
 * Return the pages that contain the words of a term in a row. Their scores are those of the single words, because
 * Pagefind does not score exact matches.
 *
 * @param {Pagefind} pagefind
 * @param {Term} term
 * @returns {Promise<Map<string, Hit>>}
 */
async function queryTerm(pagefind, { text, words }) {
  const loose = await query(pagefind, text);
  if (words.length === 1 && text.length > ABBREVIATION_LENGTH) return loose;
  const exact = await query(pagefind, `"${text}"`);
  for (const [id, hit] of exact) hit.score = loose.get(id)?.score ?? hit.score;
  return exact;
}

/**
 * Return false for a word that is on no page. Pagefind ignores such a word, or searches for the longest beginning that
 * is on a page: "onerror" would find "one".
 *
 * @param {Pagefind} pagefind
 * @param {string} word
 * @returns {Promise<boolean>}
 */
async function isKnown(pagefind, word) {
  const folded = foldWord(word);
  if (folded.length < MIN_CHECKED_LENGTH) return true;
  if ((await pagefind.search(`"${word}"`)).results.length > 0) return true;
  const { results } = await pagefind.search(word);
  const hit = results.find(({ words }) => words.length > 0);
  if (hit === undefined) return results.length > 0;
  const { content } = await hit.data();
  const match = foldWord(content.split(/\s+/)[hit.words[0]] ?? "");
  const shared = [...folded].findIndex((letter, place) => letter !== match[place]);
  const minShared = Math.max(MIN_CHECKED_LENGTH, folded.length * MIN_SHARED_PART);
  return match.includes(folded) || shared < 0 || shared >= minShared;
}

/**
 * Return a word of this library that is spelt in a similar way. Return undefined if there is none.
 *
 * @param {IndexLocation} location
 * @param {string} word
 * @returns {Promise<string | undefined>}
 */
async function correctSpelling(location, word) {
  const { findClosestWord } = await import("./spelling.js");
  loadedSpelling ??= fetchJson(fileUrl(location, "spelling.json")).then((/** @type {string[]} */ tiers) =>
    tiers.map((words) => words.split(" ")),
  );
  try {
    return findClosestWord(word, await loadedSpelling);
  } catch {
    loadedSpelling = undefined;
    return undefined;
  }
}

/**
 * Return the pages that match a text. `unknown` lists the words that are on no page and were left out.
 *
 * @param {Index} index
 * @param {string} text
 * @returns {Promise<Answer>}
 */
async function answer({ pagefind, groups }, text) {
  const phrase = exactPhrase(text);
  if (phrase !== undefined) {
    return { hits: await query(pagefind, phrase), words: splitWords(text).map(foldWord), unknown: [] };
  }
  const { synonyms, single } = parseQuery(splitWords(text), groups);
  const known = await Promise.all(single.map((word) => isKnown(pagefind, word)));
  const queried = single.filter((_, place) => known[place]);
  const answers = await Promise.all([
    ...(queried.length > 0 ? [query(pagefind, queried.join(" "))] : []),
    ...synonyms.map(async (terms) => {
      const hits = await Promise.all(terms.map((term) => queryTerm(pagefind, term)));
      const weights = terms.map(({ weight }) => weight);
      return mergeAny(hits, weights);
    }),
  ]);
  const words = [...queried.map(foldWord), ...synonyms.flat().flatMap((term) => term.words)];
  return { hits: mergeAll(answers), words, unknown: single.filter((_, place) => !known[place]) };
}

/**
 * Search for words, and return the results, best first. Throw an error if there is no index.
 *
 * `shownFor` has the words that were found. They differ from `text` if a word was misspelt. `unknown` lists the words
 * that are on no page and were left out.
 *
 * @param {string} text
 * @param {IndexLocation} location
 * @returns {Promise<{results: SearchResult[], shownFor: string, unknown: string[]}>}
 */
export async function search(text, location) {
  const index = await loadIndex(location);
  const first = await answer(index, text);
  let corrected = text;
  let isCorrected = false;
  for (const word of first.unknown) {
    const better = await correctSpelling(location, word);
    if (better === undefined) continue;
    isCorrected = true;
    corrected = corrected.replace(word, () => better);
  }
  if (isCorrected) {
    const { hits, words, unknown } = await answer(index, corrected);
    if (hits.size > 0) return { results: rankResults(hits, words), shownFor: corrected, unknown };
  }
  return { results: rankResults(first.hits, first.words), shownFor: text, unknown: first.unknown };
}

/**
 * Return the addresses that match the words, each with its rank. A match in a document counts for its record too.
 *
 * @param {string} text
 * @param {IndexLocation} location
 * @returns {Promise<Map<string, number>>}
 */
export async function rankAddresses(text, location) {
  return listRanks((await search(text, location)).results);
}

/**
 * Return the snippet of a result. Only the best part of a long document is loaded; `others` is the number of other
 * parts that match.
 *
 * @param {SearchResult} result
 * @returns {Promise<Snippet & {others: number}>}
 */
export async function loadSnippet({ parts, words }) {
  const [best, ...others] = [...parts].sort((one, other) => other.score - one.score);
  return { ...makeSnippet(await best.raw.data(), best.places, words), others: others.length };
}
