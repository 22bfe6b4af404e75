// Find the pages of the search index (made by Pagefind) that have a word or a term.

/** @import { Term, Unit } from "./search-query.js" */
/** @import { Hit } from "./search-ranking.js" */

import { mergeAny } from "./search-ranking.js";
import { foldWord } from "./snippets.js";

/** A short term may be an abbreviation and must match exactly: SCR must not find "screen". */
const ABBREVIATION_LENGTH = 5;

/** A shorter word finds only itself, unless it is the only one: "Spa" must not find "space". */
const MIN_BEGINNING = 4;
const MIN_BEGINNING_AMONG_OTHERS = 6;

const POSSESSIVE = /['’]s?(?= |$)/;

/** For more pages than this, it is not checked how the words are written. */
const MAX_CHECKED = 10;

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

/**
 * Return what Pagefind finds for a text, by the id of the page.
 *
 * @param {Pagefind} pagefind
 * @param {string} text
 * @returns {Promise<Map<string, Hit>>}
 */
export async function findText(pagefind, text) {
  const { results } = await pagefind.search(text);
  return new Map(results.map((raw) => [raw.id, { raw, score: raw.score, places: raw.words }]));
}

/**
 * Return the pages that have the words of a phrase in a row.
 *
 * @param {Pagefind} pagefind
 * @param {string} phrase
 * @returns {Promise<Map<string, Hit>>}
 */
export async function findPhrase(pagefind, phrase) {
  const forms = new Set([phrase, phrase.replaceAll(" ", "-")]);
  const found = await Promise.all([...forms].map((form) => findText(pagefind, `"${form}"`)));
  return mergeAny(found, found.map(() => 1));
}

/**
 * Return the pages that have a unit of a query, and for each of its terms whether a page has it.
 *
 * @param {Pagefind} pagefind
 * @param {Unit} unit
 * @param {boolean} isOnly true if the query has no other unit
 * @param {boolean} isLast true if it is the last unit, which a reader may still be typing
 * @returns {Promise<{hits: Map<string, Hit>, isFound: boolean[]}>}
 */
export async function findUnit(pagefind, { terms }, isOnly, isLast) {
  const isTerm = terms.length > 1 || terms[0].words.length > 1;
  const found = await Promise.all(
    terms.map((term) => (isTerm ? findTerm(pagefind, term) : findWord(pagefind, term.text, isOnly, isLast))),
  );
  return { hits: mergeAny(found, terms.map(({ weight }) => weight)), isFound: found.map(({ size }) => size > 0) };
}

/**
 * Return the pages that contain the words of a term in a row. Their scores are those of the single words, because
 * Pagefind does not score exact matches.
 *
 * @param {Pagefind} pagefind
 * @param {Term} term
 * @returns {Promise<Map<string, Hit>>}
 */
async function findTerm(pagefind, { text, words }) {
  const loose = await findText(pagefind, text);
  if (words.length === 1 && text.length > ABBREVIATION_LENGTH) return (await isKnown(pagefind, text)) ? loose : new Map();
  return scoreExact(await keepWritten(await findPhrase(pagefind, text), text), loose, words.length === 1);
}

/**
 * Leave out the pages that have the words of a term, but not its possessive or number: "Children home alone" is not about a
 * children's home. The index has words without their endings and signs: of "4.2" it has "42".
 *
 * @param {Map<string, Hit>} hits
 * @param {string} text
 * @returns {Promise<Map<string, Hit>>}
 */
async function keepWritten(hits, text) {
  if (!(POSSESSIVE.test(text) || /\d/.test(text)) || hits.size > MAX_CHECKED) return hits;
  const words = text.split(" ").map((word) => {
    const plain = word.replace(/['’]s?$/, "").replace(/[^\p{L}\p{N}]/gu, ".");
    return word.length > plain.length ? `${plain.replace(/s$/, "")}['’]?s['’]?` : `${plain.replace(/s$/, "")}\\p{L}*`;
  });
  const pattern = new RegExp(words.join("[\\s-]+"), "iu");
  const checked = await Promise.all(
    [...hits].map(async ([id, hit]) => {
      const { content, meta } = await hit.raw.data();
      return /** @type {const} */ ([id, hit, pattern.test(`${meta.title ?? ""} ${content}`)]);
    }),
  );
  return new Map(checked.flatMap(([id, hit, isWritten]) => (isWritten ? [[id, hit]] : [])));
}

/**
 * Return the pages that have a word, or a word that begins with it. Among other words a short one has to be whole, unless
 * it is the last: "Star Hobson" must not find "start".
 *
 * @param {Pagefind} pagefind
 * @param {string} word
 * @param {boolean} isOnly true if there is no other word
 * @param {boolean} isLast true for the last word
 * @returns {Promise<Map<string, Hit>>}
 */
async function findWord(pagefind, word, isOnly, isLast) {
  const minLength = isOnly || isLast ? MIN_BEGINNING : MIN_BEGINNING_AMONG_OTHERS;
  const isShort = foldWord(word).length < minLength || /\p{N}/u.test(word);
  const loose = await findText(pagefind, word);
  if (!isShort) return (await isKnown(pagefind, word)) ? loose : new Map();
  const exact = scoreExact(await findText(pagefind, `"${word}"`), loose, true);
  return exact.size === 0 && isOnly && (await isKnown(pagefind, word)) ? loose : exact;
}

/**
 * Give exact matches the scores of the same pages in a search without quotation marks.
 *
 * @param {Map<string, Hit>} exact
 * @param {Map<string, Hit>} loose
 * @param {boolean} isWord true if one word was searched for
 * @returns {Map<string, Hit>}
 */
function scoreExact(exact, loose, isWord) {
  for (const [id, hit] of exact) {
    hit.score = loose.get(id)?.score ?? hit.score;
    if (isWord) hit.near = [...hit.places, ...(loose.get(id)?.places ?? [])]; // An exact match has only its first place.
  }
  return exact;
}

/**
 * Return false for a word that is on no page, in no form, and that no word begins with. Pagefind ignores such a word, or
 * searches for the longest beginning that is on a page: "onerror" would find "one", and "referal" would find "refer".
 *
 * @param {Pagefind} pagefind
 * @param {string} word
 * @returns {Promise<boolean>}
 */
async function isKnown(pagefind, word) {
  if ((await pagefind.search(`"${word}"`)).results.length > 0) return true;
  const [hit] = (await pagefind.search(word)).results;
  if (hit === undefined) return false;
  const { content, meta } = await hit.data();
  const text = content.split(/\s+/);
  const matches = hit.words.length > 0 ? hit.words.map((place) => text[place] ?? "") : Object.values(meta);
  return matches.some((match) => foldWord(match ?? "").includes(foldWord(word)));
}
