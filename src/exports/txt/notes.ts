import {
  HAND_NAMES,
  KIND_NAMES,
  READINGS_HEADING,
  READINGS_LEAD,
  callMark,
  capital,
  noteName,
} from '../../edition/labels.ts';
import type { Edition, Note, Source } from '../../edition/model.ts';
import { addressOf, notePath } from '../../routes.ts';
import { notesByHand } from '../notes-by-hand.ts';
import { groundLines } from '../reference-text.ts';
import { markedWords, type Marks } from './marks.ts';
import { withLabel, wrap } from './wrap.ts';

interface Layout {
  edition: Pick<Edition, 'works'>;
  site: URL | undefined;
  marks: Marks;
  width: number;
  indent: number;
}

/** All notes, hand by hand, each with the replies to it; then what the apparatus says of doubtful readings. */
export function noteLines(source: Source, layout: Layout): string[] {
  const notesOfTexts = notesByHand(source).filter(({ on }) => on === undefined);
  const byHand = Map.groupBy(notesOfTexts, ({ hand }) => hand);
  const lines = [...byHand].flatMap(([hand, notes]) => [
    '',
    '',
    `${HAND_NAMES[hand]}s`.toUpperCase(),
    ...notes.flatMap((note) => withReplies(note, source, layout)),
  ]);
  return [...lines, ...readingLines(source, layout)];
}

/** A reply has no mark; its head tells what it answers. */
function withReplies(note: Note, source: Source, layout: Layout): string[] {
  return [
    '',
    ...linesOf(note, source, layout),
    ...note.replies.flatMap((reply) => withReplies(reply, source, layout)),
  ];
}

/** Its head, its words paragraph by paragraph, and what they rest on, with empty lines between. */
function linesOf(note: Note, source: Source, { edition, site, marks, width, indent }: Layout): string[] {
  const { header } = note;
  const set = (words: string, label = '') => withLabel(label, wrap(words, width - indent), indent);
  const [open, close] = marks.brackets;
  const grounds = header ? groundLines(header, edition) : [];
  return [
    ...set(headOf(note, source), note.mark && `${open}${callMark(note)}${close}`),
    ...note.paragraphs.flatMap((text) => ['', ...set(markedWords(text, marks))]),
    '',
    ...[...grounds, `Address: ${addressOf(notePath(note), site)}`].flatMap((words) => set(words)),
  ];
}

/** `Author’s note 3, on ¶ 9`; `Editor’s note: Kulak (term), on “kulak” in ¶ 9`. */
function headOf(note: Note, { paragraphs, witnessNotes }: Source): string {
  const name = `${noteName(note)}${note.header ? ` (${KIND_NAMES[note.header.kind]})` : ''}`;
  const paragraph = paragraphs.find(({ anchor }) => anchor === note.at?.anchor);
  const answered = witnessNotes.find(({ label }) => label === note.on);
  if (answered) return `${name}, to ${HAND_NAMES[answered.hand]} ${answered.mark}`;
  if (!paragraph) return `${name}, on the text as a whole`;
  return `${name}, on ${note.quote ? `${quoted(note.quote.words)} in ` : ''}¶ ${paragraph.number}`;
}

/** In the other kind of marks where the words have marks of their own. */
function quoted(words: string): string {
  return /[“”]/.test(words) ? `‘${words}’` : `“${words}”`;
}

function readingLines(
  { readings, paragraphs, witnessNotes }: Source,
  { marks, width, indent }: Layout,
): string[] {
  if (readings.length === 0) return [];
  const [open, close] = marks.brackets;
  return [
    '',
    '',
    READINGS_HEADING.toUpperCase(),
    '',
    ...withLabel('', wrap(`${READINGS_LEAD} The editor’s words.`, width - indent), indent),
    '',
    ...readings.flatMap(({ id, anchor, decision }) => {
      const paragraph = paragraphs.find((one) => one.anchor === anchor);
      const note = witnessNotes.find((one) => one.label === anchor || one.id === anchor);
      const where = paragraph ? `¶ ${paragraph.number}` : note ? capital(noteName(note)) : anchor;
      const meant = decision.reading === undefined ? 'sic.' : `probably ${decision.reading}.`;
      const words = [`${where}: ${decision.lemma}] ${meant}`, decision.note].filter(Boolean).join(' ');
      return withLabel(`${open}°${id.replace('reading-', '')}${close}`, wrap(words, width - indent), indent);
    }),
  ];
}
