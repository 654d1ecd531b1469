import type { Block, Heading } from '../edition/markdown.ts';
import type { Decision } from '../schemas/apparatus.ts';
import type { Draft } from './drafts.ts';
import type { Layout } from './layout.ts';

/** Sets each page break before the first word that begins on the page. */
export function placePages(
  pages: Layout['pages'],
  drafts: Draft[],
  body: (Heading | Block)[],
  made: Map<Block, Draft>,
): Record<string, number> {
  const placed: Record<string, number> = {};
  const order = body.flatMap((part) => (part.type === 'block' ? [made.get(part) as Draft] : []));
  for (const { n, line } of pages) {
    const draft = order.find(({ starts }) => starts.some((start) => start.line >= line));
    const start = draft?.starts.find((one) => one.line >= line);
    if (!draft || !start || !drafts.includes(draft)) continue;
    if (start.at >= draft.words.length) {
      // Nothing but the second half of a word stands on the page’s line: the next word begins it.
      const next = order[order.indexOf(draft) + 1];
      if (!next) continue;
      next.points.unshift({ at: 0, type: 'milestone', unit: 'page', n });
    } else draft.points.push({ at: start.at, type: 'milestone', unit: 'page', n });
    placed[n] = line;
  }
  return placed;
}

/** Records each line end that was judged to end a paragraph or not. */
export function decideBoundaries(layout: Layout, drafts: [Block, Draft][], decisions: Decision[]): void {
  const firstWords = (text: string) => /^\S+(?:\s+\S+){0,2}/.exec(text)?.[0] ?? '';
  const lastWords = (text: string) => /(?:\S+\s+){0,2}\S+$/.exec(text)?.[0] ?? '';
  const safe = (text: string) => text.replaceAll('|', '');
  for (const { line, reading, note, inside } of layout.boundaries) {
    const index = drafts.findIndex(([, { starts }]) => starts.some((start) => start.line === line));
    const [block, draft] = drafts[index] ?? [];
    if (!block || !draft) continue;
    const starts = draft.starts;
    const own = starts.findIndex((start) => start.line === line);
    let at = starts[own + 1]?.at ?? draft.words.length;
    if (inside !== undefined) at = Math.min((starts[own]?.at ?? 0) + inside + 1, draft.words.length);
    const isEnd = reading === 'paragraph';
    const before = lastWords((isEnd ? draft.words : draft.words.slice(0, at)).trimEnd());
    const after = firstWords(
      isEnd ? (drafts[index + 1]?.[1].words ?? '') : draft.words.slice(at).trimStart(),
    );
    if (before === '' || after === '' || safe(before) !== before || safe(after) !== after) continue;
    decisions.push({ kind: 'boundary', at: block.anchor ?? '', lemma: `${before}|${after}`, reading, note });
  }
}
