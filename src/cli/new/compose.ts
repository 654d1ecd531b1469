import { stringify } from 'yaml';
import { one, type Answers, type NewKind } from './fields.ts';

/** The text of a new file, and the line on which to go on writing, from 1. */
export interface Composed {
  text: string;
  line: number;
}

/** Writes a new file of what was said. It is not checked here: the edition is, with it. */
export function compose(kind: NewKind, answers: Answers): Composed {
  if (kind === 'note') return withProse(noteKeys(answers), answers);
  if (kind === 'topic') return withProse(topicKeys(answers), answers);
  const text = yaml(entityKeys(answers));
  return { text, line: linesOf(text) };
}

function noteKeys(answers: Answers): object {
  return {
    title: one(answers, 'title'),
    kind: one(answers, 'kind'),
    at: one(answers, 'at'),
    quote: one(answers, 'quote'),
    on: one(answers, 'on'),
    about: answers['about'],
    checked: one(answers, 'checked'),
  };
}

function entityKeys(answers: Answers): object {
  return {
    name: one(answers, 'name'),
    sort: one(answers, 'sort'),
    forms: answers['form'],
    other: answers['other'],
    dates: one(answers, 'dates'),
    description: one(answers, 'description'),
    checked: one(answers, 'checked'),
  };
}

function topicKeys(answers: Answers): object {
  const passages = Map.groupBy(answers['passage'] ?? [], (passage) => passage.split('#')[0] ?? '');
  return {
    title: one(answers, 'title'),
    question: one(answers, 'question'),
    order: Number(one(answers, 'order')),
    summaries: Object.fromEntries((answers['summary'] ?? []).map(splitSummary)),
    rows: [{ point: one(answers, 'point'), passages: Object.fromEntries(passages) }],
    checked: one(answers, 'checked'),
  };
}

function splitSummary(summary: string): [source: string, words: string] {
  const [, source, words] = /^([a-z0-9-]+)\s*:\s*(.+)$/s.exec(summary) ?? [];
  if (source === undefined || words === undefined)
    throw new Error(`Write a summary as SOURCE: WORDS, not “${summary}”.`);
  return [source, words];
}

function withProse(keys: object, answers: Answers): Composed {
  const text = `---\n${yaml(keys)}---\n\n${one(answers, 'text') ?? ''}\n`;
  return { text, line: linesOf(text) };
}

/** Keys without a value are left out; no line is folded, so that quotations stay on one. */
function yaml(keys: object): string {
  const said = Object.entries(keys).filter(([, value]) => value !== undefined);
  return stringify(Object.fromEntries(said), { lineWidth: 0 });
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}
