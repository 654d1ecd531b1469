/** Words with everything in them that a format might act on, in paragraphs of a source. */
import fc from 'fast-check';
import type { Paragraph, Source, Span } from '../../src/edition/model.ts';

const pieces = [
  'peasant',
  'a',
  '1.',
  '2)',
  '-',
  '+',
  '*',
  '**',
  '_',
  '__so__',
  '`',
  '~~',
  '~',
  '#',
  '# x',
  '>',
  '|',
  '=',
  '==',
  '---',
  '\\',
  '[',
  ']',
  '](',
  '[^',
  '[^author-1]',
  '[^a]:',
  '[3]',
  '[T2]',
  '[a]',
  '[°1]',
  '{3}',
  '!',
  '![',
  '<',
  '<b>',
  '</a>',
  '<!--',
  '-->',
  '&',
  '&amp;',
  '&#38;',
  ':',
  ':pb[3]',
  ':smile:',
  '^',
  '^p1',
  '“',
  '’',
  "'",
  '"',
  'é',
  'e\u0301',
  'Ёлка',
  '日本',
  '😀',
  ' ',
  '  ',
  '\u00A0',
  '.',
  '...',
  '--',
  'http://x.org/_a_',
  'www.x.org',
  'a@b.org',
  '@x',
  '{x}',
  '{#id}',
  '$',
  '$x$',
  '%%',
  '[[x]]',
  '¶ 3',
  '§ I',
  '¶',
  'x'.repeat(90),
  '1934. ',
  '$$',
  ']]>',
  '(c)',
  '\u00AD',
  '\u200B',
];

/** As a text can hold them: no control characters, no white space at the ends, no line ends. */
export const hostileWords = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)))
  .map((words) =>
    words
      .toWellFormed()
      .replace(/[\u0000-\u001f\u007f-\u009f\ufffd\ufffe\uffff\u2028\u2029]/g, '')
      .trim(),
  )
  .filter((words) => words !== '');

/** A source whose paragraphs hold such words, with emphasis, calls and page breaks at any place of them. */
export function hostileSource(source: Source) {
  const call = source.paragraphs[0]?.points.find(({ type }) => type === 'call');
  const paragraph = fc
    .tuple(
      hostileWords,
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.constantFrom<Paragraph['kind']>('prose', 'quotation', 'item'),
    )
    .map(([words, a, b, c, kind]): Paragraph => {
      // Between characters, as marks of Markdown stand.
      const places = [
        0,
        ...[...words].reduce<number[]>((all, char) => [...all, (all.at(-1) ?? 0) + char.length], []),
      ];
      const at = (n: number) => places[n % places.length] ?? 0;
      const [start, end] = [Math.min(at(a), at(b)), Math.max(at(a), at(b))];
      const spans: Span[] = start < end ? [{ start, end, mark: { type: 'emphasis' } }] : [];
      return {
        anchor: 'p1',
        number: '1',
        kind,
        place: { file: '' },
        words,
        spans,
        points: call ? [{ ...call, at: at(c) }] : [],
      };
    });
  return fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((made): Source => {
    const paragraphs = made.map((one, index) => ({
      ...one,
      anchor: `p${index + 1}`,
      number: String(index + 1),
    }));
    const [division] = source.divisions;
    return {
      ...source,
      paragraphs,
      divisions: division ? [{ ...division, paragraphs }] : [],
      readings: [],
      // Only a first one is called; to write the others each time takes long.
      editorNotes: source.editorNotes.slice(0, 1),
      witnessNotes: source.witnessNotes.slice(0, 1),
    };
  });
}
