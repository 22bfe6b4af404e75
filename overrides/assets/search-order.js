// Put the answers by name and the results of the index in one order. This module does not use the page, so it also runs in
// node.

/** @import { Answer } from "./search-answers.js" */
/** @import { Found } from "./search-index.js" */
/** @import { SearchResult } from "./search-ranking.js" */

import { ignoresWords, isSingle, listIgnored } from "./search-answers.js";
import { isSubjectPage, kindOf } from "./search-ranking.js";

/** @typedef {{answer: Answer, missing: string[]}} NamedAnswer */

/**
 * Return all results, best first: the answers by name, then the results of the index. An answer that leaves out typed
 * words comes after the pages that have them all.
 *
 * @param {object} search
 * @param {string} search.text the words that were found
 * @param {Answer[]} search.answers
 * @param {NamedAnswer[]} search.close lists with a close name
 * @param {Found} search.found
 * @param {boolean} search.isComplete true if a page that is no answer has all words
 * @param {boolean} search.isOfYear true for a year of reviews
 * @returns {SearchResult[]}
 */
export function orderResults({ text, answers, close, found, isComplete, isOfYear }) {
  const whole = found.results.filter(({ missing }) => missing.length === 0);
  const isPlain = isComplete && found.phrase === "";
  /** @param {Answer} answer */
  const isLater = (answer) =>
    (isPlain || (isComplete && isSingle(text, answer))) &&
    ignoresWords(text, answer, isOfYear) &&
    !whole.some(({ address }) => address === answer.address);
  /**
   * @param {Answer} answer
   * @returns {NamedAnswer}
   */
  const mark = (answer) => ({ answer, missing: listIgnored(text, answer, found.unknown) });
  const isClose = !whole.some(isSolid);
  const later = answers.filter(isLater).map(mark);
  const first = [
    ...answers.filter((answer) => !isLater(answer)).map(mark),
    ...close.filter(({ missing }) => isClose || missing.length === 0),
  ];
  const part = found.results.filter(({ missing }) => missing.length > 0);
  return putFirst(first, later.length > 0 ? [...whole, ...putFirst(later, part)] : found.results);
}

/**
 * Return true for a page that has all words near each other, or on a page about one subject.
 *
 * @param {SearchResult} result
 * @returns {boolean}
 */
export function isSolid(result) {
  return result.missing.length === 0 && (isSubjectPage(result) || result.parts.some(({ isFar }) => !isFar));
}

/**
 * Return the results with the answers by name before them. An answer about a subject that no record has comes after a
 * result whose name has the words.
 *
 * @param {NamedAnswer[]} answers
 * @param {SearchResult[]} results
 * @returns {SearchResult[]}
 */
function putFirst(answers, results) {
  const isNamed = results.some(({ rank }) => rank > 0);
  const first = answers.filter(({ answer: { address, empty } }) => address && !(empty && isNamed)).map(makeResult);
  const addresses = new Set(first.map(({ address }) => address));
  return [...first, ...results.filter(({ address }) => !addresses.has(address))];
}

/**
 * Return the result of an answer by name.
 *
 * @param {NamedAnswer} named
 * @returns {SearchResult}
 */
function makeResult({ answer, missing }) {
  const [address] = answer.address.split("#");
  return { answer, address, kind: kindOf(address), words: [], score: 0, rank: 0, parts: [], missing };
}
