/** What the rights in each hand’s words mean for what is shown. */
import type { RightsRecord } from '../schemas/rights.ts';
import { rightsTerms } from '../schemas/rights-terms.ts';
import type { Edition, Hand, Note, Source, Text } from './model.ts';

/** What a deployment shows: what each source states, or of that only what is cleared. */
export const rightsPolicies = ['as-stated', 'cleared-only'] as const;
export type RightsPolicy = (typeof rightsPolicies)[number];

/**
 * The limits of what is quoted of withheld words. Quotation for comment is lawful in most countries as
 * long as it is short and does not stand in for the work; no law gives numbers. These are the edition’s
 * own and lie on the safe side: a sentence at a time, and no more than a tenth of a text in all.
 */
export const QUOTED_WORDS = 25;
export const QUOTED_SHARE = 0.1;

export type RightsHand = RightsRecord['hand'];

/** As rights name the hands. */
export const rightsHands: Record<Hand, RightsHand> = {
  author: 'author',
  'author-note': 'author',
  'transcriber-note': 'transcriber',
  'editor-note': 'editor',
};

/** The rights in the words of a hand; undefined where the source states none. */
export function rightsIn({ header }: Pick<Source, 'header'>, hand: Hand): RightsRecord | undefined {
  return header.rights.find((one) => one.hand === rightsHands[hand]);
}

/** Whether nothing stands in the way of showing words: they are free, or publication here was permitted. */
export function isCleared({ term, permission }: RightsRecord): boolean {
  return permission !== undefined || rightsTerms[term].free;
}

/** How much of a hand is shown. The edition’s own notes are its owner’s to show. */
export function displayUnder(rights: RightsRecord, policy: RightsPolicy): RightsRecord['display'] {
  if (rights.hand === 'editor') return 'full';
  return policy === 'cleared-only' && !isCleared(rights) ? 'withheld' : rights.display;
}

/** What is not known to be cleared and is shown all the same, whole or in part. */
export function shownUncleared(
  sources: readonly Source[],
): { source: Source; rights: RightsRecord; words: number }[] {
  return sources.flatMap((source) =>
    source.header.rights
      .filter((one) => one.hand !== 'editor' && !isCleared(one) && one.display !== 'withheld')
      .map((rights) => ({ source, rights, words: wordsShown(source, rights.hand) }))
      .filter(({ words }) => words > 0),
  );
}

function wordsShown({ paragraphs, witnessNotes }: Source, hand: RightsHand): number {
  const notes = witnessNotes
    .filter((note) => rightsHands[note.hand] === hand)
    .flatMap((note) => note.paragraphs);
  return countWords([...(hand === 'author' ? paragraphs : []), ...notes]);
}

/** Words as white space parts them. */
export function countWords(texts: readonly Pick<Text, 'words'>[]): number {
  return texts.reduce((sum, { words }) => sum + (words.match(/\S+/g)?.length ?? 0), 0);
}

/** How many words are left out of a text. */
export function withheldWords({ points }: Pick<Text, 'points'>): number {
  return points.reduce((sum, point) => sum + (point.type === 'withheld' ? point.count : 0), 0);
}

/** Whether nothing of a text is shown. */
export function isWithheld(text: Pick<Text, 'words' | 'points'>): boolean {
  return text.words === '' && withheldWords(text) > 0;
}

/** Whether nothing of a note is shown. */
export function isNoteWithheld({ paragraphs }: Note): boolean {
  return paragraphs.some(isWithheld);
}

/** Whether words of the author, or of the transcriber, are left out of a source. */
export function withholds({ header }: Pick<Source, 'header'>, hand?: RightsHand): boolean {
  return header.rights.some((one) => one.display !== 'full' && (hand === undefined || one.hand === hand));
}

/** The sources of which words are left out. */
export function withheldSources<S extends Pick<Source, 'header'>>(sources: readonly S[]): S[] {
  return sources.filter((source) => withholds(source));
}

/** More sources than these are counted, not named, where it is said that words of them are withheld. */
const fewWithheld = 12;

/** `Strong 1934 and James 1937`; of many sources, how many there are. */
export function namesOrCount(sources: readonly Pick<Source, 'header'>[]): string {
  return sources.length > fewWithheld
    ? `${String(sources.length)} sources`
    : sources.map(({ header }) => header.short).join(' and ');
}

/** The anchors that an excerpt shows. @returns those named that are no paragraphs, too. */
export function excerptOf(
  { paragraphs }: Pick<Source, 'paragraphs'>,
  { excerpt = [] }: Pick<RightsRecord, 'excerpt'>,
): { shown: Set<string>; unknown: string[] } {
  const order = new Map(paragraphs.map(({ anchor }, index) => [anchor, index]));
  const shown = new Set<string>();
  const unknown = excerpt.filter((range) => {
    const [first = '', last = first] = range.split('-');
    const [from, to] = [order.get(first), order.get(last)];
    if (from === undefined || to === undefined || to < from) return true;
    for (const { anchor } of paragraphs.slice(from, to + 1)) shown.add(anchor);
    return false;
  });
  return { shown, unknown };
}

/** What an editor running a build is told of words that are shown though nothing on record clears them. */
export function rightsWarnings({ sources }: Pick<Edition, 'sources'>): string[] {
  return shownUncleared(sources).map(({ source, rights, words }) => {
    const whose = rights.hand === 'author' ? 'the author’s words' : 'the transcriber’s notes';
    const how = rights.display === 'excerpt' ? 'shown in part' : 'shown in full';
    return `${source.id}: ${whose} (${String(words)} words) are ${how}, though not known to be cleared: ${rights.term}, “${rightsTerms[rights.term].name}”.`;
  });
}

/** What an editor running a build is told of words that are not shown. */
export function rightsReport({ sources }: Pick<Edition, 'sources'>): string[] {
  return sources.flatMap((source) => {
    const notes = source.witnessNotes.flatMap(({ paragraphs }) => paragraphs);
    const words = [...source.paragraphs, ...notes].reduce((sum, text) => sum + withheldWords(text), 0);
    return words === 0 ? [] : [`${source.id}: ${String(words)} words are withheld.`];
  });
}
