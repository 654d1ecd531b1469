/** The part of a text that shows best why it was found. */
import type { Hit } from './match.ts';

export interface Excerpt {
  start: number;
  end: number;
  /** The hits inside it. */
  hits: Hit[];
}

const length = 260;
const lead = 70;

/** The stretch that holds the most words of the query, as they were asked for; the earliest of these. */
export function excerpt(text: string, hits: readonly Hit[]): Excerpt {
  let best = hits[0];
  let most = 0;
  for (const [index, hit] of hits.entries()) {
    const worth = worthOf(
      hits.slice(index).filter((other) => other === hit || other.end - hit.start <= length - lead),
    );
    if (worth > most) [best, most] = [hit, worth];
  }
  const first = best?.start ?? 0;
  const wanted = Math.max(0, Math.min(first - lead, text.length - length));
  const start = wanted < 24 ? 0 : Math.min(first, nextWord(text, wanted));
  const wantedEnd = Math.max(start + length, best?.end ?? 0);
  const end =
    text.length - wantedEnd < 24 ? text.length : Math.max(best?.end ?? 0, lastWordEnd(text, wantedEnd));
  return { start, end, hits: hits.filter((hit) => hit.start >= start && hit.end <= end) };
}

/** Different words count first, then words together, then words as they were asked for. */
function worthOf(hits: readonly Hit[]): number {
  const different = new Set(hits.flatMap(({ words }) => words)).size;
  const together = Math.max(...hits.map(({ words }) => words.length));
  return different * 1e6 + together * 10 + (hits.some(({ isLiteral }) => isLiteral) ? 1 : 0);
}

function nextWord(text: string, from: number): number {
  const space = /\s/.exec(text.slice(from));
  return space ? from + space.index + 1 : from;
}

function lastWordEnd(text: string, until: number): number {
  return /^.*(?=\s)/s.exec(text.slice(0, until))?.[0].length ?? until;
}
