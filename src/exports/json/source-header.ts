import type { Source, SourceHeader } from '../../edition/model.ts';
import type { SourceData } from '../../schemas/data/source.ts';

/** Who, what and when, and who supplied which of these. */
export function headerOf({ header }: Source, citation: string): SourceData['header'] {
  const { title, short, authors, date, type, container, language, order, box } = header;
  return {
    title: supplied(title),
    short,
    authors: authors.map(({ 'supplied-by': suppliedBy, ...author }) => ({ ...author, suppliedBy })),
    date,
    type,
    container: {
      ...container,
      volume: container.volume && supplied(container.volume),
      issue: container.issue && supplied(container.issue),
      pages: container.pages && supplied(container.pages),
    },
    language,
    order,
    partOf: header['part-of'],
    chronology: header.chronology,
    summary: header.summary,
    beforeReading: {
      who: box.who,
      when: box.when,
      forWhom: box['for-whom'],
      interest: box.interest,
      whoseNotes: box['whose-notes'],
      trust: box.trust,
    },
    related: header.related,
    citation,
  };
}

function supplied({ text, 'supplied-by': suppliedBy, note }: SourceHeader['title']) {
  return { text, suppliedBy, note };
}
