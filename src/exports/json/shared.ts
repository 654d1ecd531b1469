/** What the JSON files for programs have in common. */
import { paragraphCitation } from '../../edition/labels.ts';
import type { Frame, Source } from '../../edition/model.ts';
import { dateOfRelease } from '../../edition/releases.ts';
import type { Passage, Quotation } from '../../edition/passages.ts';
import {
  addressOf,
  anchorPath,
  annotationsPath,
  HOME,
  RIGHTS,
  schemaPath,
  sourceFilePath,
  workPath,
} from '../../routes.ts';
import { rightsTerms, termAddress } from '../../schemas/rights-terms.ts';
import type { DataKind } from '../../schemas/data/json-schema.ts';
import type { FileData, Head, PassageData, ReferenceData, RightsData } from '../../schemas/data/shared.ts';
import { allFormats, type Formats } from '../formats.ts';
import { referenceText } from '../reference-text.ts';

/** What every maker is given. */
export interface Context {
  edition: Frame;
  /** Where the edition is published. */
  site: URL | undefined;
  /** What the build makes; all formats if undefined. */
  formats?: Formats | undefined;
}

export function full(path: string, { site }: Context): string {
  return addressOf(path, site);
}

/** What every file begins with. @param path the page of which it is the data. */
export function headOf<K extends DataKind>(kind: K, path: string, context: Context): Head<K> {
  const { header } = context.edition;
  const { title, release, editor, licence } = header;
  return {
    $schema: full(schemaPath(kind), context),
    kind,
    address: full(path, context),
    edition: {
      title,
      address: full(HOME, context),
      release,
      released: dateOfRelease(header, release),
      editor,
      licence,
      rights: full(RIGHTS, context),
    },
  };
}

export function fileOf(path: string, mediaType: string, context: Context): FileData {
  return { name: path.split('/').at(-1) ?? path, mediaType, address: full(path, context) };
}

/** Every file of a source. */
export function filesOf({ id }: Pick<Source, 'id'>, context: Context): FileData[] {
  const { source: formats } = context.formats ?? allFormats;
  return [
    ...formats.map(({ ending, mediaType }) => fileOf(sourceFilePath(id, ending), mediaType, context)),
    fileOf(annotationsPath(id), 'application/ld+json', context),
  ];
}

/** Rights in the words of each hand of a source, or of one hand. */
export function rightsOf({ id, header }: Source, hand?: RightsData['hand']): RightsData[] {
  return header.rights
    .filter((one) => hand === undefined || one.hand === hand)
    .map((one) => ({
      source: id,
      hand: one.hand,
      term: { address: termAddress(one.term), name: rightsTerms[one.term].name },
      duration: one.duration,
      statement: one.statement,
      basis: one.basis,
      inShort: one['in-short'],
      permission: one.permission,
      display: one.display,
      lawfulCopies: one['lawful-copy'].map(({ text, url }) => ({ text, address: url })),
    }));
}

export function referencesOf(
  references: readonly { id: string; locator?: string | undefined; seen: boolean }[],
  context: Context,
): ReferenceData[] {
  return references.flatMap(({ id, locator, seen }) => {
    const work = context.edition.works.get(id);
    if (!work) return [];
    return [{ id, citation: referenceText(work), locator, seen, address: full(workPath(id), context) }];
  });
}

export function passageOf(passage: Passage | Quotation, context: Context): PassageData {
  const { source, paragraphs } = passage;
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  const isOne = first === last;
  const range = isOne ? (first?.anchor ?? '') : `${first?.anchor ?? ''}-${last?.anchor ?? ''}`;
  const citation = first ? paragraphCitation(source, first) : source.header.short;
  return {
    source: source.id,
    citation: isOne ? citation : `${citation}–${last?.number ?? ''}`,
    address: full(anchorPath(source.id, range), context),
    paragraphs: paragraphs.map(({ anchor }) => anchor),
    quote: 'words' in passage ? { start: passage.start, end: passage.end, words: passage.words } : undefined,
  };
}

/** The sources of some passages, each once, with the rights in their words. */
export function rightsInPassages(sources: Iterable<Source>): RightsData[] {
  return [...new Set(sources)].flatMap((source) => rightsOf(source, 'author'));
}
