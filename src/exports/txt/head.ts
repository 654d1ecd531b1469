import type { Source } from '../../edition/model.ts';
import type { SourceFacts } from '../source-facts.ts';
import { textsOf, type Marks } from './marks.ts';
import { withLabel, wrap } from './wrap.ts';

/** So wide is the column of names in the head. */
const NAMES = 14;

/** What stands before the words: the facts of the source, the rights, and how to read the file. */
export function headLines(source: Source, facts: SourceFacts, marks: Marks, width: number): string[] {
  const row = (name: string, words: string) => withLabel(name, wrap(words, width - NAMES), NAMES);
  return [
    ...wrap(facts.title, width),
    ...wrap(`by ${facts.byLine}`, width),
    '',
    ...row('Date', facts.date),
    ...row('In', facts.container),
    ...facts.supplied.flatMap((words, index) => row(index === 0 ? '[Supplied]' : '', words)),
    ...facts.witnesses.flatMap((words, index) => row(index === 0 ? 'Witness' : '', words)),
    ...facts.hands.flatMap((words, index) => row(index === 0 ? 'Notes' : '', words)),
    ...row('Cite as', facts.citation),
    ...row('Address', facts.address),
    ...row('Release', facts.release),
    ...facts.rights.flatMap(({ whose, words }, index) =>
      row(index === 0 ? 'Rights' : '', `${whose}: ${words}`),
    ),
    ...row('', facts.rightsAddress),
    ...keyTo(source, marks).flatMap((words, index) => row(index === 0 ? 'In this file' : '', words)),
  ];
}

/** How the marks of the file are to be read; only those that occur. */
function keyTo(source: Source, { brackets: [open, close], hasEmphasis }: Marks): string[] {
  const { divisions, paragraphs, witnessNotes, editorNotes, readings } = source;
  const has = (hand: string) => witnessNotes.some((note) => note.hand === hand);
  const mark = (inner: string) => `${open}${inner}${close}`;
  const calls = [
    has('author-note') && `${mark('3')} the author’s note 3`,
    has('transcriber-note') && `${mark('T2')} the transcriber’s note 2`,
    editorNotes.some(({ at }) => at) && `${mark('a')} a note of the editor`,
    readings.length > 0 && `${mark('°1')} a reading kept as it stands`,
  ].filter((one) => one !== false);
  const hasReplies = witnessNotes.some(({ replies }) => replies.length > 0);
  const texts = textsOf(source);
  const isEmphasised = texts.some(({ spans }) =>
    spans.some(({ mark: { type } }) => type === 'emphasis' || type === 'strong'),
  );
  return [
    `${divisions.some(({ anchor }) => anchor) ? 'A heading stands after the sign §. ' : ''}The number of a paragraph stands in the margin after the sign ¶. Neither sign nor number is part of the text. Paragraph ${paragraphs[0]?.number ?? '1'} has the address above with #${paragraphs[0]?.anchor ?? 'p1'} after it.`,
    'What stands in [brackets] in the title, the by-line or a heading was supplied by the edition.',
    ...(calls.length > 0
      ? [
          `Notes are called in brackets, right after a word: ${calls.join(', ')}. They stand at the end, hand by hand${hasReplies ? ', and the editor’s replies below the notes that they answer' : ''}.`,
        ]
      : []),
    ...(paragraphs.some(({ points }) => points.some(({ type }) => type === 'milestone'))
      ? [`${mark('p.\u00A02')} is where page 2 of the witness begins.`]
      : []),
    ...(paragraphs.some(({ kind }) => kind === 'quotation')
      ? ['What is set further in is a block quotation.']
      : []),
    ...(isEmphasised
      ? [
          hasEmphasis
            ? 'Emphasis stands between _ and _.'
            : 'Emphasis is not shown here; other formats have it.',
        ]
      : []),
  ];
}
