import { FILES, STYLES, withoutMarkup, type Patterns, type SourceCitations } from '../../edition/citation.ts';
import { describeRetired, retiredAnchors } from '../../edition/ledger.ts';
import { HAND_NAMES, noteName } from '../../edition/labels.ts';
import type { EditionHeader } from '../../schemas/edition.ts';
import type { Note, Source } from '../../edition/model.ts';
import { toBibtex } from './bibtex.ts';
import type { Formatter, Surroundings } from './format.ts';
import { item, toCslJson, type Item, type Target } from './item.ts';
import { ONE, SEVERAL } from './places.ts';
import { toRis } from './ris.ts';

/** The edition as citations see it. */
export interface Context {
  edition: EditionHeader;
  site: URL | undefined;
  format: Formatter;
}

// Some styles set the title in quotation marks and turn those within it; the blank shows which do.
const TITLE = '⟨a⟩ “⟨b⟩” ⟨c⟩';

/** Everything that a menu needs to cite a source, its paragraphs and its notes. */
export function sourceCitations(source: Source, context: Context): SourceCitations {
  const blank = (kind: 'paragraph' | 'range', numbers: string): Target => ({
    kind,
    numbers,
    fragment: '⟨id⟩',
    where: '⟨where⟩',
  });
  const notes: SourceCitations['notes'] = {};
  const list: SourceCitations['list'] = [];
  for (const note of [...source.witnessNotes, ...source.editorNotes]) {
    const key = note.hand.replace('-note', '');
    const isEditors = note.hand === 'editor-note';
    notes[key] ??= patterns(source, context, {
      kind: 'note',
      hand: note.hand,
      id: '⟨id⟩',
      name: isEditors ? TITLE : ONE,
    });
    list.push([note.id, key, isEditors ? noteName(note) : note.mark]);
  }
  return {
    source: patterns(source, context, { kind: 'source' }),
    paragraph: patterns(source, context, blank('paragraph', ONE)),
    range: patterns(source, context, blank('range', SEVERAL)),
    notes,
    list,
    numbers: source.paragraphs.map(({ number }) => number),
    pages: witnessPages(source),
    ...surroundingsOf(source),
    ...(context.edition.report !== undefined && { report: context.edition.report }),
  };
}

function patterns(source: Source, context: Context, target: Target): Patterns {
  const made = allFormats(source, context, target, target.kind === 'source' ? '' : '⟨words⟩');
  for (const format of [...STYLES, ...FILES]) {
    made[format] = made[format]
      .replaceAll(SEVERAL, '⟨n⟩')
      .replaceAll(ONE, '⟨n⟩')
      .replaceAll('⟨a⟩ “⟨b⟩” ⟨c⟩', '⟨title⟩')
      .replaceAll('⟨a⟩ ‘⟨b⟩’ ⟨c⟩', '⟨quoted⟩');
  }
  return made;
}

/** Every format of one target, with nothing left to fill in. */
export function allFormats(source: Source, context: Context, target: Target, words: string): Patterns {
  const { edition, site, format } = context;
  const made = item(source, edition, target, site);
  const styled = format(made, surroundings(source, edition, target));
  const plain = withoutMarkup(styled['chicago-note']);
  return {
    ...styled,
    bibtex: toBibtex(made),
    ris: toRis(made),
    'csl-json': toCslJson(made),
    text: words === '' ? `${plain}\n` : `${words}\n\n${plain}\n`,
    json: JSON.stringify(plainRecord(source, edition, target, made, words, plain), null, 1),
  };
}

function surroundings(source: Source, edition: EditionHeader, target: Target): Surroundings {
  const { authors, container, short } = source.header;
  const where = 'where' in target ? target.where : '';
  const after = `Release ${edition.release} of ${edition.title}${where}.`;
  if (target.kind === 'note' && target.hand !== 'author-note') return { supplied: [], after, about: short };
  const supplied = [
    authors.some((one) => one['supplied-by'] === 'edition') && 'author',
    container.volume?.['supplied-by'] === 'edition' && 'volume',
    container.issue?.['supplied-by'] === 'edition' && 'issue',
  ].filter((name) => name !== false);
  if (target.kind === 'source') return { supplied, after };
  return target.kind === 'note'
    ? { supplied, after, locator: { locator: target.name, label: 'note' } }
    : { supplied, after, locator: { locator: target.numbers, label: 'paragraph' } };
}

function plainRecord(
  { id, header }: Source,
  edition: EditionHeader,
  target: Target,
  made: Item,
  words: string,
  citation: string,
): Record<string, string> {
  return {
    source: id,
    short: header.short,
    hand: HAND_NAMES[target.kind === 'note' ? target.hand : 'author'],
    ...(target.kind === 'note' && { note: target.id }),
    ...('fragment' in target && { place: target.fragment }),
    ...(words !== '' && { words }),
    citation,
    address: made.URL,
    release: edition.release,
  };
}

/** What else can be asked for by name. */
function surroundingsOf({
  header,
  divisions,
  ledger,
}: Source): Pick<SourceCitations, 'divisions' | 'retired' | 'container'> {
  const retired = (records: Source['ledger']['anchors'], what: 'anchor' | 'note') =>
    retiredAnchors(records).map(({ anchor, record }): SourceCitations['retired'][number] => [
      anchor,
      what,
      describeRetired(record),
    ]);
  const { title, pages } = header.container;
  return {
    divisions: divisions
      .filter(({ anchor }) => anchor !== '')
      .map(({ anchor, heading, order }) => [anchor, heading, order]),
    retired: [...retired(ledger.anchors, 'anchor'), ...retired(ledger.notes, 'note')],
    container: { title, ...(pages && { pages: pages.text }) },
  };
}

/** Where each page of the witness first holds the beginning of a paragraph. */
export function witnessPages(source: Source): [number: string, page: string][] {
  const pages: [string, string][] = [];
  if (Object.keys(source.header.witnesses[0]?.pages ?? {}).length === 0) return pages;
  let page = '1';
  for (const { number, points } of source.paragraphs) {
    const breaks = points.filter((point) => point.type === 'milestone');
    // A break before the first word is the page that the paragraph begins on.
    page = breaks.findLast(({ at }) => at === 0)?.n ?? page;
    if (pages.at(-1)?.[1] !== page) pages.push([number, page]);
    page = breaks.at(-1)?.n ?? page;
  }
  return pages;
}

/** A note as it is filled into patterns: its words, paragraph by paragraph. */
export function wordsOf(note: Pick<Note, 'paragraphs'>): string {
  return note.paragraphs.map(({ words }) => words).join('\n\n');
}
