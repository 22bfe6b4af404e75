// Suggest a correct spelling, from the words of this library. This module does not use the page, so it also runs in
// node.

/** Shorter words are not corrected: too many other words are close to them. */
const MIN_LENGTH = 4;

/** A word of this length or more may have two typing errors, if the correct word is as long. */
const LONG_WORD = 8;

/** In a shorter word, another letter often makes another word: "rough" is not a typing error for "tough". */
const SAFE_LENGTH = 6;

/** The tier of the names of people and subjects of reviews. */
const NAMES = 0;

const LONGEST_ABBREVIATION = 5;

/** How many equally close words are returned at most: the other typed words decide which of them was meant. */
const MAX_CLOSEST = 3;

/** The first tiers, of names and of words of the vocabulary: short words are only corrected to these. */
const OWN_TIERS = 2;

/**
 * Return the number of typing errors between two words: a letter added, missing or replaced, or two neighbours swapped.
 * Return Infinity if there are more than `limit`.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} limit
 * @returns {number}
 */
function countErrors(one, other, limit) {
  /** @type {number[]} */
  let rowBefore = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = one[line - 1] === other[column - 1] ? 0 : 1;
      next[column] = Math.min(row[column] + 1, next[column - 1] + 1, row[column - 1] + replaced);
      if (line > 1 && column > 1 && one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1]) {
        next[column] = Math.min(next[column], rowBefore[column - 2] + 1);
      }
    }
    if (Math.min(...next) > limit) return Infinity;
    [rowBefore, row] = [row, next];
  }
  return row[other.length];
}

/**
 * Return true if a word is probably a typing error for another one. With another first letter, or with two other letters,
 * it is probably another word: "stalking" is not an error for "talking", nor "sleeping" for "steering".
 *
 * @param {string} typed
 * @param {string} known
 * @param {number} errors
 * @returns {boolean}
 */
function isSafe(typed, known, errors) {
  if (typed[0] !== known[0]) return false;
  const hasSameLetters = [...typed].sort().join("") === [...known].sort().join("");
  const isLong = Math.max(typed.length, known.length) >= SAFE_LENGTH;
  return hasSameLetters || (isLong && (errors === 1 || typed.length !== known.length));
}

/**
 * Return true if the consonants of two words have one error at most: "accomadation" and "accommodation", but not
 * "punished" and "published".
 *
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
function haveSameSound(one, other) {
  /** @param {string} word */
  const consonants = (word) => word.replace(/[aeiouy]/g, "").replace(/(.)\1+/g, "$1");
  return countErrors(consonants(one), consonants(other), 1) <= 1;
}

const VOWELS = "aeiouy";

/** Letters that sound alike. */
const SOUNDS = ["ck", "cs", "sz", "gj", "kq", "mn"];

/** The rows of letters on a keyboard, each with the place of its first key. */
const KEYS = /** @type {const} */ ([
  ["qwertyuiop", 0],
  ["asdfghjkl", 0.25],
  ["zxcvbnm", 0.75],
]);

/** Keys are neighbours up to this distance. */
const NEIGHBOURS = 1.7;

/**
 * Return true if a letter is easily typed for another one: a vowel for a vowel, a letter that sounds like it, or one next
 * to it on a keyboard. Otherwise it makes another word: "locked" is not an error for "looked".
 *
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
function areAlike(one, other) {
  if (VOWELS.includes(one) && VOWELS.includes(other)) return true;
  if (SOUNDS.some((pair) => pair.includes(one) && pair.includes(other))) return true;
  /** @param {string} letter */
  const find = (letter) => {
    const row = KEYS.findIndex(([letters]) => letters.includes(letter));
    return row < 0 ? undefined : { row, column: KEYS[row][1] + KEYS[row][0].indexOf(letter) };
  };
  const [first, second] = [find(one), find(other)];
  if (first === undefined || second === undefined) return true;
  return Math.hypot(first.row - second.row, first.column - second.column) <= NEIGHBOURS;
}

/**
 * Return true if the letters that differ are easily typed for each other. A short word does not lack its first letter:
 * "eaten" is not an error for "beaten".
 *
 * @param {string} typed
 * @param {string} known
 * @returns {boolean}
 */
function isSlip(typed, known) {
  if (typed.length !== known.length) {
    const [short, long] = typed.length < known.length ? [typed, known] : [known, typed];
    return short.length >= SAFE_LENGTH || !long.endsWith(short);
  }
  const different = [...typed].map((letter, place) => [letter, known[place]]).filter(([one, other]) => one !== other);
  const isSwapped = different.map(([one]) => one).sort().join() === different.map(([, other]) => other).sort().join();
  return isSwapped || different.every(([one, other]) => areAlike(one, other));
}

/** Letters that are not a letter with an accent, and what readers type for them. */
const PLAIN_LETTERS = new Map(Object.entries({ ł: "l", ø: "o", đ: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d" }));

/**
 * Return a word in small letters without accents and strokes.
 *
 * @param {string} word
 * @returns {string}
 */
function plainLetters(word) {
  const lower = word.toLowerCase();
  if (/^[\u0000-\u007f]*$/.test(lower)) return lower;
  const letters = lower.normalize("NFD").replace(/\p{M}/gu, "");
  return [...letters].map((letter) => PLAIN_LETTERS.get(letter) ?? letter).join("");
}

/**
 * Return true if a word is the part of a known one after its apostrophe: "Quillen" of "O'Quillen".
 *
 * @param {string} typed in small letters
 * @param {string} known in small letters
 * @returns {boolean}
 */
function isAfterApostrophe(typed, known) {
  return known.endsWith(typed) && /^\p{L}{1,2}['’]$/u.test(known.slice(0, known.length - typed.length));
}

/**
 * Return true for a short word with a capital letter after a small one: "DoLS" is not an error for "does".
 *
 * @param {string} typed
 * @returns {boolean}
 */
function isAbbreviation(typed) {
  return typed.length <= LONGEST_ABBREVIATION && /\p{Ll}\p{Lu}/u.test(typed);
}

/**
 * Return true if a name is spelt in another usual way: "Sofie" and "Sophie", "Kristy" and "Christie".
 *
 * @param {string} typed in small letters
 * @param {string} name in small letters
 * @returns {boolean}
 */
function soundsLike(typed, name) {
  return soundOf(typed) === soundOf(name);
}

/**
 * Return a name with the letters that sound alike as one of them.
 *
 * @param {string} name in small letters
 * @returns {string}
 */
function soundOf(name) {
  return name
    .replace(/ph/g, "f")
    .replace(/ch?(?=[rkaou])|ck/g, "k")
    .replace(/(?:ie|ey|ee|y)$/, "i")
    .replace(/(.)\1/g, "$1");
}

/**
 * Return the closest known words, as they are spelt in the library, closest first. There is none if no word is close
 * enough.
 *
 * Fewer errors are better, then the same first letter, then an earlier tier. With two errors the first letter must be
 * the same. A word that may be another word is only corrected to a name or to a word of the vocabulary.
 *
 * @param {string} typed one word
 * @param {string[][]} tiers the known words: names, words of the vocabulary, common words, then rarer ones
 * @returns {string[]}
 */
export function findClosestWords(typed, tiers) {
  const word = plainLetters(typed);
  if (isAbbreviation(typed)) return [];
  if (word.length < MIN_LENGTH || !/^[\p{L}'’-]+$/u.test(word)) return [];
  const limit = word.length < LONG_WORD ? 1 : 2;
  /** @type {{known: string, rank: number}[]} */
  const close = [];
  for (const [tier, words] of tiers.entries()) {
    for (const known of words) {
      const lower = plainLetters(known);
      if (isAfterApostrophe(word, lower)) return [known];
      if (Math.abs(lower.length - word.length) > limit) continue;
      const isSound = tier === NAMES && soundsLike(word, lower);
      const errors = isSound ? 1 : countErrors(word, lower, limit);
      const hasSameInitial = lower[0] === word[0];
      if (errors > limit || !(isSound || isSlip(word, lower))) continue;
      if (tier >= OWN_TIERS && !isSafe(word, lower, errors)) continue;
      if (errors > 1 && (!hasSameInitial || known.length < LONG_WORD)) continue;
      if (errors > 1 && tier !== NAMES && word.length !== lower.length && !haveSameSound(word, lower)) continue;
      close.push({ known, rank: errors * 2 + (hasSameInitial ? 0 : 1) });
    }
  }
  close.sort((one, other) => one.rank - other.rank);
  return close.filter(({ rank }) => rank === close[0].rank).slice(0, MAX_CLOSEST).map(({ known }) => known);
}
