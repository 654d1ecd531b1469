/** What the check of a quotation tells its readers, in whole sentences. */
import type { Hand } from '../edition/model.ts';
import type { Finding } from '../search/quotation/finding.ts';
import { maximumWords, type Quotation } from '../search/quotation/quotation.ts';
import type { Step } from '../search/quotation/quotation-steps.ts';

export const failed = 'The texts could not be loaded. Check the connection and try again.';

/** What came of it all, e.g. `Found in this edition, letter for letter.` */
export function outcome({ words, isCut }: Quotation, findings: readonly Finding[]): string {
  const [best] = findings;
  const cut = isCut ? ` Only the first ${String(maximumWords)} words were looked at.` : '';
  if (words.length === 0) return 'There are no words to check.';
  if (best?.coverage === 'found') {
    const others = findings.length === 1 ? '' : ` It stands in ${String(findings.length)} places.`;
    return `Found in this edition${agreement(best)}.${others}${cut}`;
  }
  if (best?.coverage === 'partly')
    return `Only a part of this quotation was found in this edition. The rest was not.${cut}`;
  const nearest = best
    ? ` The nearest passage has ${String(best.common)} of its ${String(best.words)} words in this order.`
    : ' Hardly any of its words stand here together.';
  return `Not found in this edition.${nearest}${cut}`;
}

/** How well a passage agrees with the quotation, after `Found`. */
function agreement({ agreement, steps }: Finding): string {
  if (agreement === 'letters') return ', letter for letter';
  if (agreement === 'marks')
    return ', word for word; only quotation marks, apostrophes or dashes are of another kind';
  if (agreement === 'words') return ', word for word; only punctuation or capitals differ';
  const number = steps.filter(({ kind }) => isDifference(kind)).length;
  return number === 1 ? ', with one difference' : `, with ${String(number)} differences`;
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

export function isDifference(kind: Step['kind']): boolean {
  return kind === 'spelling' || kind === 'other' || kind === 'added' || kind === 'missing';
}

/** One step that differs, in words; those of quotation and text stand between `⟨` and `⟩`. */
export function difference({ kind, quoted, text, textWords }: Step): string {
  const [yours, theirs] = [`⟨${shorten(quoted.trim())}⟩`, `⟨${shorten(text.trim())}⟩`];
  switch (kind) {
    case 'same':
      return '';
    case 'punctuation':
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
