// Load the search index and search it, for the results page, the suggestions and the finders.

/** @import { Answer } from "./search-answers.js" */
/** @import { Term, Unit } from "./search-query.js" */
/** @import { Hit, SearchResult } from "./search-ranking.js" */
/** @import { Pagefind } from "./search-terms.js" */
/** @import { Snippet } from "./snippets.js" */

import { findAnswers, findRest, isReviewsOfYear, readAnswer } from "./search-answers.js";
import { findCloseNames } from "./search-close-names.js";
import { isSolid, orderResults } from "./search-order.js";
import { contentWords, exactPhrase, isFiller, isWeak, mainName, parseQuery, parseTerm, splitWords } from "./search-query.js";
import { hasReviewName, isSubjectPage, listRanks, mergeUnits, parsePageId, rankResults } from "./search-ranking.js";
import { findPhrase, findText, findUnit } from "./search-terms.js";
import { foldWord, makeSnippet } from "./snippets.js";

/**
 * Where the index and the site's root are, relative to the page.
 *
 * @typedef {{index?: string, root?: string}} IndexLocation
 */

/** @import { KnownWords } from "./search-rewriting.js" */

/**
 * The index. `everywhere` has the words of the area, which every page is about.
 *
 * @typedef {{pagefind: Pagefind, groups: Term[][], answers: Answer[], root: string, everywhere: Set<string>}} Index
 */

/**
 * What was found. `unknown` has the words that are on no page; `phrase` is a phrase that is on no page although its
 * words are; `similar` is the synonym that was found instead of the typed word. Both are empty otherwise.
 *
 * @typedef {{results: SearchResult[], unknown: string[], phrase: string, similar: string}} Found
 */

/**
 * The answer to a search. `shownFor` has the words that were found. They differ from the typed words if one of them was
 * misspelt. `empty` names a subject that no public record has.
 *
 * @typedef {Found & {shownFor: string, empty: string}} SearchAnswer
 */

/** How many corrections of a text are tried at most. */
const MAX_CANDIDATES = 6;

/** If all typed words but one are on no page, the pages with that word are shown up to this number. */
const FEW_PAGES = 5;

/** @type {Promise<Index> | undefined} */
let loadedIndex;

/** @type {Promise<KnownWords> | undefined} */
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
 * Return the index, the groups of synonyms and the answers by name. They are loaded once. Throw an error if they cannot
 * be loaded.
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
  const root = new URL(location.root || ".", document.baseURI).pathname;
  await pagefind.options({ baseUrl: root, noWorker: true });
  await pagefind.init();
  const everywhere = new Set(splitWords(words.everywhere ?? "").map(foldWord));
  return { pagefind, groups: groups.map((group) => group.map(parseTerm)), answers: words.answers.map(readAnswer), root, everywhere };
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
 * Return what a reader probably meant, if some of the words are on no page, or if two words may be one: the corrected
 * text, with its answers and what is found for it. Return undefined if nothing better is found.
 *
 * @param {Index} index
 * @param {IndexLocation} location
 * @param {string} text
 * @param {Found} found
 * @returns {Promise<{text: string, answers: Answer[], found: Found} | undefined>}
 */
async function rewrite(index, location, text, { unknown, phrase, results }) {
  const { joinPairs, listCorrections, readKnownWords } = await import("./search-rewriting.js");
  loadedSpelling ??= fetchJson(fileUrl(location, "spelling.json")).then(readKnownWords);
  let known;
  try {
    known = await loadedSpelling;
  } catch {
    loadedSpelling = undefined;
    return undefined;
  }
  const isApart = phrase !== "" || results.every(({ missing }) => missing.length > 0);
  let candidates = isApart ? [text, joinPairs(text, known.folded)] : [text];
  for (const word of unknown.slice(0, 2)) {
    const corrections = listCorrections(word, contentWords(splitWords(text)).length === 1, known, index.groups);
    const better = corrections.filter((each) => !isFiller(each));
    candidates = candidates.flatMap((each) => [...better.map((other) => each.replace(word, () => other)), each]);
  }
  for (const candidate of new Set(candidates.slice(0, MAX_CANDIDATES))) {
    if (candidate === text) continue;
    const better = { text: candidate, answers: findAnswers(candidate, index.answers, index.groups), found: await find(index, candidate) };
    const isSplit = candidate.split(" ").length > text.split(" ").length;
    const isComplete = better.found.results.some(({ missing }) => missing.length === 0) && !(isSplit && better.found.phrase);
    if (isComplete || better.answers.length > 0) return better;
  }
  return undefined;
}

/**
 * Return a text without the words that every page is about, if it has others.
 *
 * @param {Index} index
 * @param {string} text
 * @returns {string}
 */
function leaveOutArea({ everywhere }, text) {
  if (exactPhrase(text) !== undefined) return text;
  const others = text.split(/\s+/).filter((word) => !everywhere.has(foldWord(word)));
  return others.some((word) => foldWord(word) && !isFiller(word)) ? others.join(" ") : text;
}

/**
 * Return what the index has for a text.
 *
 * @param {Index} index
 * @param {string} text
 * @returns {Promise<Found>}
 */
async function find({ pagefind, groups }, text) {
  const quoted = exactPhrase(text);
  if (quoted !== undefined) {
    const words = splitWords(text);
    const unit = { typed: words.join(" "), terms: [{ text: quoted, words: words.map(foldWord), weight: 1 }] };
    return { results: rankResults(await findText(pagefind, quoted), [unit]), unknown: [], phrase: "", similar: "" };
  }
  const { units, phrase } = parseQuery(splitWords(text), groups);
  const found = await Promise.all(units.map((unit) => findUnit(pagefind, unit, units.length === 1, unit === units.at(-1))));
  const typed = units.map((unit) => unit.typed);
  /** @param {string} id */
  const isTypedName = (id) => hasReviewName(parsePageId(id), units, groups);
  /** @param {string} typed */
  const isWeakText = (typed) => units.some((unit) => unit.typed === typed && isWeak(unit));
  const strong = typed.filter((unit) => !isWeakText(unit));
  let hits = mergeUnits(found.map((each) => each.hits), typed, isTypedName, isWeakText);
  const known = typed.filter((unit, number) => found[number].hits.size > 0 && !isWeakText(unit));
  if (hits.size === 0 && known.length > 0) {
    // "toddler burnt in fire": if the other words are on no page, this one is enough if few pages have it.
    const rest = mergeUnits(found.flatMap((each, number) => (known.includes(typed[number]) ? each.hits : [])), known);
    hits = new Map(rest.size <= FEW_PAGES ? rest : []);
    for (const hit of hits.values()) hit.missing = typed.filter((unit) => !known.includes(unit) || hit.missing?.includes(unit));
  }
  const merged = rankResults(hits, units, groups);
  let results = merged.filter(({ missing }) => missing.length === 0 || strong.some((word) => !missing.includes(word)));
  const subject = units.find((unit) => !isWeak(unit));
  const hasSubject = units.length > 1 && strong.length === 1 && subject !== undefined && isTerm(subject, groups);
  const isWhole = results.some((result) => result.missing.length === 0 && (result.rank > 0 || (!hasSubject && isSolid(result))));
  if (units.length > 1 && !isWhole && (hasSubject || !results.some(({ rank }) => rank > 0))) {
    const named = findNamed(units, found.map(({ hits }) => hits), groups, hasSubject);
    const addresses = new Set(named.map(({ address }) => address));
    results = [...named, ...results.filter(({ address }) => !addresses.has(address))];
  }
  const unknown = typed.filter((word, number) => found[number].hits.size === 0 && !word.includes(" "));
  const similar = units.length === 1 && !found[0].isFound[0] ? nameSynonym(units[0], found[0].isFound) : "";
  const isNamed = results.some(({ rank }) => rank > 0);
  if (phrase === "" || isNamed || results.length === 0 || results[0].missing.length > 0) {
    return { results, unknown, phrase: "", similar };
  }
  const whole = await findPhrase(pagefind, phrase);
  /** @param {SearchResult} result */
  const isTogether = ({ parts }) => parts.some(({ raw }) => whole.has(raw.id));
  const together = results.filter(isTogether);
  const apart = results.filter((result) => !isTogether(result));
  return { results: [...together, ...apart], unknown, phrase: together.length > 0 ? "" : phrase, similar };
}

/**
 * Return true if a unit is a term of the vocabulary.
 *
 * @param {Unit} unit
 * @param {Term[][]} groups
 * @returns {boolean}
 */
function isTerm({ terms }, groups) {
  const typed = terms[0].words.join(" ");
  return groups.some((group) => group.some(({ words }) => words.join(" ") === typed));
}

/**
 * Return the pages about a subject whose name has one of the units of a query. They come first if no page has the words
 * near each other, or if the other words are on most pages: "neglect guidance" is about neglect.
 *
 * @param {Unit[]} units
 * @param {Map<string, Hit>[]} hits the hits of each unit
 * @param {Term[][]} groups
 * @param {boolean} isSubject true if only one unit says what the query is about, so that a page named by it is the answer
 * @returns {SearchResult[]}
 */
function findNamed(units, hits, groups, isSubject) {
  return units.flatMap((unit, number) => {
    const own = isWeak(unit) ? [] : rankResults(hits[number], [unit], groups).filter((page) => page.rank > 0 && isSubjectPage(page));
    return own.map((result) => {
      const others = units.filter((other, place) => other !== unit && !(isSubject && result.parts.some(({ raw }) => hits[place].has(raw.id))));
      return { ...result, missing: others.map(({ typed }) => typed), rank: isSubject ? result.rank : 0 };
    });
  });
}

/**
 * Return the main name of what was found although the typed term was not: "Suicide" for "overdose". Return "" if it is the
 * typed term's abbreviation or full form.
 *
 * @param {Unit} unit
 * @param {boolean[]} isFound
 * @returns {string}
 */
function nameSynonym({ terms }, isFound) {
  const found = terms.filter((_, number) => isFound[number]);
  return found.some(({ weight }) => weight === 1) ? "" : (mainName(found)?.text ?? "");
}

/**
 * Search for words, and return the results, best first. Throw an error if there is no index.
 *
 * @param {string} text
 * @param {IndexLocation} location
 * @returns {Promise<SearchAnswer>}
 */
export async function search(text, location) {
  const index = await loadIndex(location);
  const asked = leaveOutArea(index, text);
  let shownFor = asked;
  let answers = findAnswers(asked, index.answers, index.groups);
  let found = await find(index, asked);
  const isRow = found.phrase === "" && found.results.some(({ missing }) => missing.length === 0);
  if (answers.length === 0 && !isRow && exactPhrase(text) === undefined) {
    const better = await rewrite(index, location, asked, found);
    if (better !== undefined) ({ text: shownFor, answers, found } = better);
  }
  const answered = new Set(answers.map(({ address }) => address.split("#")[0]));
  const isComplete = found.results.some(({ address, missing }) => missing.length === 0 && !answered.has(address ?? ""));
  const rest = isComplete ? "" : findRest(shownFor, answers);
  if (rest !== "") {
    // "LADO phone number" is answered by the page with the numbers, and by the page whose name has the rest.
    const named = (await find(index, rest)).results.filter(({ rank, missing }) => rank > 0 && missing.length === 0);
    const addresses = new Set(named.map(({ address }) => address));
    found = { ...found, results: [...named, ...found.results.filter(({ address }) => !addresses.has(address))] };
  }
  // "SAR 2024": a page that has both words is not about a review of that year.
  const isOfYear = isReviewsOfYear(shownFor, index.answers);
  const lacksYear = answers.length === 0 && shownFor === asked && isOfYear;
  if (lacksYear) found = { ...found, phrase: asked };
  const isNamed = found.results.some(({ rank }) => rank > 0);
  const isAnswered = answers.length > 0 || isNamed || (found.phrase === "" && found.results.some(({ missing }) => missing.length === 0));
  const close = isAnswered || lacksYear ? [] : findCloseNames(shownFor, index.answers, index.groups);
  const empty = [...answers, ...close.slice(0, 1).map(({ answer }) => answer)].find((answer) => answer.empty)?.title ?? "";
  const results = orderResults({ text: shownFor, answers, close, found, isComplete, isOfYear });
  const { phrase, similar } = results[0]?.answer === undefined ? found : { phrase: "", similar: "" };
  return { ...found, results, phrase, similar, shownFor: shownFor === asked ? text : shownFor, empty: isNamed ? "" : empty };
}

/**
 * Return the addresses that match the words, each with its rank, and the words that were found. A match in a document
 * counts for its record too.
 *
 * @param {string} text
 * @param {IndexLocation} location
 * @returns {Promise<{ranks: Map<string, number>, shownFor: string}>}
 */
export async function rankAddresses(text, location) {
  const { results, shownFor } = await search(text, location);
  return { ranks: listRanks(results), shownFor };
}

/**
 * Return the snippet of a result. Only the best part of a long document is loaded; `others` is the number of other
 * parts that match.
 *
 * @param {SearchResult} result
 * @returns {Promise<Snippet & {others: number}>}
 */
export async function loadSnippet({ parts, words, answer }) {
  if (answer !== undefined) {
    const { root } = /** @type {Index} */ (await loadedIndex);
    return { ...describeAnswer(answer, root), others: 0 };
  }
  const [best, ...others] = [...parts].sort((one, other) => other.score - one.score);
  return { ...makeSnippet(await best.raw.data(), best.places, words), others: others.length };
}

/**
 * Return the snippet of an answer by name: the description of its page, with the same facts as for other results.
 *
 * @param {Answer} answer
 * @param {string} root
 * @returns {Snippet}
 */
function describeAnswer({ address, title, text, kind, date, read }, root) {
  return { address: root + address, title, kind, date, howToRead: read, language: {}, places: [], sentence: [{ text }] };
}
