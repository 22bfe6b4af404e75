// Which word of this library somebody may have meant.

const SHORTEST = 4;
const LONG = 8;
const NAMES = 0;

/** How many slips of the hand lie between two words: a letter too many, too few, another one, two changed about. */
function slips(one, other, most) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[line - 1] === other[column - 1] ? 0 : 1;
      next[column] = Math.min(row[column] + 1, next[column - 1] + 1, row[column - 1] + same);
      if (line > 1 && column > 1 && one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1]) {
        next[column] = Math.min(next[column], before[column - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[other.length];
}

/** The closest of the words of all tiers; the first tier holds the names. Undefined where none is close. */
export function closest(typed, tiers) {
  const word = typed.toLowerCase();
  if (word.length < SHORTEST || !/^[\p{L}'’-]+$/u.test(word)) return undefined;
  const most = word.length < LONG ? 1 : 2;
  let best;
  tiers.forEach((words, tier) => {
    for (const each of words) {
      if (Math.abs(each.length - word.length) > most) continue;
      const plain = each.toLowerCase();
      const far = slips(word, plain, most);
      const alike = plain[0] === word[0];
      if (far > most || (far > 1 && !alike)) continue;
      const rank = far * 10 + (alike ? 0 : 5) + (tier === NAMES ? 0 : tier);
      if (best === undefined || rank < best.rank) best = { each, rank };
    }
  });
  return best?.each;
}
