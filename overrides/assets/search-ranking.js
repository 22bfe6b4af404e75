// Merge and rank the results of the search index. This module does not use the page, so it also runs in node.

/** @import { PagefindResult } from "./search-index.js" */

const REVIEW_WEIGHT = 1.3;

/** The page of a theme has so few words that each of them would count too much. */
const THEME_WEIGHT = 0.5;

/** @type {Partial<Record<string, string>>} */
const KINDS = { reviews: "Review", briefings: "Briefing", news: "News", resources: "News", bulletins: "Bulletin" };

/**
 * A page, or a part of a document, that the index has found. `places` are the numbers of the matching words.
 *
 * @typedef {{raw: PagefindResult, score: number, places: number[]}} Hit
 */

/**
 * A page or document: its `address` from the site's root, its `kind`, and for a document the address of its `record`.
 *
 * @typedef {{address: string | undefined, kind: string, record?: string}} ResultPage
 */

/**
 * A result: `parts` has the hits on the page, `words` the folded words that were searched for.
 *
 * @typedef {ResultPage & {words: string[], score: number, parts: Hit[]}} SearchResult
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
      });
    }
  }
  return merged;
}

/**
 * Return the pages that are in all answers, with the sum of their scores.
 *
 * @param {Map<string, Hit>[]} answers the hits by the id of the page, for each part of the query
 * @returns {Map<string, Hit>}
 */
export function mergeAll([first, ...others]) {
  /** @type {Map<string, Hit>} */
  const merged = new Map();
  for (const [id, hit] of first ?? []) {
    const hits = [hit, ...others.flatMap((other) => other.get(id) ?? [])];
    if (hits.length <= others.length) continue;
    const score = hits.reduce((sum, { score: part }) => sum + part, 0);
    merged.set(id, { raw: hit.raw, score, places: hits.flatMap(({ places }) => places) });
  }
  return merged;
}

/**
 * Return the results, best first. The parts of one document are one result.
 *
 * @param {Map<string, Hit>} hits the hits by the id of the page
 * @param {string[]} words the folded words that were searched for
 * @returns {SearchResult[]}
 */
export function rankResults(hits, words) {
  /** @type {Map<string, SearchResult>} */
  const results = new Map();
  for (const [id, hit] of hits) {
    const page = parsePageId(id);
    const key = page.address ?? id;
    const result = results.get(key) ?? { ...page, words, score: 0, parts: [] };
    result.score = Math.max(result.score, hit.score * getWeight(page));
    result.parts.push(hit);
    results.set(key, result);
  }
  return [...results.values()].sort((one, other) => other.score - one.score);
}

/**
 * Return the addresses of the results and of the records of documents, each with its rank. The rank of the best is 0.
 *
 * @param {SearchResult[]} results
 * @returns {Map<string, number>}
 */
export function listRanks(results) {
  const ranks = new Map();
  for (const { address, record } of results) {
    for (const place of [address, record]) {
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
 * ranked before they are loaded: `reviews~grace~1a2b`, and `reviews~grace~@report.pdf~1a2b` for a document.
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
  const address = path === "" ? "" : `${path}/`;
  const folders = address.split("/");
  return { address, kind: folders.length > 2 ? (KINDS[folders[0]] ?? "Page") : "Page" };
}

/**
 * Return the weight of a page in the ranking.
 *
 * @param {ResultPage} page
 * @returns {number}
 */
function getWeight({ kind, address }) {
  if (kind === "Review") return REVIEW_WEIGHT;
  return address?.startsWith("themes/") ? THEME_WEIGHT : 1;
}
