/** What the check of a quotation tells its readers, in whole sentences. */
import type { Hand } from '../edition/model.ts';
import { mostPlaces } from '../search/quotation/check-quotation.ts';
import type { Finding } from '../search/quotation/finding.ts';
import { maximumWords, type Quotation } from '../search/quotation/quotation.ts';
import type { Step } from '../search/quotation/quotation-steps.ts';

export const failed = 'The texts could not be loaded. Check the connection and try again.';

/** What came of it all, e.g. `Found in this edition, letter for letter.` */
export function outcome({ words, isCut }: Quotation, findings: readonly Finding[]): string {
  const [best] = findings;
  const cut = isCut ? ` Only the first ${String(maximumWords)} words were looked at.` : '';
  if (words.length === 0) return 'There are no words to check.';
  if (best?.coverage === 'found')
    return `Found in this edition${agreement(best)}.${places(findings.length)}${cut}`;
  if (best?.coverage === 'partly') {
    const known = findings.reduce((sum, one) => sum + one.common, 0);
    return known >= 0.9 * words.length
      ? `The parts of this quotation stand in different places; no passage of this edition has them together.${cut}`
      : `Only a part of this quotation was found in this edition. The rest was not.${cut}`;
  }
  const nearest = best
    ? ` The nearest passage has ${String(best.common)} of its ${String(best.words)} words in this order.`
    : ' None of its words stand here.';
  return `Not found in this edition.${nearest}${cut}`;
}

/** What could not be judged; nothing where all is shown. */
export function notJudged(withheld: readonly string[]): string {
  if (withheld.length === 0) return '';
  return ` Words of ${withheld.join(' and ')} are not shown here, so whether it stands there cannot be judged.`;
}

function places(number: number): string {
  if (number === 1) return '';
  return number < mostPlaces
    ? ` It stands in ${String(number)} places.`
    : ` It stands in ${String(number)} places or more; search finds all.`;
}

/** How well a passage agrees with the quotation, after `Found`. */
function agreement({ agreement, steps }: Finding): string {
  const count = (kinds: Step['kind'][]) =>
    steps
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, { quotedWords, textWords }) => sum + Math.max(quotedWords, textWords), 0);
  const differing = count(['spelling', 'other', 'added', 'missing']);
  const leftOut = count(['left-out']);
  const gaps = leftOut === 0 ? '' : `; ${plural(leftOut, 'word is', 'words are')} left out at an ellipsis`;
  if (agreement === 'letters') return `, letter for letter${gaps}`;
  if (agreement === 'marks')
    return `, word for word; only quotation marks, apostrophes or dashes are of another kind${gaps}`;
  if (agreement === 'words') return `, word for word; only punctuation or capitals differ${gaps}`;
  return `; ${plural(differing, 'word differs', 'words differ')}${gaps}`;
}

function plural(number: number, one: string, many: string): string {
  return number === 1 ? `one ${one}` : `${String(number)} ${many}`;
}

/** How a passage was met. */
export function verdict(finding: Finding, input: string): string {
  const { coverage, quoted, common, words } = finding;
  if (coverage === 'found') return '';
  if (coverage === 'partly')
    return `Here stands this part of it${agreement(finding)}: “${shorten(input.slice(quoted.start, quoted.end))}”`;
  return `Nearest passage: ${String(common)} of ${String(words)} words in common. This is not the quotation.`;
}

/** Whose words a passage is, where a reader might be mistaken. */
export function whoseWords({ hand, quotedInText }: Pick<Finding, 'hand' | 'quotedInText'>): string {
  const whose: Record<Hand, string> = {
    author: '',
    'author-note': 'These words stand in a note by the author.',
    'transcriber-note': 'These are the transcriber’s words, not the author’s.',
    'editor-note': 'These are words of this edition’s editor, not the author’s.',
  };
  const quoting = {
    all: 'They stand in quotation marks there: somebody else may be quoted.',
    some: 'Some of them stand in quotation marks there: somebody else may be quoted.',
    none: '',
  }[quotedInText];
  return [
    whose[hand],
    whose[hand] === '' ? quoting.replace('They', 'These words').replace('them', 'these words') : quoting,
  ]
    .filter(Boolean)
    .join(' ');
}

/** One step that differs, in words; those of quotation and text stand between `⟨` and `⟩`. */
export function difference({ kind, quoted, text, textWords }: Step): string {
  const [yours, theirs] = [
    `⟨${shorten(quoted.trim().replace(/^\[|\]$/g, ''))}⟩`,
    `⟨${shorten(text.trim())}⟩`,
  ];
  switch (kind) {
    case 'same':
      return '';
    case 'punctuation':
      return yours === theirs ? '' : `${yours} in the quotation, ${theirs} in the text`;
    case 'spelling':
    case 'other':
      return `${yours} in the quotation, ${theirs} in the text`;
    case 'added':
      return `${yours} is not in the text`;
    case 'missing':
      return `${theirs} is missing from the quotation`;
    case 'left-out':
      return textWords === 1 ? 'one word is left out' : `${String(textWords)} words are left out`;
    case 'inserted':
      return `${yours} is put in by whoever quotes${text.trim() === '' ? '' : `, for ${theirs}`}`;
  }
}

function shorten(words: string): string {
  const one = words.replace(/\s+/g, ' ');
  return one.length <= 160
    ? one
    : `${one.slice(0, 90).replace(/\s\S*$/, '')} … ${one.slice(-60).replace(/^\S*\s/, '')}`;
}
