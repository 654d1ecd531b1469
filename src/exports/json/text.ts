import { callMark } from '../../edition/labels.ts';
import type { Mention } from '../../edition/mentions.ts';
import type { Source, Span, Text } from '../../edition/model.ts';
import { anchorPath, entityPath, witnessPath } from '../../routes.ts';
import type { TextData } from '../../schemas/data/text.ts';
import { full, type Context } from './shared.ts';

/**
 * Words with what stands off them.
 * @param source whose witness its pages and readings are; absent for words that have none.
 * @param mentions by offset in these words.
 */
export function textOf(
  { words, spans, points }: Text,
  context: Context,
  source?: Source,
  mentions: readonly Mention[] = [],
): TextData {
  return {
    words,
    emphasis: spans.flatMap(({ start, end, mark }) =>
      mark.type === 'emphasis' || mark.type === 'strong' ? [{ start, end, degree: mark.type }] : [],
    ),
    links: spans.flatMap(({ start, end, mark }) =>
      mark.type === 'link' ? [{ start, end, address: full(mark.href, context) }] : [],
    ),
    calls: points.flatMap((point) => {
      const note = point.type === 'call' ? point.note : undefined;
      return note ? [{ at: point.at, note: note.id, hand: note.hand, mark: callMark(note) }] : [];
    }),
    milestones: points.flatMap((point) =>
      point.type === 'milestone'
        ? [
            {
              at: point.at,
              unit: point.unit,
              n: point.n,
              address: full(anchorPath(source?.id ?? '', `page-${point.n}`), context),
              image: point.facs,
            },
          ]
        : [],
    ),
    withheld: points.flatMap((point) =>
      point.type === 'withheld' ? [{ at: point.at, words: point.count }] : [],
    ),
    lineBreaks: points.flatMap(({ type, at }) => (type === 'line-break' ? [at] : [])),
    readings: spans.flatMap((span) => readingOf(span, context, source)),
    mentions: mentions.map((mention) => mentionOf(mention, context)),
  };
}

function readingOf({ start, end, mark }: Span, context: Context, source: Source | undefined) {
  if (mark.type !== 'reading' || !source) return [];
  const { id, decision } = mark.reading;
  const address = full(`${witnessPath(source.id)}#${id}`, context);
  return [{ start, end, address, reading: decision.reading, note: decision.note }];
}

export function mentionOf({ entity, start, end }: Mention, context: Context) {
  const { kind, id, name } = entity;
  return { start, end, entity: { kind, id, name, address: full(entityPath(entity), context) } };
}
