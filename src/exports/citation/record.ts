import { FILES, STYLES, withoutMarkup, type Patterns, type SourceCitations } from '../../edition/citation.ts';
import { describeRetired, retiredAnchors } from '../../edition/ledger.ts';
import { asSupplied, HAND_NAMES, noteName } from '../../edition/labels.ts';
import type { EditionHeader } from '../../schemas/edition.ts';
import type { Source } from '../../edition/model.ts';
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
  const { title, 'sentence-case': inSentenceCase } = source.header;
  const sentenceCase = {
    title: inSentenceCase?.title && asSupplied(inSentenceCase.title, title['supplied-by']),
    container: inSentenceCase?.container,
  };
  const of = { supplied, after, sentenceCase };
  if (target.kind === 'source') return of;
  return target.kind === 'note'
    ? { ...of, locator: { locator: target.name, label: 'note' } }
    : { ...of, locator: { locator: target.numbers, label: 'paragraph' } };
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

/** Where each page of the witness begins, the first at the beginning of the text. */
export function witnessPages(source: Source): SourceCitations['pages'] {
  const pages: SourceCitations['pages'] = [];
  if (Object.keys(source.header.witnesses[0]?.pages ?? {}).length === 0) return pages;
  const [first] = source.paragraphs;
  if (first) pages.push([first.number, '1', 0]);
  for (const { number, points } of source.paragraphs) {
    for (const point of points) if (point.type === 'milestone') pages.push([number, point.n, point.at]);
  }
  return pages;
}
