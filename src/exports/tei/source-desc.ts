/** What a file follows: `sourceDesc`. */
import type { SourceHeader } from '../../edition/model.ts';
import { datesInWords } from '../../edition/time.ts';
import { isPeriodical, persName } from './bibliography.ts';
import { dating } from './dates.ts';
import { EDITOR, pointer } from './ids.ts';
import { supplied, suppliedBy } from './supplied.ts';
import { el, maybe, mixed, type XmlElement } from '../xml.ts';

export function sourceDesc(header: SourceHeader): XmlElement {
  return el('sourceDesc', {}, printed(header), witnesses(header));
}

/** The publication that the text is of, as the edition records it. */
function printed(header: SourceHeader): XmlElement {
  const { container, title, authors, date, type } = header;
  const names = authors.map((author) => {
    const cert = author.certainty === 'attributed' ? 'medium' : undefined;
    const name = persName(author);
    return el(
      'author',
      { cert, resp: cert && pointer(EDITOR) },
      author['supplied-by'] === 'edition' ? el('supplied', suppliedBy, name) : name,
    );
  });
  const imprint = el(
    'imprint',
    {},
    maybe('pubPlace', container.place),
    maybe('publisher', container.publisher),
    mixed('date', dating(date), datesInWords(date)),
    container.volume && supplied('biblScope', container.volume, { unit: 'volume' }),
    container.issue && supplied('biblScope', container.issue, { unit: 'issue' }),
    container.chapter === undefined ? undefined : mixed('biblScope', { unit: 'chapter' }, container.chapter),
    container.pages && supplied('biblScope', container.pages, { unit: 'page' }),
  );
  const grounds = [
    { what: 'Title', note: title.note },
    ...authors.map(({ note }) => ({ what: 'Author', note })),
    { what: 'Volume', note: container.volume?.note },
    { what: 'Number', note: container.issue?.note },
    { what: 'Pages', note: container.pages?.note },
  ];
  return el(
    'biblStruct',
    { type },
    el('analytic', {}, ...names, supplied('title', title, { level: 'a' })),
    el('monogr', {}, mixed('title', { level: isPeriodical(type) ? 'j' : 'm' }, container.title), imprint),
    ...grounds.map(({ what, note }) =>
      maybe('note', note && `${what}: ${note}`, { type: 'ground', resp: pointer(EDITOR) }),
    ),
  );
}

/** The files that the text follows; the first is the base text. */
function witnesses(header: SourceHeader): XmlElement {
  return el(
    'listWit',
    {},
    ...header.witnesses.map(({ siglum, file, sha256, description }) =>
      mixed(
        'witness',
        { 'xml:id': siglum, n: siglum },
        description,
        ' File: ',
        mixed('idno', { type: 'file' }, file),
        ', SHA-256: ',
        mixed('idno', { type: 'sha256' }, sha256),
        '.',
      ),
    ),
  );
}
