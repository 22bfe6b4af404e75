// Answers by name: the pages that the vocabulary pins to certain words, and lists, which are not in the index. This
// module does not use the page, so it also runs in node.

/** @import { Term } from "./search-query.js" */

import { contentWords, findRow, isFiller, isWeak, parseQuery, splitWords, stemWord } from "./search-query.js";
import { foldWord } from "./snippets.js";

/** How many answers are shown at most. */
export const MAX_ANSWERS = 3;

/** In a phrase, the sign between "my" and words of someone who asks about their own life: "my ... hit". */
const DOTS = "...";

const FIRST_PERSON = new Set("i im ive me my mine myself our us we weve".split(" "));

/** With one of these words, someone in the first person looks for something to read: "I need a briefing on neglect". */
const READING_WORDS = new Set(
  "briefing bulletin document guidance leaflet learning policy poster procedure resource review statistic template toolkit training".split(" "),
);

/** Words that separate two others: a "report on neglect" does not report neglect. */
const SEPARATORS = new Set("about by for from in into of on".split(" "));

const LINK_WORDS = new Set("a an the about by for from in of on".split(" "));

const YEAR = /^20\d\d$/;

/** The folder of the lists of reviews of one type. */
const REVIEW_TYPES = "reviews/type/";

/**
 * An answer in `words.json`. It is shown if the typed words contain one of the `phrases`, or are one of the `names` or one
 * of the words that lead to it `alone`. An `empty` one is about a subject that no public record has; it has no address
 * if the site has no page for it.
 *
 * @typedef {object} Answer
 * @property {string} address
 * @property {string} title
 * @property {string} text
 * @property {string} kind
 * @property {string} date
 * @property {string} read
 * @property {string[]} phrases
 * @property {string[]} names
 * @property {string[]} [alone]
 * @property {boolean} empty
 */

/**
 * Return an answer of `words.json`, which leaves out what is empty. The name "" stands for the title.
 *
 * @param {Partial<Answer>} file
 * @returns {Answer}
 */
export function readAnswer(file) {
  const answer = { address: "", title: "", text: "", kind: "", date: "", read: "", phrases: [], names: [], empty: false, ...file };
  return { ...answer, names: answer.names.map((name) => name || answer.title) };
}

/**
 * Return the answers for the words that a reader typed: those with the longest phrase first, then lists by name, or by a
 * synonym of their name. A list whose name has all the words comes before an answer that ignores some of them.
 *
 * @param {string} text
 * @param {Answer[]} answers
 * @param {Term[][]} groups the groups of synonyms
 * @returns {Answer[]}
 */
export function findAnswers(text, answers, groups) {
  const words = splitWords(text);
  const name = foldName(words);
  if (name === "") return [];
  const terms = parseQuery(words, groups).units.map(({ typed }) => contentWords(splitWords(typed)).map(stemWord));
  const ranked = answers.map((answer) => ({
    answer,
    length: Math.max(0, ...answer.phrases.map((phrase) => (isPartOfTerm(phrase, terms) ? 0 : matchPhrase(words, phrase)))),
  }));
  const pinned = ranked.filter(({ length }) => length > 0).sort((one, other) => other.length - one.length);
  let named = findNames([name], answers);
  if (named.length === 0) named = findNames(listSynonyms(name, words, groups), answers);
  if (named.length === 0) named = findBeginnings(words, answers);
  const isOfYear = isReviewsOfYear(text, answers);
  const first = pinned.map(({ answer }) => answer).filter((answer) => named.length === 0 || (!isOfYear && !ignoresWords(text, answer)));
  const found = [...first, ...named, ...pinned.map(({ answer }) => answer)];
  return found.filter(({ address }, place) => found.findIndex((each) => each.address === address) === place).slice(0, MAX_ANSWERS);
}

/**
 * Return true if a phrase is only a part of a typed term: "old people" of "old people's home".
 *
 * @param {string} phrase
 * @param {string[][]} terms the words of each typed term, without endings
 * @returns {boolean}
 */
function isPartOfTerm(phrase, terms) {
  if (phrase.includes(DOTS)) return false;
  const words = contentWords(splitWords(phrase)).map(stemWord);
  return terms.some((term) => term.length > words.length && findRow(term, words));
}

/**
 * Return true if an answer is for a phrase that leaves out some of the typed words. The page for people who need help
 * answers them all, unless they look for something to read.
 *
 * @param {string} text
 * @param {Answer} answer
 * @param {boolean} [isOfYear] true if the words are a year of reviews, which the page for a year answers
 * @returns {boolean}
 */
export function ignoresWords(text, answer, isOfYear = false) {
  if (isOfYear && answer.phrases.some((phrase) => YEAR.test(phrase))) return false;
  const rest = splitWords(findRest(text, [answer])).map(foldWord);
  const own = ownWords(answer);
  if (rest.every((word) => own.has(word) || /^\d+$/.test(word) || isWeak({ typed: word }))) return false;
  const words = splitWords(text);
  if (!answer.phrases.some((phrase) => phrase.includes(DOTS))) return true;
  return !isFirstPerson(words) && words.some((word) => READING_WORDS.has(foldWord(word)));
}

/**
 * Return true if an answer is for one of the typed words, and for no longer phrase.
 *
 * @param {string} text
 * @param {Answer} answer
 * @returns {boolean}
 */
export function isSingle(text, answer) {
  const words = splitWords(text);
  return Math.max(...answer.phrases.map((phrase) => matchPhrase(words, phrase))) === 1;
}

/**
 * Return the typed words that an answer leaves out although no page has them, and a year that it is not about. The page
 * for people who need help answers all words.
 *
 * @param {string} text
 * @param {Answer} answer
 * @param {string[]} unknown the typed words that no page has
 * @returns {string[]}
 */
export function listIgnored(text, answer, unknown) {
  if (answer.phrases.some((phrase) => phrase.includes(DOTS))) return [];
  const own = ownWords(answer);
  return splitWords(findRest(text, [answer])).filter(
    (word) => !own.has(foldWord(word)) && !isWeak({ typed: word }) && (unknown.includes(word) || YEAR.test(word)),
  );
}

/**
 * Return the words of an answer's title and address.
 *
 * @param {Answer} answer
 * @returns {Set<string>}
 */
function ownWords({ title, address }) {
  return new Set(splitWords(`${title ?? ""} ${address}`).map(foldWord));
}

/**
 * Return true for a year with words for reviews, or for a type of them: "SAR 2024".
 *
 * @param {string} text
 * @param {Answer[]} answers
 * @returns {boolean}
 */
export function isReviewsOfYear(text, answers) {
  const stems = contentWords(splitWords(text)).map(stemWord);
  const types = answers.filter(({ address }) => address.startsWith(REVIEW_TYPES)).flatMap(({ names }) => names);
  const known = new Set(["case review report", ...types].flatMap(splitWords).map(stemWord));
  const others = stems.filter((stem) => !YEAR.test(stem));
  return others.length > 0 && others.length + 1 === stems.length && others.every((stem) => known.has(stem));
}

/**
 * Return true for words in the first person: "I want to die".
 *
 * @param {string[]} words
 * @returns {boolean}
 */
export function isFirstPerson(words) {
  return words.some((word) => FIRST_PERSON.has(word.toLowerCase().replace(/['’]/g, "")));
}

/**
 * Return the answers with one of some names.
 *
 * @param {string[]} folded
 * @param {Answer[]} answers
 * @returns {Answer[]}
 */
function findNames(folded, answers) {
  return answers.filter(({ names, alone = [] }) => [...names, ...alone].some((each) => folded.includes(foldName(splitWords(each)))));
}

/**
 * Return the answers whose name begins with several typed words, if nothing is published on their subject, and the
 * lists of a typed year whose name has the other typed words.
 *
 * @param {string[]} words
 * @param {Answer[]} answers
 * @returns {Answer[]}
 */
function findBeginnings(words, answers) {
  const stems = contentWords(words).map(stemWord);
  if (stems.length < 2) return [];
  const isYear = stems.some((stem) => YEAR.test(stem));
  return answers.filter(({ names, empty }) =>
    names.some((each) => {
      const name = contentWords(splitWords(each)).map(stemWord);
      return isYear ? stems.includes(name[0]) && stems.every((stem) => name.includes(stem)) : empty && stems.every((stem, place) => name[place] === stem);
    }),
  );
}

/**
 * Return the other names in the groups that have a name, if possible in its own form: "cuckooing", not "cuckooed".
 *
 * @param {string} name
 * @param {string[]} words the words of the name
 * @param {Term[][]} groups
 * @returns {string[]}
 */
function listSynonyms(name, words, groups) {
  const folded = groups.map((group) => group.map(({ words }) => foldName(words)));
  const found = folded.filter((names) => names.includes(name));
  const typed = words.map(foldWord).join(" ");
  const exact = found.filter((names) => groups[folded.indexOf(names)].some((term) => term.words.join(" ") === typed));
  return (exact.length > 0 ? exact : found).flat();
}

/**
 * Return what a reader typed besides the longest phrase of the answers: "LADO" of "LADO phone number". Return "" if
 * nothing is left but fillers, or if no phrase of theirs was typed.
 *
 * @param {string} text
 * @param {Answer[]} answers
 * @returns {string}
 */
export function findRest(text, answers) {
  const words = splitWords(text);
  const phrases = answers
    .flatMap((answer) => answer.phrases)
    .filter((phrase) => !phrase.includes(DOTS) && matchPhrase(words, phrase) > 0);
  const [longest] = phrases.sort((one, other) => matchPhrase(words, other) - matchPhrase(words, one));
  if (longest === undefined) return "";
  const [typed, wanted] = comparedWords(words, longest);
  const start = typed.findIndex((_, place) => wanted.every((word, number) => typed[place + number] === word));
  const rest = new Set([...typed.slice(0, start), ...typed.slice(start + wanted.length)]);
  return words.filter((word) => rest.has(stemWord(word)) && !isFiller(word)).join(" ");
}

/**
 * Return the number of words of a phrase that the typed words contain in a row; 0 if they do not. "my ... hit" is in all
 * words in the first person that have "hit" in any form: "he hits me", "I was hit".
 *
 * @param {string[]} words
 * @param {string} phrase
 * @returns {number}
 */
function matchPhrase(words, phrase) {
  if (phrase.includes(DOTS)) {
    const stems = words.map(stemWord);
    const wanted = splitWords(phrase.slice(phrase.indexOf(DOTS) + DOTS.length)).map(stemWord);
    const isOwn = isFirstPerson(words);
    const isReader = words.some((word) => READING_WORDS.has(foldWord(word)));
    return isOwn && !isReader && findRow(stems, wanted) ? wanted.length : 0;
  }
  const [typed, wanted] = comparedWords(words, phrase);
  return findRow(typed, wanted) && !isSeparated(words, phrase) ? wanted.length : 0;
}

/**
 * Return true if a typed word separates the two words of a phrase: "report on neglect" is not "report neglect".
 *
 * @param {string[]} words
 * @param {string} phrase
 * @returns {boolean}
 */
function isSeparated(words, phrase) {
  const wanted = splitWords(phrase).map(stemWord);
  if (wanted.length !== 2) return false;
  const stems = words.map(stemWord);
  return !stems.some((stem, start) => {
    if (stem !== wanted[0]) return false;
    const end = stems.indexOf(wanted[1], start + 1);
    return end > 0 && !words.slice(start + 1, end).some((word) => SEPARATORS.has(word.toLowerCase()));
  });
}

/**
 * Return the typed words and those of a phrase in the form in which they are compared.
 *
 * Fillers do not count, unless only one other word would remain: "need help" does not mean "help".
 *
 * @param {string[]} words
 * @param {string} phrase
 * @returns {[string[], string[]]}
 */
function comparedWords(words, phrase) {
  const whole = splitWords(phrase);
  const content = contentWords(whole);
  const isLoose = whole.length === 1 || (content.length > 1 && !whole.every(isFiller));
  const [typed, wanted] = isLoose ? [contentWords(words), content] : [words, whole];
  return [typed.map(stemWord), wanted.map(stemWord)];
}

/**
 * Return words in the form in which names are compared: without link words and endings.
 *
 * @param {string[]} words
 * @returns {string}
 */
function foldName(words) {
  return words
    .filter((word) => !LINK_WORDS.has(word.toLowerCase()))
    .map(stemWord)
    .join(" ");
}
