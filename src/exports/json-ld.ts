import type { Note, Source } from '../edition/model.ts';
import type { EditionHeader } from '../schemas/edition.ts';
import { asSupplied, authorsOf, noteName, titleOf } from '../edition/labels.ts';
import { rightsIn } from '../edition/rights.ts';
import { addressOf, annotationsPath, notePath, sourcePath } from '../routes.ts';

type Data = Record<string, unknown>;

/** A source in terms of schema.org; its notes are in the file of annotations that it links. */
export function sourceData(source: Source, edition: EditionHeader, site: URL | undefined): Data {
  const { header } = source;
  return {
    '@type': header.type === 'chapter' ? 'Chapter' : 'Article',
    name: titleOf(source),
    author: header.authors.map((author) => ({
      '@type': 'Person',
      name: asSupplied(author.name, author['supplied-by']),
    })),
    datePublished: header.date,
    inLanguage: header.language,
    isPartOf: whole(source),
    ...(header.container.pages && { pagination: header.container.pages.text }),
    abstract: header.summary,
    copyrightNotice: rightsIn(source, 'author')?.['in-short'],
    version: edition.release,
    url: addressOf(sourcePath(source.id), site),
    subjectOf: {
      '@type': 'DataDownload',
      name: 'Annotations',
      encodingFormat: 'application/ld+json',
      contentUrl: addressOf(annotationsPath(source.id), site),
    },
  };
}

/** The book; or the issue of the volume of the periodical, as far as they are known. */
function whole({ header: { type, container, date } }: Source): Data {
  const publisher =
    container.publisher === undefined
      ? {}
      : { publisher: { '@type': 'Organization', name: container.publisher, location: container.place } };
  if (type === 'chapter')
    return { '@type': 'Book', name: container.title, datePublished: date, ...publisher };
  const supplied = (part: { text: string; 'supplied-by': 'witness' | 'edition' }) =>
    asSupplied(part.text, part['supplied-by']);
  let data: Data = { '@type': 'Periodical', name: container.title, ...publisher };
  if (container.volume)
    data = { '@type': 'PublicationVolume', volumeNumber: supplied(container.volume), isPartOf: data };
  if (container.issue)
    data = { '@type': 'PublicationIssue', issueNumber: supplied(container.issue), isPartOf: data };
  return data;
}

/** A note in terms of schema.org, under its own hand. */
export function noteData(source: Source, note: Note, edition: EditionHeader, site: URL | undefined): Data {
  const author =
    note.hand === 'author-note'
      ? { '@type': 'Person', name: authorsOf(source) }
      : note.hand === 'transcriber-note'
        ? { '@type': 'Person', name: 'unnamed transcriber' }
        : { '@type': 'Organization', name: edition.editor ?? edition.title };
  return {
    '@type': 'Comment',
    name: noteName(note),
    author,
    version: edition.release,
    url: addressOf(notePath(note), site),
    about: { '@id': addressOf(sourcePath(source.id), site) },
  };
}
