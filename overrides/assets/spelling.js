// Suggest a correct spelling, from the words of this library. This module does not use the page, so it also runs in
// node.

/** Shorter words are not corrected: too many other words are close to them. */
const MIN_LENGTH = 4;

/** A word of this length or more may have two typing errors. */
const LONG_WORD = 8;

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
 * Return the closest known word, as it is spelt in the library. Return undefined if no word is close enough.
 *
 * Fewer errors are better, then the same first letter, then an earlier tier. With two errors the first letter must be
 * the same.
 *
 * @param {string} typed one word
 * @param {string[][]} tiers the known words: names first, then common words, then rarer ones
 * @returns {string | undefined}
 */
export function findClosestWord(typed, tiers) {
  const word = typed.toLowerCase();
  if (word.length < MIN_LENGTH || !/^[\p{L}'’-]+$/u.test(word)) return undefined;
  const limit = word.length < LONG_WORD ? 1 : 2;
  /** @type {{known: string, rank: number} | undefined} */
  let best;
  for (const words of tiers) {
    for (const known of words) {
      if (Math.abs(known.length - word.length) > limit) continue;
      const lower = known.toLowerCase();
      const errors = countErrors(word, lower, limit);
      const hasSameInitial = lower[0] === word[0];
      if (errors > limit || (errors > 1 && !hasSameInitial)) continue;
      const rank = errors * 2 + (hasSameInitial ? 0 : 1);
      if (best === undefined || rank < best.rank) best = { known, rank };
    }
  }
  return best?.known;
}
