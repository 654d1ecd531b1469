/** The whole edition as the book template reads it. */
import { mentionFinder } from '../../edition/mentions.ts';
import { authorsOf } from '../../edition/labels.ts';
import type { Edition } from '../../edition/model.ts';
import type { RawFile } from '../../edition/raw.ts';
import { CONTEXT, HOME } from '../../routes.ts';
import { documentData, OWN_LANGUAGE, releaseLine } from './document.ts';
import { fullAddress } from './inline.ts';
import { pageGrounds, proseData, type ProseData } from './prose.ts';
import { registersData, timelineData, type RegisterData, type TimelineData } from './registers.ts';
import { notesHeaders, sourceData, worksOf, type BookData, type Making } from './source.ts';
import { topicData, type TopicData } from './topic.ts';

interface EditionBook extends BookData {
  address: string;
  description: string;
  topics: TopicData[];
  context: ProseData | null;
  timeline: TimelineData[];
  registers: RegisterData[];
}

/** So many words a book holds: some 700 pages, for which Typst takes 1.5 GB of memory. */
const WORDS_OF_A_BOOK = 200_000;

/** Whether the edition fits in one book. A larger one has books of its sources only. */
export function isOneBook({ sources }: Pick<Edition, 'sources'>): boolean {
  let words = 0;
  for (const { paragraphs, witnessNotes, editorNotes } of sources) {
    const texts = [...paragraphs, ...[...witnessNotes, ...editorNotes].flatMap((note) => note.paragraphs)];
    for (const text of texts) words += text.words.split(/\s+/).length;
    if (words > WORDS_OF_A_BOOK) return false;
  }
  return true;
}

/** @param context `content/pages/context.mdx`; the book has no such part without it. */
export function editionBook(edition: Edition, making: Making, context?: RawFile): EditionBook {
  const { header, sources, topics, entities } = edition;
  const { site } = making;
  const find = mentionFinder(entities);
  return {
    document: documentData(header, {
      title: `${header.title}: ${header.subtitle}`,
      authors: [...new Set(sources.map(authorsOf))],
      description: header.description,
      keywords: sources.map((source) => source.header.short),
      language: OWN_LANGUAGE,
    }),
    releaseLine: releaseLine(header),
    address: fullAddress(HOME, site),
    description: header.description,
    sources: sources.map((source) => sourceData(edition, source, making)),
    topics: topics.map((topic) => topicData(edition, topic, site)),
    context: (context && proseData(context, { site, page: CONTEXT }, edition.works)) ?? null,
    timeline: timelineData(edition, find),
    registers: registersData(edition, find),
    works: worksOf(edition, [
      ...notesHeaders(sources),
      ...topics.map((topic) => topic.header),
      ...(context ? pageGrounds(context) : []),
    ]),
  };
}
