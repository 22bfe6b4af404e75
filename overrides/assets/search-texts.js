// The words of the search that are on the results page and in the suggestions. This module does not use the page, so it
// also runs in node.

/**
 * The heading of each kind of result, in the order in which kinds are offered.
 *
 * @type {Record<string, string>}
 */
export const KIND_HEADINGS = {
  Review: "Reviews",
  Briefing: "Briefings",
  Document: "Documents",
  Page: "Pages",
  Bulletin: "Bulletins",
  News: "News and resources",
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
  return `${number} ${number === 1 ? "result" : "results"}`;
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
  const results = kind ? `${countResults(number)} in ${KIND_HEADINGS[kind].toLowerCase()}` : countResults(number);
  if (shownFor !== words) return `No results for “${words}”. Showing results for “${shownFor}”: ${results}.`;
  if (number === 0) return `No results for “${words}”. Check the spelling, or try fewer or other words.`;
  const without = unknown.map((word) => `“${word}”`).join(" and ");
  if (unknown.length > 0) return `No results for all your words. Without ${without}: ${results}.`;
  return `${results} for “${words}”`;
}
