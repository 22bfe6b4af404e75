// Turn the text that a reader types into units to search for: words, and terms with their synonyms. This module does
// not use the page, so it also runs in node.

import { foldWord } from "./snippets.js";

const MAX_LETTERS = 200;
const MAX_WORDS = 12;
const MAX_SYNONYMS = 5;
const MIN_STEM = 3;

/** A term of one word may have another ending if this much of it is the same: "groomed" and "grooming". */
const MIN_TERM_STEM = 5;
const SYNONYM_WEIGHT = 0.6;

/** For "Working Together", a page with "Working Together to Safeguard Children" is better than one with other words. */
const WHOLE_NAME_WEIGHT = 2;

/** The sign before a name in `words.json` that no page has. */
const RARE = "~";

/** A phrase of more words is a question, whose words seldom are next to each other. */
const MAX_PHRASE_UNITS = 3;

/** Words that no page is about. They do not decide what is found, and do not begin or end a phrase. */
const FILLER_WORDS = new Set(
  (
    "a about also am an and any are as at be because been being but by can could did do does doing ever find " +
    "for from get gets getting had happen happened happening happens has have having he her here hers hi him his how " +
    "i id if ill im in into is it its ive just let like many me mean means much my need needs of on or our ours " +
    "please really she should so some someone something somebody stand stands tell than thank that the their them there these they " +
    "this those to us want wants was we were what whats when where wheres which who whom whos whose why with would " +
    "you your yours anyone anybody anything thing things"
  ).split(" "),
);

/** Words that so many pages have that a page with no other typed word is no answer. */
const WEAK_WORDS = new Set(
  ("adult bulletin briefing case child children doc document family guidance guide info information leaflet pdf people " +
    "person policy practice procedure report resource review safeguarding young").split(" "),
);

/** A year and a word for a document are not a part of a phrase: nobody writes "2022 CSPR", or "thresholds doc". */
const NO_PART_OF_PHRASE = /^(?:20\d\d|docs?|documents?|info|leaflets?|pdfs?)$/i;

/** Words that change the meaning of a phrase, but find nothing without its other words. */
const NEGATIONS = new Set("not no never without".split(" "));

/**
 * A word or a row of words that has synonyms: `text` to search for, and `words` to compare, which are folded.
 *
 * `stems` has the words that decide, without their endings; it is empty if the term has to be typed exactly. A term that
 * no page has, `isRare`, leads to its synonyms, and is no synonym to search for.
 *
 * @typedef {{text: string, words: string[], stems?: string[], isRare?: boolean}} Term
 */

/** @typedef {Term & {weight: number}} WeightedTerm */

/**
 * A part of a query: the text as it was typed, and the terms to search for. The first one was typed; the others are its
 * synonyms.
 *
 * @typedef {{typed: string, terms: WeightedTerm[]}} Unit
 */

/**
 * A query. `phrase` has the typed words that a page should have in a row; it is empty for one word and for a question.
 *
 * @typedef {{units: Unit[], phrase: string}} Query
 */

/**
 * Return the text of a query in quotation marks, which must match exactly; undefined if it has none.
 *
 * @param {string} text
 * @returns {string | undefined}
 */
export function exactPhrase(text) {
  return /^\s*".+"\s*$/.test(text) ? foldCharacters(text).slice(0, MAX_LETTERS) : undefined;
}

/**
 * Return a text without ligatures, full-width letters, soft hyphens and zero-width spaces, as the generator folds the
 * texts of the index.
 *
 * @param {string} text
 * @returns {string}
 */
export function foldCharacters(text) {
  return text.normalize("NFKC").replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
}

/**
 * Return the words of a text. A letter before a hyphen is a part of its word: "e-learning". Very long texts are cut.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function splitWords(text) {
  return foldCharacters(text)
    .slice(0, MAX_LETTERS)
    .split(/[\s/"“”]+/)
    .flatMap(splitAtHyphens)
    .filter(foldWord)
    .slice(0, MAX_WORDS);
}

/**
 * Return the parts of a word between its hyphens. A letter before the first hyphen belongs to the next part.
 *
 * @param {string} word
 * @returns {string[]}
 */
function splitAtHyphens(word) {
  const [start] = /^\p{L}[\-‐-—]/u.exec(word) ?? [""];
  const [first, ...others] = word.slice(start.length).split(/[\-‐-—]+/);
  return [start + first, ...others];
}

/**
 * Return a term of a group in `words.json`.
 *
 * @param {string} text
 * @returns {Term}
 */
export function parseTerm(text) {
  if (text.startsWith(RARE)) return { ...parseTerm(text.slice(RARE.length)), isRare: true };
  const words = text.split(/[\s/]+/).filter(foldWord);
  const content = words.some((word) => NEGATIONS.has(foldWord(word))) ? [] : contentWords(splitWords(text));
  const all = content.map(stemWord);
  const isLong = words.length === 1 && all[0]?.length >= MIN_TERM_STEM;
  return { text: words.join(" "), words: splitWords(text).map(foldWord), stems: all.length > 1 || isLong ? all : [] };
}

/**
 * Return the name that readers see for a subject: the first one that is no abbreviation.
 *
 * @param {Term[]} names
 * @returns {Term | undefined}
 */
export function mainName(names) {
  return names.find(({ text }) => text !== text.toUpperCase()) ?? names[0];
}

/**
 * Return a word without its ending, to compare with another one: "worried" and "worry", "hits" and "hitting".
 *
 * @param {string} word
 * @returns {string}
 */
export function stemWord(word) {
  const folded = foldWord(word);
  const shorter = folded.replace(/(?:ing|ed)$/, "");
  const stem = shorter.length >= MIN_STEM && /[aeiouy]/.test(shorter) ? shorter : folded;
  if (stem.length <= MIN_STEM) return stem;
  // "police" keeps its ending, because "policy" is another word.
  return stem
    .replace(/([^aeiouls\d])\1$/, "$1")
    .replace(/(ice)$|e$|([^aeiou])[iy]$/, (_, kept = "", consonant = "") => kept + consonant);
}

/**
 * Return the words that decide what is found. If there is none, every word decides.
 *
 * @param {string[]} words
 * @returns {string[]}
 */
export function contentWords(words) {
  const content = words.filter((word) => !isFiller(word) && !NEGATIONS.has(foldWord(word)));
  return content.length > 0 ? content : words;
}

/**
 * Return the query for the words that a reader typed.
 *
 * @param {string[]} words
 * @param {Term[][]} groups the groups of synonyms
 * @returns {Query}
 */
export function parseQuery(words, groups) {
  const content = new Set(contentWords(words));
  /** @type {Unit[]} */
  const units = [];
  const isTyped = new Set();
  for (let start = 0; start < words.length; ) {
    const best = findTerm(words.slice(start).map(foldWord), groups);
    const terms = best ? listSynonyms(best.term, best.group) : [];
    const isTerm = terms.length > 1 || terms[0]?.words.length > 1;
    const length = best && isTerm ? best.length : 1;
    const typed = words.slice(start, start + length).join(" ");
    const isUnit = isTerm || content.has(words[start]);
    if (isUnit && !isTyped.has(typed)) {
      isTyped.add(typed);
      const single = { text: typed, words: [foldWord(typed)], weight: 1 };
      units.push({ typed, terms: isTerm ? terms : [single] });
    }
    start += length;
  }
  return { units, phrase: units.length <= MAX_PHRASE_UNITS ? findPhrase(words, units) : "" };
}

/**
 * Return the typed words from the first to the last that is no filler. Return "" if one unit has all of them, or if there
 * are fillers between them, because such words describe something: "lantern on the ice".
 *
 * @param {string[]} words
 * @param {Unit[]} units
 * @returns {string}
 */
function findPhrase(words, units) {
  /** @param {string | undefined} word */
  const isNegation = (word) => word !== undefined && NEGATIONS.has(foldWord(word));
  const isPart = words.map((word, place) => (!isFiller(word) && !NO_PART_OF_PHRASE.test(word)) || isNegation(word) || isNegation(words[place + 1]));
  const phrase = words.slice(isPart.indexOf(true), isPart.lastIndexOf(true) + 1).join(" ");
  const isRow = isPart.includes(true) && !isPart.slice(isPart.indexOf(true), isPart.lastIndexOf(true)).includes(false);
  return isRow && !units.some(({ typed }) => typed === phrase) ? phrase : "";
}

/**
 * Return true for a word that no page is about.
 *
 * @param {string} word
 * @returns {boolean}
 */
export function isFiller(word) {
  return FILLER_WORDS.has(word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""));
}

/**
 * Return true for a unit of words that nearly all pages have.
 *
 * @param {{typed: string, terms?: Term[]}} unit
 * @returns {boolean}
 */
export function isWeak({ typed, terms = [] }) {
  return [typed, ...terms.map(({ text }) => text)].some((text) => text.split(" ").every((word) => WEAK_WORDS.has(foldWord(word))));
}

/**
 * Return the longest term that a list of words begins with, its group, and the number of words that it covers. Return
 * undefined if there is none. A term in its own form is better than in another one: "cuckooing" than "cuckooed". A term
 * that is in two groups, because two subjects share it, has the words of both.
 *
 * @param {string[]} folded
 * @param {Term[][]} groups
 * @returns {{term: Term, group: Term[], length: number} | undefined}
 */
function findTerm(folded, groups) {
  /** @type {{term: Term, group: Term[], length: number, isExact: boolean} | undefined} */
  let best;
  for (const group of groups) {
    for (const term of group) {
      const length = countCovered(folded, term);
      if (length === 0) continue;
      const isExact = isRowAtStart(folded, term.words);
      if (best === undefined || length > best.length || (length === best.length && isExact && !best.isExact)) {
        best = { term, group, length, isExact };
      } else if (length === best.length && isExact === best.isExact && group !== best.group) {
        best = { ...best, group: [...best.group, ...group] };
      }
    }
  }
  return best ?? findSection(folded);
}

/**
 * Return the section of an Act for its abbreviation: "section 11" for "s11".
 *
 * @param {string[]} folded
 * @returns {{term: Term, group: Term[], length: number} | undefined}
 */
function findSection([word]) {
  const [, number] = /^s(\d{1,3}[a-z]?)$/.exec(word) ?? [];
  if (number === undefined) return undefined;
  const group = [parseTerm(word), parseTerm(`section ${number}`)];
  return { term: group[0], group: [group[1], group[0]], length: 1 };
}

/**
 * Return true if words begin with other words.
 *
 * @param {string[]} folded
 * @param {string[]} words
 * @returns {boolean}
 */
function isRowAtStart(folded, words) {
  return words.every((word, place) => folded[place] === word);
}

/**
 * Return how many of the first typed words are a term; 0 if they are not. Endings do not count, nor do fillers between
 * the words: "leave my children alone" is "leaving children alone". A term of two words may be typed as one, and the
 * other way round: "countylines", "whistle blowing".
 *
 * @param {string[]} folded
 * @param {Term} term
 * @returns {number}
 */
function countCovered(folded, { words, stems = [] }) {
  if (isRowAtStart(folded, words)) return words.length;
  const [first, second = ""] = folded;
  const joined = words.join("");
  if (joined.length >= MIN_TERM_STEM && words.length > 1 && first === joined) return 1;
  if (joined.length >= MIN_TERM_STEM && words.length === 1 && second !== "" && first + second === joined) return 2;
  let found = 0;
  for (const [place, word] of stems.length > 0 ? folded.entries() : []) {
    if (stemWord(word) === stems[found]) found += 1;
    else if (found === 0 || !isFiller(word)) return 0;
    if (found === stems.length) return place + 1;
  }
  return 0;
}

/**
 * Return the term that was typed, then its synonyms that pages may have. A synonym that contains another one would find
 * nothing more. Of many, the shortest are searched for, and always the first of the group, which is the label of a term.
 *
 * @param {Term} typed
 * @param {Term[]} group
 * @returns {WeightedTerm[]}
 */
function listSynonyms(typed, group) {
  const terms = [typed];
  const label = group[0];
  const searchable = group.filter((term) => !term.isRare || term === label);
  for (const term of searchable.sort((one, other) => one.words.length - other.words.length)) {
    if (!terms.some((shorter) => findRow(term.words, shorter.words))) terms.push(term);
  }
  const searched = terms.slice(0, MAX_SYNONYMS);
  if (!searched.some((term) => findRow(label.words, term.words))) searched.splice(-1, 1, label);
  const all = searched.map((term) => ({ ...term, weight: term === typed || isAbbreviation(term, typed) ? 1 : SYNONYM_WEIGHT }));
  const isPartOfLabel = typed.words.length > 1 && typed.words.length < label.words.length && findRow(label.words, typed.words);
  return isPartOfLabel ? [...all, { ...label, weight: WHOLE_NAME_WEIGHT }] : all;
}

/**
 * Return true if the words include those of a part, in a row.
 *
 * @param {string[]} words
 * @param {string[]} part
 * @returns {boolean}
 */
export function findRow(words, part) {
  return words.some((_, start) => part.every((word, place) => words[start + place] === word));
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
