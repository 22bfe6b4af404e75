// The words of the search that are on the results page and in the suggestions. This module does not use the page, so it
// also runs in node.

/** @import { SearchAnswer } from "./search-index.js" */

import { gettext, ngettext } from "./words.js";

/**
 * The heading of each kind of result, in the order in which kinds are offered.
 *
 * @type {Record<string, string>}
 */
export const KIND_HEADINGS = {
  Review: gettext("Reviews"),
  Briefing: gettext("Briefings"),
  Recommendation: gettext("Recommendations"),
  Document: gettext("Documents"),
  Page: gettext("Pages"),
  Bulletin: gettext("Bulletins"),
  News: gettext("News and resources"),
};

/**
 * Name the kind "News" as this site does: a site may have only news, or only resources.
 *
 * @param {DOMStringMap} settings the data attributes of a search form
 */
export function nameKinds({ notices }) {
  if (notices) KIND_HEADINGS.News = notices;
}

/**
 * Return a number of results in words: "1 result", "2 results".
 *
 * @param {number} number
 * @returns {string}
 */
export function countResults(number) {
  return ngettext("{number} result", "{number} results", number);
}

/**
 * Return a sentence that says what was found.
 *
 * @param {string} words the words that the reader typed
 * @param {string} kind the only kind of result that is shown; empty for all
 * @param {SearchAnswer} answer
 * @param {number} number how many results are shown
 * @returns {string}
 */
export function describeResults(words, kind, answer, number) {
  const { shownFor, phrase, similar, empty } = answer;
  const count = countResults(number);
  const kindName = kind ? KIND_HEADINGS[kind].toLowerCase() : "";
  const results = kind ? gettext("{results} in {kind}", { results: count, kind: kindName }) : count;
  if (shownFor !== words) {
    return gettext("No results for “{words}”. Showing results for “{shownFor}”: {results}.", { words, shownFor: similar || shownFor, results });
  }
  if (empty) return gettext("We have not published anything on “{subject}” yet. {results}.", { subject: empty, results });
  if (number === 0) {
    return gettext("No results for “{words}”. Check the spelling, or try fewer or other words.", { words });
  }
  if (similar) {
    return gettext("No results for “{words}”. Showing results for “{shownFor}”: {results}.", { words, shownFor: similar, results });
  }
  if (phrase) return gettext("No page has the words “{phrase}” together. With the words apart: {results}.", { phrase, results });
  if (answer.results.every(({ missing }) => missing.length > 0)) {
    const [{ missing }] = answer.results;
    if (!answer.results.every((result) => describeMissing(result) === describeMissing(answer.results[0]))) {
      return gettext("No results for all your words. With some of them: {results}.", { results });
    }
    return gettext("No results for all your words. Without {words}: {results}.", { words: joinWords(missing), results });
  }
  return gettext("{results} for “{words}”", { results, words });
}

/**
 * Return a note about the typed words that a result lacks, or has apart. Return "" if it has them all in a row.
 *
 * @param {{missing: string[], answer?: unknown}} result
 * @param {string} [phrase] a phrase that no result has
 * @returns {string}
 */
export function describeMissing({ missing, answer }, phrase = "") {
  if (missing.length > 0) return gettext("Without {words}", { words: joinWords(missing) });
  return phrase && answer === undefined ? gettext("Words not together: “{phrase}”", { phrase }) : "";
}

/**
 * Return words in quotation marks, joined by "and".
 *
 * @param {string[]} words
 * @returns {string}
 */
function joinWords(words) {
  return words.map((word) => `“${word}”`).join(gettext(" and "));
}

/**
 * Return true if the results are not simply those for the typed words, so that a reader has to know it.
 *
 * @param {string} words
 * @param {SearchAnswer} answer
 * @returns {boolean}
 */
export function isUnusual(words, { shownFor, phrase, similar, empty, results }) {
  return shownFor !== words || [phrase, similar, empty].some(Boolean) || results.every(({ missing }) => missing.length > 0);
}
