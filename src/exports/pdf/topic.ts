/** A topic as the templates read it: in the book of the edition, and as a sheet of its own. */
import { authorsOf, numbersOf, titleOf } from '../../edition/labels.ts';
import type { Edition, Source, Text, Topic } from '../../edition/model.ts';
import type { Passage, Quotation } from '../../edition/passages.ts';
import { rightsIn } from '../../edition/rights.ts';
import { sourcePath, topicPath } from '../../routes.ts';
import {
  documentData,
  languageOf,
  OWN_LANGUAGE,
  releaseLine,
  type DocumentData,
  type Language,
} from './document.ts';
import {
  fullAddress,
  inlineCitation,
  inlineExcerpt,
  inlineText,
  paragraphAddress,
  type Inline,
} from './inline.ts';
import { restsOn, restsOnInFull } from './references.ts';
import { paragraphLabel, workLabel, type Making } from './source.ts';

export interface TopicData {
  label: string;
  title: string;
  question: string;
  introduction: Inline[][];
  rests: Inline[];
  /** One for each source, in the order of the edition. */
  sides: SideData[];
  rows: { point: string; passages: PassageData[][] }[];
  prompts: { question: string; places: string }[];
  address: string;
}

interface SideData {
  short: string;
  /** Author and title, in brackets where supplied. */
  authors: string;
  title: string;
  address: string;
  language: Language;
  summary: string;
}

/** Words of one paragraph. */
export interface PassageData {
  number: string;
  address: string;
  /** The label of the paragraph, where the document has it. */
  label: string;
  words: Inline[];
}

/** A sheet of one topic. */
export interface Handout {
  kind: 'handout';
  document: DocumentData;
  releaseLine: string;
  topic: TopicData;
  citations: Inline[][];
  /** What the introduction rests on, each work in full. */
  rests: Inline[];
  /** What each source says of the rights in the author's words, which alone are quoted. */
  rights: { short: string; words: string }[];
}

export function handout(edition: Edition, topic: Topic, { site, citation }: Making): Handout {
  const { header } = edition;
  const sources = topic.summaries.map(({ source }) => source);
  return {
    kind: 'handout',
    document: documentData(header, {
      title: topic.header.question,
      authors: sources.map(authorsOf),
      description: topic.summaries.map(({ source, text }) => `${source.header.short}: ${text}`).join(' '),
      keywords: [topic.header.title, header.title],
      language: OWN_LANGUAGE,
    }),
    releaseLine: releaseLine(header),
    topic: topicData(edition, topic, site),
    citations: sources.map((source) => inlineCitation(citation(source))),
    rests: groundOf(topic.header, (header) => restsOnInFull(header, edition.works)),
    rights: sources.map((source) => ({
      short: source.header.short,
      words: rightsIn(source, 'author')?.['in-short'] ?? 'Not stated.',
    })),
  };
}

export function topicData(edition: Edition, topic: Topic, site: URL): TopicData {
  const { id, header, introduction, summaries, rows, prompts } = topic;
  const sources = summaries.map(({ source }) => source);
  return {
    label: `topic-${id}`,
    title: header.title,
    question: header.question,
    introduction: introduction.map((text: Text) => inlineText(text, { site })),
    rests: groundOf(header, () => restsOn(header, edition.works, workLabel)),
    sides: summaries.map(({ source, text }) => ({
      short: source.header.short,
      authors: authorsOf(source),
      title: titleOf(source),
      address: fullAddress(sourcePath(source.id), site),
      language: languageOf(source.header.language),
      summary: text,
    })),
    rows: rows.map(({ point, sides }) => ({
      point,
      passages: sources.map((source) =>
        sides
          .filter((side) => side.source.id === source.id)
          .flatMap((side) => side.passages.flatMap((passage) => passageData(passage, site))),
      ),
    })),
    prompts: prompts.map(({ question, passages }) => ({ question, places: placesOf(passages) })),
    address: fullAddress(topicPath(id), site),
  };
}

function groundOf(header: Topic['header'], print: (header: Topic['header']) => Inline[]): Inline[] {
  return header.references.length > 0 || header.checked === 'standard'
    ? print(header)
    : ['It rests on the texts alone.'];
}

/** The paragraphs of a passage whole, or the words quoted of one. */
function passageData(passage: Passage | Quotation, site: URL): PassageData[] {
  return passage.paragraphs.map((paragraph) => {
    const { start, end } = 'words' in passage ? passage : { start: 0, end: paragraph.words.length };
    return {
      number: paragraph.number,
      address: paragraphAddress(passage.source.id, paragraph.anchor, site),
      label: paragraphLabel(passage.source.id, paragraph.anchor),
      words: inlineExcerpt(paragraph, start, end, { site }),
    };
  });
}

/** `Strong 1934, ¶ 9–11, ¶ 15; James 1937, ch. 13, ¶ 3`. */
function placesOf(passages: readonly Passage[]): string {
  const bySource = new Map<string, { source: Source; numbers: string[] }>();
  for (const { source, paragraphs } of passages) {
    const known = bySource.get(source.id) ?? { source, numbers: [] };
    bySource.set(source.id, known);
    known.numbers.push(`¶\u00a0${numbersOf(paragraphs)}`);
  }
  return [...bySource.values()]
    .map(({ source, numbers }) => `${source.header.short}, ${numbers.join(', ')}`)
    .join('; ');
}
