// Find lists whose names are close to the typed words, for words that no page has together. This module does not use the
// page, so it also runs in node.

/** @import { Answer } from "./search-answers.js" */
/** @import { Term } from "./search-query.js" */

import { MAX_ANSWERS } from "./search-answers.js";
import { contentWords, findRow, splitWords, stemWord } from "./search-query.js";
import { foldWord } from "./snippets.js";

/** A subject of one word that is named among other words has at least this length without its ending. */
const MIN_SUBJECT = 4;

/** A name that has more words than a reader types; it answers only a search with its year. */
const OF_YEAR = /^20\d\d /;

/**
 * Return the lists whose names are close to the words that a reader typed, closest first, for words that no page has: a
 * list whose name is among the words, with the words that it lacks, or a list whose name has all of them.
 *
 * @param {string} text
 * @param {Answer[]} answers
 * @param {Term[][]} groups the groups of synonyms
 * @returns {{answer: Answer, missing: string[]}[]}
 */
export function findCloseNames(text, answers, groups) {
  const typed = contentWords(splitWords(text));
  const stems = typed.map(stemWord);
  const folded = typed.map(foldWord);
  const typedGroups = groups.filter((group) =>
    group.some((term) => findRow(stems, term.stems?.length ? term.stems : term.words) || findRow(folded, term.words)),
  );
  const close = answers.flatMap((answer) => {
    const names = answer.names.filter((name) => !OF_YEAR.test(name));
    if (names.length === 0) return [];
    const own = new Set(names.map((name) => splitWords(name).map(foldWord).join(" ")));
    const others = typedGroups.filter((group) => group.some(({ words }) => own.has(words.join(" ")))).flat();
    const named = [...names, ...others.map(({ words }) => words.join(" "))].map((name) =>
      contentWords(splitWords(name)).map(stemWord),
    );
    // "child death" is no name for "Death of a child caused by a parent": half of the words are something else.
    const isWhole = (/** @type {string[]} */ name) => stems.length * 2 > name.length && stems.every((stem) => name.includes(stem));
    const whole = stems.length > 1 && named.some(isWhole);
    if (whole) return { answer, missing: [], length: stems.length, isOwn: true };
    const [longest] = named
      .filter((name) => isSubject(answer, name) && findRow(stems, name))
      .sort((one, other) => other.length - one.length);
    if (longest === undefined) return [];
    const part = new Set(named.filter((name) => findRow(stems, name)).flat());
    const isOwn = names.some((name) => contentWords(splitWords(name)).map(stemWord).join() === longest.join());
    return { answer, missing: typed.filter((_, place) => !part.has(stems[place])), length: longest.length, isOwn };
  });
  close.sort(
    (one, other) =>
      one.missing.length - other.missing.length || Number(other.isOwn) - Number(one.isOwn) || Number(one.answer.empty) - Number(other.answer.empty) || other.length - one.length,
  );
  return close.filter(({ missing }) => missing.length === close[0].missing.length).slice(0, MAX_ANSWERS);
}

/**
 * Return true if a name among other words is what they are about: the name of a term, and no short word.
 *
 * @param {Answer} answer
 * @param {string[]} name
 * @returns {boolean}
 */
function isSubject({ address }, name) {
  const isTerm = address === "" || address.split("/").length > 2;
  return isTerm && (name.length > 1 || name[0].length >= MIN_SUBJECT);
}
