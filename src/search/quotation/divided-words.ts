/** Words that are one word in a quotation and two in the text, or the other way round: `today`, `to-day`. */
import type { AskedWord } from './asked-words.ts';

/** The column of the alignment where such words end. */
export interface Special {
  column: number;
  gain: number;
  isDivided: boolean;
}

export function specialsOf(
  asked: readonly AskedWord[],
  i: number,
  text: Int32Array,
  positions: ReadonlyMap<number, number[]>,
): Special[] {
  const { halves, joinedId, weight } = asked[i]!;
  const specials: Special[] = [];
  for (const [first, second] of halves) {
    for (const at of positions.get(first) ?? [])
      if (text[at + 1] === second) specials.push({ column: at + 2, gain: weight, isDivided: true });
  }
  if (joinedId !== undefined) {
    const gain = weight + (asked[i - 1]?.weight ?? 0);
    for (const at of positions.get(joinedId) ?? [])
      specials.push({ column: at + 1, gain: Math.max(1, gain - 2), isDivided: false });
  }
  return specials.sort((a, b) => a.column - b.column);
}

/** Where those words stand that the quotation divides or joins. */
export function placesOfDivided(
  asked: readonly AskedWord[],
  text: Int32Array,
  size: number,
): Map<number, number[]> {
  const wanted = new Uint8Array(size);
  for (const { halves, joinedId } of asked) {
    for (const [first] of halves) wanted[first] = 1;
    if (joinedId !== undefined) wanted[joinedId] = 1;
  }
  const places = new Map<number, number[]>();
  text.forEach((id, at) => {
    if (id < 0 || wanted[id] === 0) return;
    const list = places.get(id);
    if (list) list.push(at);
    else places.set(id, [at]);
  });
  return places;
}
