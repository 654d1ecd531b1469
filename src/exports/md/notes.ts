import { HAND_NAMES, KIND_NAMES, noteName } from '../../edition/labels.ts';
import type { Edition, Note, Reading, Source } from '../../edition/model.ts';
import { addressOf, notePath, witnessPath } from '../../routes.ts';
import { notesByHand } from '../notes-by-hand.ts';
import { groundLines } from '../reference-text.ts';
import { escapeMarkdown } from './escape.ts';
import { footnoteOf, markdownOf } from './inline.ts';

interface Context {
  edition: Pick<Edition, 'works'>;
  site: URL | undefined;
}

/** The footnotes, hand by hand; the editor's replies stand in the notes that they answer. */
export function footnotes(source: Source, context: Context): string[] {
  const notes = notesByHand(source)
    .filter(({ on }) => on === undefined)
    .map((note) => definition(footnoteOf(note), blocksOf(note, source, context)));
  const readings = source.readings
    .filter(({ anchor }) => source.paragraphs.some((paragraph) => paragraph.anchor === anchor))
    .map((reading) => definition(reading.id, [textualNote(reading, source, context)]));
  return [...notes, ...readings];
}

function textualNote({ id, decision }: Reading, source: Source, { site }: Context): string {
  const { lemma, reading, note } = decision;
  const address = addressOf(`${witnessPath(source.id)}#${id}`, site);
  const meant = reading === undefined ? '*sic.*' : `probably ${escapeMarkdown(reading)}.`;
  const words = [`${escapeMarkdown(lemma)}\\] ${meant}`, note && escapeMarkdown(note)];
  return [`**[Textual note of the editor](${address}).**`, ...words].filter(Boolean).join(' ');
}

/** A footnote of several blocks. */
export function definition(label: string, blocks: readonly string[]): string {
  return `[^${label}]: ${blocks.map((block) => block.replaceAll('\n', '\n    ')).join('\n\n    ')}`;
}

/** Its name, which tells the hand, before its words; what it rests on; doubtful readings; the replies to it. */
function blocksOf(note: Note, source: Source, context: Context): string[] {
  const kind = note.header ? ` (${KIND_NAMES[note.header.kind]})` : '';
  const address = addressOf(notePath(note), context.site);
  const name = `**[${escapeMarkdown(noteName(note))}](${address})${kind}.**`;
  const words = note.paragraphs.map((text) => markdownOf(text, context.site, false));
  const grounds = note.header ? groundLines(note.header, context.edition, escapeMarkdown).join(' ') : '';
  return [
    ...words.map((block, index) => (index === 0 ? `${name} ${block}` : block)),
    ...(grounds ? [grounds] : []),
    ...readingsIn(note).map((reading) => textualNote(reading, source, context)),
    ...note.replies.flatMap((reply) => blocksOf(reply, source, context)),
  ];
}

function readingsIn({ paragraphs }: Note): Reading[] {
  const marks = paragraphs.flatMap(({ spans }) => spans.map(({ mark }) => mark));
  return marks.flatMap((mark) => (mark.type === 'reading' ? [mark.reading] : []));
}

/** Whose footnotes there are, by the beginning of their labels. */
export function labelsOf(source: Source): string {
  const hands = new Set(notesByHand(source).map(({ hand }) => hand));
  const names = [...hands].map((hand) => `\`${hand.replace('-note', '')}-…\` ${HAND_NAMES[hand]}s`);
  return [
    ...names,
    ...(source.readings.length > 0
      ? ['`reading-…` textual notes of the editor, on readings kept as they stand']
      : []),
  ].join(', ');
}
