import { noteName, titleOf } from '../../edition/labels.ts';
import type { EditionHeader } from '../../schemas/edition.ts';
import type { NoteHand, Source, SourceHeader } from '../../edition/model.ts';
import { addressOf, notePath, sourcePath } from '../../routes.ts';

/** What is cited. The parts are strings, so that a pattern can be made with blanks in their place. */
export type Target =
  | { kind: 'source' }
  /** `numbers`: `12` or `9–11`; `fragment`: `p12` or `p9-p11`; `where`: the page of the witness, in words. */
  | { kind: 'paragraph' | 'range'; numbers: string; fragment: string; where: string }
  /** `name`: the printed mark, of an editor’s note its full name. */
  | { kind: 'note'; hand: NoteHand; id: string; name: string };

export type Name = { family: string; given: string } | { literal: string };

/** An item of CSL-JSON. */
export interface Item {
  id: string;
  type: string;
  title: string;
  author?: Name[];
  'container-title'?: string;
  'chapter-number'?: string;
  volume?: string;
  issue?: string;
  page?: string;
  publisher?: string;
  'publisher-place'?: string;
  issued?: { 'date-parts': number[][] };
  locator?: string;
  version: string;
  language: string;
  URL: string;
  note: string;
}

/** The target of a note. */
export function noteTarget(note: Source['witnessNotes'][number]): Target {
  return {
    kind: 'note',
    hand: note.hand,
    id: note.id,
    name: note.hand === 'editor-note' ? noteName(note) : note.mark,
  };
}

/** What is cited, as an item of CSL-JSON; the day of access is left to the reader. */
export function item(source: Source, edition: EditionHeader, target: Target, site: URL | undefined): Item {
  const { header } = source;
  const release = `Release ${edition.release} of ${edition.title}.`;
  const address = (path: string) => decodeURI(addressOf(path, site));
  if (target.kind === 'note' && target.hand !== 'author-note') {
    const common = {
      id: `${source.id}-${target.id}`,
      type: 'webpage',
      'container-title': edition.title,
      version: edition.release,
      language: 'en',
      URL: address(notePath({ sourceId: source.id, id: target.id })),
    };
    if (target.hand === 'transcriber-note') {
      return {
        ...common,
        title: `Transcriber’s note ${target.name} on ${header.short}`,
        author: [{ literal: 'Unnamed transcriber' }],
        note: `${release} The note is not by the author of the text.`,
      };
    }
    return {
      ...common,
      title: `${target.name}, on ${header.short}`,
      ...(edition.editor !== undefined && { author: [{ literal: edition.editor }] }),
      ...(edition.publisher !== undefined && { publisher: edition.publisher }),
      issued: { 'date-parts': [[Number(edition.release.slice(0, 4))]] },
      note: release,
    };
  }
  const { container } = header;
  const locator = locatorOf(target);
  const where = target.kind === 'paragraph' || target.kind === 'range' ? target.where : '';
  const path =
    target.kind === 'source'
      ? sourcePath(source.id)
      : target.kind === 'note'
        ? notePath({ sourceId: source.id, id: target.id })
        : `${sourcePath(source.id)}#${target.fragment}`;
  const part = target.kind === 'note' ? target.id : target.kind === 'source' ? undefined : target.fragment;
  return {
    id: [source.id, part].filter((one) => one !== undefined).join('-'),
    type: header.type,
    title: titleOf(source),
    author: header.authors.map(({ family, given }) => ({ family, given })),
    'container-title': container.title,
    ...(container.chapter !== undefined && { 'chapter-number': container.chapter }),
    ...(container.volume && { volume: container.volume.text }),
    ...(container.issue && { issue: container.issue.text }),
    ...(container.pages && { page: container.pages.text }),
    ...(container.publisher !== undefined && { publisher: container.publisher }),
    ...(container.place !== undefined && { 'publisher-place': container.place }),
    issued: { 'date-parts': [header.date.split('/')[0]?.match(/\d+/g)?.map(Number) ?? []] },
    ...(locator !== undefined && { locator }),
    version: edition.release,
    language: header.language,
    URL: address(path),
    note: [locator && `Cited: ${locator}${where}.`, release, suppliedParts(header)].filter(Boolean).join(' '),
  };
}

function locatorOf(target: Target): string | undefined {
  if (target.kind === 'source') return undefined;
  if (target.kind === 'note') return `author’s note ${target.name}`;
  return `${target.kind === 'range' ? '¶¶' : '¶'} ${target.numbers}`;
}

/** Which parts of the record the witness does not give; programs show no brackets around a name. */
function suppliedParts({ title, authors, container }: SourceHeader): string {
  const isSupplied = (part: { 'supplied-by': string } | undefined) => part?.['supplied-by'] === 'edition';
  const attributed = authors.some(({ certainty }) => certainty === 'attributed') ? ' (attributed)' : '';
  const parts = [
    isSupplied(title) && 'title',
    authors.some(isSupplied) && `author${attributed}`,
    isSupplied(container.volume) && 'volume',
    isSupplied(container.issue) && 'issue',
    isSupplied(container.pages) && 'pages',
  ].filter(Boolean);
  return parts.length > 0 ? `Supplied by the edition, not in the witness: ${parts.join(', ')}.` : '';
}

export function toCslJson(made: Item): string {
  return `${JSON.stringify([made], null, 1)}\n`;
}
