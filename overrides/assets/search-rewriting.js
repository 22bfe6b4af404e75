// Rewrite a query whose words are on no page: initials, words written as one or as two, a word of a longer name, and
// spelling. This module does not use the page, so it also runs in node.

/** @import { Term } from "./search-query.js" */

import { foldWord } from "./snippets.js";
import { findClosestWords } from "./spelling.js";

const MIN_INITIALS = 3;

/** Initials in small letters have at least this length: "kcsie". A shorter word may be any word. */
const MIN_SMALL_INITIALS = 4;
const MIN_PART = 4;

/** The second part of a word may be a letter or a number: "childk". */
const MAX_LETTER = 2;
const MIN_JOINED = 6;
const MIN_PART_OF_NAME = 6;

/**
 * What `spelling.json` has: the known words in tiers, and names of several words. `folded` has the words of all tiers.
 *
 * @typedef {{tiers: string[][], folded: Set<string>, longNames: string[]}} KnownWords
 */

/**
 * Return the known words of a file.
 *
 * @param {string[]} file
 * @returns {KnownWords}
 */
export function readKnownWords([names, ofVocabulary, common, known, rare, longNames = ""]) {
  const tiers = [names, ofVocabulary, common, known, rare].map((words = "") => words.split(" "));
  return { tiers, folded: new Set(tiers.flat().map(foldWord)), longNames: longNames.split("\n").filter(Boolean) };
}

/**
 * Return the name of several words with these initials: "Keeping Children Safe in Education" for "KCSIE". Small words
 * such as "of" may have an initial or none. Return undefined if there is no such name.
 *
 * @param {string} typed
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function findByInitials(typed, names) {
  const isCapitals = typed === typed.toUpperCase();
  if (!/^\p{L}+$/u.test(typed) || typed.length < (isCapitals ? MIN_INITIALS : MIN_SMALL_INITIALS)) return undefined;
  const wanted = typed.toUpperCase();
  return names.find((name) => {
    const words = name.split(/[\s-]+/);
    const all = words.map((word) => word[0]).join("");
    return all.toUpperCase() === wanted || all.replace(/[^\p{Lu}]/gu, "") === wanted;
  });
}

/**
 * Return the pairs of words that one word may be, most likely first: "child k" for "childk".
 *
 * @param {string} typed
 * @param {Set<string>} known
 * @returns {string[]}
 */
export function splitInTwo(typed, known) {
  const pairs = [];
  for (let cut = typed.length - 1; cut >= MIN_PART; cut -= 1) {
    const [first, second] = [typed.slice(0, cut), typed.slice(cut)];
    const isSecond = second.length <= MAX_LETTER || (second.length >= MIN_PART && known.has(foldWord(second)));
    if (isSecond && known.has(foldWord(first))) pairs.push(`${first} ${second}`);
  }
  return pairs;
}

/**
 * Return a text in which two words are written as one, if the one word is known: "timetable" for "time table".
 *
 * @param {string} text
 * @param {Set<string>} known
 * @returns {string}
 */
export function joinPairs(text, known) {
  const words = text.split(/\s+/);
  for (const [place, word] of words.entries()) {
    const joined = word + (words[place + 1] ?? "");
    if (place + 1 < words.length && joined.length >= MIN_JOINED && known.has(foldWord(joined))) {
      return [...words.slice(0, place), joined, ...words.slice(place + 2)].join(" ");
    }
  }
  return text;
}

/**
 * Return the only name that has a word: "Munchausen by proxy" for "munchausen". Return undefined if no name has it, or
 * names of several subjects.
 *
 * @param {string} typed
 * @param {Term[][]} groups
 * @returns {string | undefined}
 */
export function findNameWith(typed, groups) {
  const word = foldWord(typed);
  if (word.length < MIN_PART_OF_NAME) return undefined;
  const owners = groups.flatMap((group) => group.find(({ words }) => words.length > 1 && words.includes(word)) ?? []);
  return owners.length === 1 ? owners[0].text : undefined;
}

/**
 * Return other words for a word that is on no page, most likely first.
 *
 * @param {string} word
 * @param {boolean} isOnly true if it is the only word that decides
 * @param {KnownWords} known
 * @param {Term[][]} groups
 * @returns {string[]}
 */
export function listCorrections(word, isOnly, { tiers, folded, longNames }, groups) {
  const named = isOnly ? findNameWith(word, groups) : undefined;
  const all = [findByInitials(word, longNames), ...splitInTwo(word, folded), named, ...findClosestWords(word, tiers)];
  return all.filter((each) => each !== undefined);
}
