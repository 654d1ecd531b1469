import CSL from 'citeproc';
import { escapeMarkup, STYLES, type Style } from '../../edition/citation.ts';
import type { Item } from './item.ts';

/** Texts of the styles and of the locale, in the Citation Style Language. */
export interface StyleSheets {
  chicago: string;
  mla: string;
  apa: string;
  locale: string;
}

/** What is cited within the item. */
export interface Locator {
  locator: string;
  label: 'paragraph' | 'note';
}

export interface Surroundings {
  locator?: Locator;
  /** The variables that the edition supplied and that therefore stand in square brackets. */
  supplied: readonly string[];
  /** A sentence after the citation: the release. */
  after: string;
}

export type Formatter = (item: Item, surroundings: Surroundings) => Record<Style, string>;

const NAMES =
  /^(author|composer|director|illustrator|editor|contributor|guest|host|performer|script-writer|executive-producer|interviewer|chair|organizer|curator|compiler|container-author|series-creator|recipient)/;

/** A formatter of Chicago (17th edition, full notes), MLA (9th) and APA (7th). */
export function makeFormatter({ chicago, mla, apa, locale }: StyleSheets): Formatter {
  let current: Item;
  let brackets: readonly string[] = [];
  const engine = (style: string) => {
    const made = new CSL.Engine(
      {
        retrieveLocale: () => locale,
        retrieveItem: () => current,
        variableWrapper: ({ variableNames }, before, text, after) => {
          const isName = variableNames.some((name) => NAMES.test(name));
          const isSupplied = variableNames.some((name) => brackets.includes(isName ? 'author' : name));
          return before + (isSupplied && text !== '' ? `[${text}]` : text) + after;
        },
      },
      style,
      'en-US',
    );
    return {
      load: () => {
        made.updateItems([current.id]);
      },
      entry: () =>
        made
          .makeBibliography()[1]
          .join('')
          .replace(/^\s*<div class="csl-entry">|<\/div>\s*$/g, '')
          .trim(),
      cite: (locator: Locator | undefined) => made.makeCitationCluster([{ id: current.id, ...locator }]),
    };
  };
  const engines = { chicago: engine(chicago), mla: engine(mla), apa: engine(apa) };
  const entries = new Map<string, Record<keyof typeof engines, string>>();
  let count = 0;

  return (item, { locator, supplied, after }) => {
    brackets = supplied;
    const release = ` ${escapeMarkup(after)}`;
    const { note: _note, version: _version, locator: _locator, ...rest } = item;
    if (item.type.startsWith('article-')) {
      // The styles name no publisher of a periodical; given one, Chicago would print it.
      delete rest.publisher;
      delete rest['publisher-place'];
    }
    const cited = {
      ...rest,
      URL: ADDRESS,
      title: `<span class="nocase">${hideApostrophes(item.title)}</span>`,
    };
    // Items never share an id, so that nothing is kept of the last one.
    current = { ...cited, id: String(++count) } as Item;
    for (const one of Object.values(engines)) one.load();
    // A source and its paragraphs differ in the address alone.
    const key = JSON.stringify([{ ...cited, id: '' }, supplied]);
    const entry = entries.get(key) ?? {
      chicago: engines.chicago.entry(),
      mla: engines.mla.entry(),
      apa: engines.apa.entry(),
    };
    entries.set(key, entry);
    const chapter = (text: string) =>
      item['chapter-number'] === undefined
        ? text
        : // Chicago 14.106 gives the number of a chapter; the style has no place for it.
          text.replace(
            /” ([iI])n (?=<i>)/,
            (_, i: string) => `” ${i === 'i' ? 'c' : 'C'}hap. ${item['chapter-number'] ?? ''} in `,
          );
    const styled = {
      'chicago-note': chapter(engines.chicago.cite(locator)) + release,
      'chicago-bibliography': chapter(entry.chicago) + release,
      mla: entry.mla + release,
      // The point of the last initial is lost before a bracket.
      apa: entry.apa.replace(/(?<= [A-Z])\]\. (?=\()/, '.]. ') + release,
      // MLA writes `par.`; the style takes the general term and loses the space after it.
      'mla-text': engines.mla
        .cite(locator)
        .replace(/\bpara(s?)\.(?=\S)/, 'par$1. ')
        .replace(/\bn\.(?=\S)/, 'n. '),
      'apa-text': engines.apa.cite(locator),
    };
    for (const style of STYLES)
      styled[style] = showApostrophes(styled[style]).replace(ADDRESS, escapeMarkup(item.URL));
    return styled;
  };
}

/** Stands for the address while the rest is formatted. */
const ADDRESS = 'http://⟨address⟩/';

/** The library takes some apostrophes for quotation marks (`Workers’ and`), so it never sees one. */
function hideApostrophes(title: string): string {
  return title.replaceAll('’', '\uE000').replaceAll('‘', '\uE001');
}

function showApostrophes(text: string): string {
  return text.replaceAll('\uE000', '’').replaceAll('\uE001', '‘');
}
