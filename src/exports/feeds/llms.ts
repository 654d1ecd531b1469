import { authorsOf, dateInWords, titleOf } from '../../edition/labels.ts';
import type { Edition } from '../../edition/model.ts';
import { withholds } from '../../edition/rights.ts';
import {
  ABOUT,
  addressOf,
  CONTEXT,
  DATA,
  FIGURES,
  RIGHTS,
  sourceFilePath,
  sourcePath,
  TIMELINE,
  topicPath,
} from '../../routes.ts';

/** A file for programs is read whole; of more sources the index of the data has the list. */
const most = 100;

/** `llms.txt` (llmstxt.org): where programs that read for people find the texts in plain form. */
export function llmsText({ header, sources, topics }: Edition, site: URL): string {
  const link = (name: string, path: string, note: string) =>
    `- [${name.replace(/[[\]\\]/g, '\\$&')}](${addressOf(path, site)}): ${note}`;
  const section = (heading: string, lines: string[]) =>
    lines.length === 0 ? [] : [`## ${heading}\n\n${lines.join('\n')}`];
  return `${[
    `# ${header.title}: ${header.subtitle}`,
    `> ${header.description}`,
    [
      'The words of the sources, the notes that came with them and the editor’s notes are four different hands; every file keeps them apart, and a quotation should name the hand.',
      'Cite a paragraph by its permanent address, such as',
      `${addressOf(`${sourcePath(sources[0]?.id ?? 'source')}#p1`, site)}.`,
      'What is in brackets is supplied by the edition.',
    ].join(' '),
    ...section(
      'Sources',
      sources.slice(0, most).flatMap((source) => {
        const name = `${authorsOf(source)}, ${titleOf(source)}`;
        return [
          link(
            name,
            sourceFilePath(source.id, 'txt'),
            `plain text, ${dateInWords(source.header.date)}${withholds(source, 'author') ? '; its words are not shown, or only in part' : ''}`,
          ),
          link(
            `${source.header.short} as Markdown`,
            sourceFilePath(source.id, 'md'),
            'with anchors and notes',
          ),
        ];
      }),
    ),
    ...section(
      'Where the sources meet',
      topics.map(({ id, header: { title, question } }) => link(title, topicPath(id), question)),
    ),
    ...section('About', [
      link('Data', DATA, 'every source, in all formats, and the interfaces for programs'),
      link('Context', CONTEXT, 'what the texts assume'),
      link('Figures', FIGURES, 'every figure that the texts state'),
      link('Timeline', TIMELINE, 'the events that the texts speak of'),
      link('Rights', RIGHTS, 'what is known of the rights in each text and each hand'),
      link('About', ABOUT, 'how the edition is made'),
    ]),
  ].join('\n\n')}\n`;
}
