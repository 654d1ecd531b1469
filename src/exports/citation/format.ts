import { escapeMarkup, STYLES, type Style } from '../../edition/citation.ts';
import { makeEngine, type Engine, type Locator } from './engine.ts';
import type { Item } from './item.ts';
import { makePlaces } from './places.ts';

/** Texts of the styles and of the locale, in the Citation Style Language. */
export interface StyleSheets {
  chicago: string;
  mla: string;
  apa: string;
  locale: string;
}

export interface Surroundings {
  locator?: Locator;
  /** The variables that the edition supplied and that therefore stand in square brackets. */
  supplied: readonly string[];
  /** A sentence after the citation: the release. */
  after: string;
  /** The end of the title where it names what the title is about. */
  about?: string;
  /** Titles in sentence case, for APA. */
  sentenceCase?: { title?: string | undefined; container?: string | undefined } | undefined;
}

export type Formatter = (item: Item, surroundings: Surroundings) => Record<Style, string>;

/** What the library makes of one item. */
interface Formatted {
  entry: Record<'chicago' | 'mla' | 'apa', string>;
  cite: Record<'chicago' | 'mla' | 'apa', (locator: Locator | undefined) => string>;
}

/**
 * A formatter of Chicago (17th edition, full notes), MLA (9th) and APA (7th). An engine of one’s own
 * takes the place of the quick one, so that tests can hold it against another.
 */
export function makeFormatter(
  { chicago, mla, apa, locale }: StyleSheets,
  engineOf: (style: string, locale: string) => Engine = makeEngine,
): Formatter {
  const engines = {
    chicago: engineOf(chicago, locale),
    mla: engineOf(mla, locale),
    apa: engineOf(apa, locale),
  };
  const places = { chicago: makePlaces(), mla: makePlaces(), apa: makePlaces() };
  const lately = new Map<string, Formatted>();

  /** The address and the place aside, a source and its parts are one item. */
  function formatted(items: Record<keyof typeof engines, Item>, supplied: readonly string[]): Formatted {
    const { mla: item } = items;
    const key = JSON.stringify([items, supplied]);
    const known = lately.get(key);
    if (known) return known;
    // Chicago prints the pages of some items, if they have any, where no place within them is cited.
    const kind = item.page === undefined ? item.type : `${item.type} with pages`;
    const entry = (style: keyof typeof engines) => engines[style].entry(items[style], supplied);
    const cite = (style: keyof typeof engines) =>
      places[style](kind, (locator) => engines[style].cite(items[style], supplied, locator));
    const made = {
      entry: { chicago: entry('chicago'), mla: entry('mla'), apa: entry('apa') },
      cite: { chicago: cite('chicago'), mla: cite('mla'), apa: cite('apa') },
    };
    if (lately.size === KEPT) lately.clear();
    lately.set(key, made);
    return made;
  }

  return (item, { locator, supplied, after, about, sentenceCase = {} }) => {
    const release = ` ${escapeMarkup(after)}`;
    const { note: _note, version: _version, locator: _locator, ...rest } = item;
    if (item.type.startsWith('article-')) {
      // The styles name no publisher of a periodical; given one, Chicago would print it.
      delete rest.publisher;
      delete rest['publisher-place'];
    }
    const blank = blankFor(about, item.title);
    const title = blank === undefined ? item.title : item.title.slice(0, -(about ?? '').length) + blank;
    const cited = {
      ...rest,
      id: '',
      URL: ADDRESS,
      title: asItStands(title),
    } as Item;
    const container = item['container-title'] ?? '';
    const items = {
      // Chicago 14.170 leaves out an article at the beginning of the name of a periodical.
      chicago: item.type.startsWith('article-')
        ? { ...cited, 'container-title': container.replace(/^The /, '') }
        : cited,
      mla: cited,
      apa: {
        ...cited,
        ...(sentenceCase.title !== undefined && { title: asItStands(sentenceCase.title) }),
        ...(sentenceCase.container !== undefined && { 'container-title': sentenceCase.container }),
      },
    };
    const { entry, cite } = formatted(items, supplied);
    const chapter = (text: string) =>
      item['chapter-number'] === undefined
        ? text
        : // Chicago 14.106 gives the number of a chapter; the style has no place for it.
          text.replace(
            /” ([iI])n (?=<i>)/,
            (_, i: string) => `” ${i === 'i' ? 'c' : 'C'}hap. ${item['chapter-number'] ?? ''} in `,
          );
    const styled = {
      'chicago-note': chapter(cite.chicago(locator)) + release,
      'chicago-bibliography': chapter(entry.chicago) + release,
      // MLA names the chapter last; the style has no place for it.
      mla:
        (item['chapter-number'] === undefined
          ? entry.mla
          : entry.mla.replace(ADDRESS, `ch. ${item['chapter-number']}, ${ADDRESS}`)) + release,
      apa:
        entry.apa
          // The point of the last initial is lost before a bracket.
          .replace(/(?<= [A-Z])\]\. (?=\()/, '.]. ')
          // Without a day of access APA has the bare address.
          .replace(`Retrieved ${ADDRESS}`, ADDRESS) + release,
      // MLA writes `par.`; the style takes the general term and loses the space after it.
      'mla-text': cite
        .mla(locator)
        .replace(/\bpara(s?)\.(?=\S)/, 'par$1. ')
        .replace(/\bn\.(?=\S)/, 'n. '),
      'apa-text': cite.apa(locator),
    };
    for (const style of STYLES) {
      const text = blank === undefined ? styled[style] : styled[style].replaceAll(blank, about ?? '');
      styled[style] = showApostrophes(text).replace(ADDRESS, escapeMarkup(item.URL));
    }
    return styled;
  };
}

/** How many items are kept formatted; the parts of a source are formatted one after the other. */
const KEPT = 100;

/** Stands for the address while the rest is formatted. */
const ADDRESS = 'http://⟨address⟩/';

/**
 * Stands for what the title is about, so that the notes on all sources are one item. Only for words
 * and numbers with single spaces between them, which every style prints as they are; and styles look
 * whether a title ends in a digit.
 */
function blankFor(about: string | undefined, title: string): string | undefined {
  const isPlain =
    about !== undefined && /^[\p{Lu}\p{Ll}\d]+(?:(?:[.,]? |[’-])[\p{Lu}\p{Ll}\d]+)*$/u.test(about);
  if (!isPlain || !title.endsWith(about)) return undefined;
  return /\d$/.test(about) ? 'Zqx 88881' : 'Zqx 88881a';
}

/** A title whose capitals no style may change. */
function asItStands(title: string): string {
  return `<span class="nocase">${hideApostrophes(title)}</span>`;
}

/** The library takes some apostrophes for quotation marks (`Workers’ and`), so it never sees one. */
function hideApostrophes(title: string): string {
  return title.replaceAll('’', '\uE000').replaceAll('‘', '\uE001');
}

function showApostrophes(text: string): string {
  return text.replaceAll('\uE000', '’').replaceAll('\uE001', '‘');
}
