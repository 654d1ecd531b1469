/** A passage that a quotation was compared with, as the reader sees it. */
import { fragmentOf, type SourceCitations } from '../edition/citation.ts';
import { HAND_NAMES } from '../edition/labels.ts';
import { citeNote, citeParagraphs, recordOf, type Cited } from '../edition/quoting.ts';
import { printQuotedWords, wordsBetween, wordsTouched } from '../edition/quoted-words.ts';
import { anchorPath, citationsPath, notePath } from '../routes.ts';
import type { Finding } from '../search/quotation/finding.ts';
import type { Step } from '../search/quotation/quotation-steps.ts';
import type { SourceWords } from '../search/source-words.ts';
import { citePanel } from './cite-panel.ts';
import { element } from './element.ts';
import { loadJson } from './load-json.ts';
import { difference, verdict, whoseWords } from './quotation-messages.ts';
import { hashOf } from './word-hash.ts';

/** More differences than these are a matter for the passage itself. */
const mostDifferences = 20;
/** Longer omissions are counted and not shown. */
const mostMissing = 40;
/** Characters on either side of a passage that is only near the quotation. */
const context = 140;

export async function quotationResult(
  finding: Finding,
  source: SourceWords,
  input: string,
): Promise<HTMLElement> {
  const { hand, coverage } = finding;
  // Without its citations a passage is still found.
  const of = await loadJson<SourceCitations>(citationsPath(source.id)).catch(() => undefined);
  const passage = passageOf(finding, source);
  const item = element('li', 'quotation-result');
  item.dataset['findResult'] = coverage;
  item.dataset['hand'] = hand;

  const link = element('a', '', nameOf(finding, source));
  link.href = await addressOf(finding, source, of);
  const whose = element('span', 'search-hand', HAND_NAMES[hand]);
  item.append(element('p', 'search-head', link, ' ', whose));
  for (const line of [verdict(finding, input), whoseWords(finding)])
    if (line !== '') item.append(element('p', 'quotation-remark', line));
  const isNear = coverage !== 'not-found' || 2 * finding.common >= finding.words;
  const { before, after } = isNear ? { before: '', after: '' } : around(finding, source);
  const shown = finding.steps.flatMap(isNear ? stepCompared : stepNearby);
  item.append(element('blockquote', 'quotation-passage', before, ...shown, after));
  const differences = finding.steps.map(difference).filter(Boolean);
  if (coverage !== 'not-found' && differences.length > 0) {
    const lines = differences.slice(0, mostDifferences).map((one) => element('li', '', ...withWords(one)));
    const rest = differences.length - lines.length;
    if (rest > 0) lines.push(element('li', '', `and ${String(rest)} more`));
    item.append(element('ul', 'quotation-differences', ...lines));
  }
  const cited = of && coverage !== 'not-found' ? citedIn(of, finding, passage) : undefined;
  if (of && cited) item.append(citing(cited, of));
  return item;
}

function citedIn(
  of: SourceCitations,
  { hand, first, last, start, end }: Finding,
  passage: string,
): Cited | undefined {
  return hand === 'author'
    ? citeParagraphs(of, numberOf(first), numberOf(last), passage, { start, end })
    : citeNote(of, first, passage);
}

function numberOf(anchor: string): string {
  return anchor.replace(/^p/, '');
}

/** `Strong 1934, ¶ 12–13`, `Transcriber’s note 2 on Strong 1934`. */
function nameOf({ note, first, last }: Finding, { short }: SourceWords): string {
  if (note !== undefined) return `${note} on ${short}`;
  return `${short}, ¶ ${numberOf(first)}${first === last ? '' : `–${numberOf(last)}`}`;
}

/** What stands before and after a passage, for those who want to see where it comes from. */
function around(
  { hand, first, last, start, end }: Finding,
  source: SourceWords,
): Record<'before' | 'after', string> {
  const texts = hand === 'author' ? source.paragraphs : source.notes;
  const wordsOf = (id: string) => texts.find((one) => one.id === id)?.words ?? '';
  const before = wordsOf(first).slice(0, start);
  const after = wordsOf(last).slice(end);
  return {
    before: before.length > context ? `… ${before.slice(-context).replace(/^\S*\s/, '')}` : before,
    after: after.length > context ? `${after.slice(0, context).replace(/\s\S*$/, '')} …` : after,
  };
}

/** The words of the paragraphs that a passage of the author’s text stands in, whole. */
function paragraphsOf({ first, last }: Finding, { paragraphs }: SourceWords): string[] {
  const [from, to] = [first, last].map((anchor) => paragraphs.findIndex(({ id }) => id === anchor));
  return paragraphs.slice(from, (to ?? 0) + 1).map(({ words }) => words);
}

/** The words of the edition, paragraph by paragraph, with an empty line between them. */
function passageOf(finding: Finding, source: SourceWords): string {
  const { hand, first, start, end } = finding;
  if (hand !== 'author') return source.notes.find(({ id }) => id === first)?.words.slice(start, end) ?? '';
  const chosen = paragraphsOf(finding, source);
  return chosen
    .map((words, index) =>
      words.slice(index === 0 ? start : 0, index === chosen.length - 1 ? end : undefined),
    )
    .join('\n\n');
}

/** Where the passage stands, with its words marked on arrival where they are the author's. */
async function addressOf(
  finding: Finding,
  source: SourceWords,
  of: SourceCitations | undefined,
): Promise<string> {
  const { hand, first, last, start, end } = finding;
  if (hand !== 'author') return notePath({ sourceId: source.id, id: first });
  const chosen = paragraphsOf(finding, source);
  const words = chosen.join(' ');
  const before = chosen.slice(0, -1).reduce((sum, one) => sum + one.length + 1, 0);
  const touched = wordsTouched(words, start, before + end);
  const path = anchorPath(source.id, fragmentOf(numberOf(first), numberOf(last)));
  if (!touched || !isSecureContext || !of) return path;
  const { release } = recordOf({ patterns: of.source, blanks: {} });
  const hash = await hashOf(wordsBetween(words, touched.first, touched.last) ?? '');
  return path.replace('#', `?words=${printQuotedWords({ release, ...touched, hash })}#`);
}

/** A step with what the quotation has struck out and what the text has underlined. */
function stepCompared({ kind, quoted, text, textWords }: Step): (Node | string)[] {
  const struck = element('del', '', quoted.trim());
  const own = element('ins', '', text.trim());
  switch (kind) {
    case 'same':
    case 'punctuation':
      return [text];
    case 'spelling':
    case 'other':
      return [' ', struck, ' ', own, ' '];
    case 'added':
      return [' ', struck, ' '];
    case 'missing':
      return [' ', textWords > mostMissing ? element('ins', '', gap(textWords)) : own, ' '];
    case 'left-out':
      return [' ', element('span', 'quotation-gap', gap(textWords)), ' '];
    case 'inserted':
      return text.trim() === '' ? [' '] : [' ', element('span', '', text.trim()), ' '];
  }
}

function gap(words: number): string {
  return `[… ${String(words)} ${words === 1 ? 'word' : 'words'}]`;
}

/** A step of a passage that is only near the quotation, with what they share marked. */
function stepNearby({ kind, text }: Step): (Node | string)[] {
  return kind === 'same' || kind === 'punctuation' || kind === 'spelling'
    ? [' ', element('mark', '', text.trim()), ' ']
    : [text];
}

/** A sentence with the words between `⟨` and `⟩` set apart. */
function withWords(sentence: string): (Node | string)[] {
  return sentence.split(/[⟨⟩]/).map((part, index) => (index % 2 === 1 ? element('em', '', part) : part));
}

function citing(cited: Cited, of: SourceCitations): HTMLElement {
  const status = element('output', 'cite-status');
  const record = recordOf(cited);
  const panel = citePanel(cited, {
    file: [record.source, record.note ?? record.place, 'words'].filter(Boolean).join('-'),
    report: of.report,
    say: (message) => {
      status.value = message;
    },
  });
  return element('details', 'quotation-citing', element('summary', '', 'Cite this passage'), panel, status);
}
