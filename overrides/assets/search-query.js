// Turn the text that a reader types into words and groups of synonyms for the search index. This module does not use
// the page, so it also runs in node.

import { foldWord } from "./snippets.js";

const MAX_LETTERS = 200;
const MAX_WORDS = 12;
const MAX_SYNONYMS = 5;
const SYNONYM_WEIGHT = 0.6;

/** Words on almost every page. They are left out if other words remain, because their lists are the longest. */
const COMMON_WORDS = new Set(
  "a an and are as at be by for from in is it of on or that the to was were with".split(" "),
);

/**
 * A word or a row of words that has synonyms: `text` to search for, and `words` to compare, which are folded.
 *
 * @typedef {{text: string, words: string[]}} Term
 */

/** @typedef {Term & {weight: number}} WeightedTerm */

/**
 * A query: `synonyms` has a list of terms for each term that was typed; `single` has the other words.
 *
 * @typedef {{synonyms: WeightedTerm[][], single: string[]}} Query
 */

/**
 * Return the text of a query in quotation marks, which must match exactly; undefined if it has none.
 *
 * @param {string} text
 * @returns {string | undefined}
 */
export function exactPhrase(text) {
  return /^\s*".+"\s*$/.test(text) ? text.slice(0, MAX_LETTERS) : undefined;
}

/**
 * Return the words of a text. Very long texts are cut.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function splitWords(text) {
  return text
    .slice(0, MAX_LETTERS)
    .split(/[\s/"“”]+/)
    .filter(foldWord)
    .slice(0, MAX_WORDS);
}

/**
 * Return a term of a group in `words.json`.
 *
 * @param {string} text
 * @returns {Term}
 */
export function parseTerm(text) {
  const words = text.split(/[\s/]+/).filter(foldWord);
  return { text: words.join(" "), words: words.map(foldWord) };
}

/**
 * Return the query for the words that a reader typed.
 *
 * @param {string[]} words
 * @param {Term[][]} groups the groups of synonyms
 * @returns {Query}
 */
export function parseQuery(words, groups) {
  const synonyms = [];
  const single = [];
  for (let start = 0; start < words.length; ) {
    const best = findTerm(words.slice(start).map(foldWord), groups);
    const terms = best ? listSynonyms(best.term, best.group) : [];
    if (best && terms.length > 1) {
      start += best.term.words.length;
      synonyms.push(terms);
    } else {
      single.push(words[start]);
      start += 1;
    }
  }
  const rare = single.filter((word) => !COMMON_WORDS.has(word.toLowerCase()));
  return { synonyms, single: rare.length > 0 || synonyms.length > 0 ? rare : single };
}

/**
 * Return the longest term that a list of words begins with, and its group. Return undefined if there is none. A term
 * that is in two groups, because two subjects share it, has the words of both.
 *
 * @param {string[]} folded
 * @param {Term[][]} groups
 * @returns {{term: Term, group: Term[]} | undefined}
 */
function findTerm(folded, groups) {
  /** @type {{term: Term, group: Term[]} | undefined} */
  let best;
  for (const group of groups) {
    for (const term of group) {
      const fits = term.words.every((word, place) => folded[place] === word);
      if (!fits) continue;
      if (best === undefined || term.words.length > best.term.words.length) best = { term, group };
      else if (term.words.length === best.term.words.length) best = { term: best.term, group: [...best.group, ...group] };
    }
  }
  return best;
}

/**
 * Return the term that was typed, then its synonyms. A synonym that contains another one would find nothing more.
 *
 * @param {Term} typed
 * @param {Term[]} group
 * @returns {WeightedTerm[]}
 */
function listSynonyms(typed, group) {
  const terms = [typed];
  for (const term of [...group].sort((one, other) => one.words.length - other.words.length)) {
    if (!terms.some((shorter) => contains(term, shorter))) terms.push(term);
  }
  return terms
    .slice(0, MAX_SYNONYMS)
    .map((term) => ({ ...term, weight: term === typed || isAbbreviation(term, typed) ? 1 : SYNONYM_WEIGHT }));
}

/**
 * Return true if the words of a term include those of another, in a row.
 *
 * @param {Term} term
 * @param {Term} part
 * @returns {boolean}
 */
function contains({ words }, part) {
  return words.some((_, start) => part.words.every((word, place) => words[start + place] === word));
}

/**
 * Return true if one of the terms is the abbreviation of the other.
 *
 * @param {Term} one
 * @param {Term} other
 * @returns {boolean}
 */
function isAbbreviation(one, other) {
  /** @param {Term} term */
  const initials = ({ words }) => words.map((word) => word[0]).join("");
  return initials(one) === other.words.join("") || initials(other) === one.words.join("");
}
