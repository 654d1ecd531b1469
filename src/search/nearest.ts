/** Words of the texts that look like one that is not in them. */

/** At most so many letters may differ, fewer in a short word. */
const mostDifferent = (length: number) => (length < 5 ? 1 : 2);

/** The nearest words of a vocabulary, nearest first, the more frequent of equals first. */
export function nearestWords(word: string, vocabulary: ReadonlyMap<string, number>, most = 5): string[] {
  const allowed = mostDifferent(word.length);
  return [...vocabulary]
    .filter(([other]) => other !== word && Math.abs(other.length - word.length) <= allowed)
    .map(([other, count]) => ({ other, count, distance: distanceOf(word, other, allowed) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance || b.count - a.count || a.other.localeCompare(b.other, 'en'))
    .slice(0, most)
    .map(({ other }) => other);
}

/** Letters to insert, delete, change or exchange with their neighbour (Damerau–Levenshtein); `most` + 1 where there are more. */
function distanceOf(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isExchanged =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      now[column] = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isExchanged ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[other.length] ?? most + 1;
}
