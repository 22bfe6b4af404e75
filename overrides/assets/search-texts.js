// The words of the search that are on the results page and in the suggestions. This module does not use the page, so it
// also runs in node.

import { gettext, ngettext } from "./words.js";

/**
 * The heading of each kind of result, in the order in which kinds are offered.
 *
 * @type {Record<string, string>}
 */
export const KIND_HEADINGS = {
  Review: gettext("Reviews"),
  Briefing: gettext("Briefings"),
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
 * @param {{shownFor: string, unknown: string[]}} answer the words that were searched for, and those left out
 * @param {number} number how many results there are
 * @returns {string}
 */
export function describeResults(words, kind, { shownFor, unknown }, number) {
  const count = countResults(number);
  const kindName = kind ? KIND_HEADINGS[kind].toLowerCase() : "";
  const results = kind ? gettext("{results} in {kind}", { results: count, kind: kindName }) : count;
  if (shownFor !== words) {
    return gettext("No results for “{words}”. Showing results for “{shownFor}”: {results}.", { words, shownFor, results });
  }
  if (number === 0) {
    return gettext("No results for “{words}”. Check the spelling, or try fewer or other words.", { words });
  }
  const without = unknown.map((word) => `“${word}”`).join(gettext(" and "));
  if (unknown.length > 0) {
    return gettext("No results for all your words. Without {words}: {results}.", { words: without, results });
  }
  return gettext("{results} for “{words}”", { results, words });
}
