import { headingOf } from '../../edition/labels.ts';
import type { Frame, Paragraph, Source } from '../../edition/model.ts';
import { factsOf } from '../source-facts.ts';
import { headLines } from './head.ts';
import { markedWords, marksFor, textsOf, type Marks } from './marks.ts';
import { noteLines } from './notes.ts';
import { widthOf, withLabel, wrap } from './wrap.ts';

/** Characters of a line. */
const WIDTH = 72;
/** What is set further in is by so many more. */
const INSET = 4;

/**
 * A source as plain text, in lines of 72 characters.
 * @param citation as a bibliography prints it.
 */
export function sourceText(
  source: Source,
  { edition, site, citation }: { edition: Frame; site: URL | undefined; citation: string },
): string {
  const marks = marksFor(textsOf(source));
  const labels = [
    ...source.paragraphs.map(({ number }) => `¶ ${number}`),
    ...source.editorNotes.map(({ mark }) => `[${mark}]`),
    ...source.readings.map(({ id }) => id.replace('reading-', '[°]')),
  ];
  const indent = Math.max(...labels.map(widthOf)) + 2;
  const layout = { edition, site, marks, width: WIDTH, indent };
  const facts = factsOf(source, { edition, site, citation });
  const lines = [
    ...headLines(source, facts, marks, WIDTH),
    '',
    '-'.repeat(WIDTH),
    ...source.divisions.flatMap((division) => [
      ...(division.anchor === '' ? [] : ['', '', ...withLabel('§', wrap(headingOf(division), WIDTH - 2), 2)]),
      ...division.paragraphs.flatMap((paragraph) => ['', ...paragraphLines(paragraph, marks, indent)]),
    ]),
    '',
    '',
    '-'.repeat(WIDTH),
    ...noteLines(source, layout),
  ];
  return `${lines.join('\n')}\n`;
}

function paragraphLines(paragraph: Paragraph, marks: Marks, indent: number): string[] {
  const { kind, number } = paragraph;
  const inset = kind === 'prose' || kind === 'item' ? 0 : INSET;
  const set = markedWords(paragraph, marks)
    .split('\n')
    .flatMap((line) => wrap(line, WIDTH - indent - inset))
    .map((line) => ' '.repeat(inset) + line);
  return withLabel(`¶ ${number}`, set, indent);
}
