import type { ProblemCode } from '../../edition/problems/catalogue.ts';
import { entityFolders, folderOf, type EntityKind } from '../../schemas/entity-kinds.ts';
import { noteKinds } from '../../schemas/note.ts';

/** What was given for each field: one value, or several for a field that may have more. */
export type Answers = Partial<Record<string, string[]>>;

/** Something that a new file needs to be told: a flag of the command, and a question where it is not given. */
export interface Field {
  /** The name of the flag: `title` is `--title`. */
  name: string;
  question: string;
  isNeeded?: true;
  isMany?: true;
  /** What holds if nothing is said. */
  standard?: (answers: Answers) => string;
  /** Whether it is asked at all, after what was said before. */
  isAsked?: (answers: Answers) => boolean;
}

/** The first or only value of a field. */
export function one(answers: Answers, name: string): string | undefined {
  return answers[name]?.[0];
}

/** An id made of a name: `Jane Doe’s` gives `jane-does`. Empty where the name has no Latin letter or digit. */
export function idOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const idFrom = (name: string): Field => ({
  name: 'id',
  question: 'Name of the file, part of a permanent address: small letters, digits, single hyphens',
  isNeeded: true,
  standard: (answers) => idOf(one(answers, name) ?? ''),
});

const checked: Field = {
  name: 'checked',
  question: 'How it was checked: `read` if you opened the works it rests on, else `standard`',
  isNeeded: true,
  standard: () => 'standard',
};

/** @param sources the ids of the sources that there are */
const noteFields = (sources: readonly string[]): Field[] => [
  {
    name: 'source',
    question: `Id of the source it is on${sources.length === 0 ? ', like strong-1934' : `: ${sources.join(', ')}`}`,
    isNeeded: true,
  },
  { name: 'title', question: 'Short title, for lists', isNeeded: true },
  idFrom('title'),
  { name: 'kind', question: `What it is about: ${noteKinds.join(', ')}`, isNeeded: true },
  {
    name: 'at',
    question: 'Paragraph it stands on, like p9 (nothing if it replies to a note of the witness)',
  },
  {
    name: 'quote',
    question: 'Words of the paragraph that it stands on, letter for letter',
    isNeeded: true,
    isAsked: (answers) => answers['at'] !== undefined,
  },
  {
    name: 'on',
    question: 'Note that it replies to, like transcriber:2',
    isNeeded: true,
    isAsked: (answers) => answers['at'] === undefined,
  },
  { name: 'about', question: 'Id of a person, place and so on that it is about', isMany: true },
  checked,
  { name: 'text', question: 'Its words (a first sentence will do)', isNeeded: true },
];

const entityFields: Field[] = [
  { name: 'name', question: 'Name, as a reader of today knows it', isNeeded: true },
  idFrom('name'),
  {
    name: 'sort',
    question: 'Name by which lists are sorted, like Bukharin, Nikolai',
    isNeeded: true,
    standard: (answers) => one(answers, 'name') ?? '',
  },
  { name: 'form', question: 'A spelling that stands in the texts or notes, letter for letter', isMany: true },
  { name: 'other', question: 'Another spelling that readers may type', isMany: true },
  { name: 'dates', question: 'Dates, like 1879/1940 or 1934-12-01, or in words' },
  { name: 'description', question: 'One or two neutral lines that say who or what it is' },
  checked,
];

/** @param nextOrder the first number that no topic has */
const topicFields = (nextOrder: number): Field[] => [
  { name: 'title', question: 'Short title, for lists', isNeeded: true },
  { name: 'question', question: 'The question whole', isNeeded: true },
  idFrom('title'),
  {
    name: 'order',
    question: 'Its place among the topics',
    isNeeded: true,
    standard: () => String(nextOrder),
  },
  { name: 'point', question: 'The first point of the question, in a few words', isNeeded: true },
  { name: 'passage', question: 'A passage on it, like strong-1934#p3', isNeeded: true, isMany: true },
  {
    name: 'summary',
    question: 'What a source says, or that it is silent, like strong-1934: The article says …',
    isNeeded: true,
    isMany: true,
  },
  checked,
  { name: 'text', question: 'The introduction (a first sentence will do)', isNeeded: true },
];

export const newKinds = ['note', ...Object.values(entityFolders), 'topic'] as const;
export type NewKind = (typeof newKinds)[number];

export function isNewKind(text: string | undefined): text is NewKind {
  return newKinds.some((kind) => kind === text);
}

/**
 * @param nextOrder the first number that no topic has
 * @param sources the ids of the sources that there are, where they are known
 */
export function fieldsOf(kind: NewKind, nextOrder: number, sources: readonly string[] = []): Field[] {
  if (kind === 'note') return noteFields(sources);
  return kind === 'topic' ? topicFields(nextOrder) : entityFields;
}

/** The answers that a fault comes of. */
const answersOf: Partial<Record<ProblemCode, readonly string[]>> = {
  'note-source-unknown': ['source'],
  'note-target-unknown': ['at', 'quote', 'on'],
  'note-quote': ['quote'],
  'about-unknown': ['about'],
  'form-unused': ['form'],
  'form-shared': ['form'],
  'passage-unknown': ['passage'],
  'topic-summary': ['summary'],
  'topic-order': ['order'],
};

/** The answers without those that faults come of, to be asked for again; undefined where one comes of none. */
export function withoutFaulty(answers: Answers, codes: readonly ProblemCode[]): Answers | undefined {
  if (codes.some((code) => answersOf[code] === undefined)) return undefined;
  const faulty = codes.flatMap((code) => answersOf[code] ?? []);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !faulty.includes(name)));
}

/** The folder of a new file, below `content/`. */
export function folderFor(kind: NewKind, answers: Answers): string {
  if (kind === 'note') return `notes/${one(answers, 'source') ?? ''}`;
  return kind === 'topic' ? 'topics' : folderOf(kind satisfies EntityKind);
}

/**
 * The answers given, with what `ask` says to each question that is left. `ask` is given what holds if
 * nothing is said; without `ask`, that holds. Throws for a needed field that stays empty, naming all such flags.
 */
export async function complete(
  fields: readonly Field[],
  given: Answers,
  ask?: (question: string, standard: string) => Promise<string>,
): Promise<Answers> {
  const answers: Answers = { ...given };
  const missing: string[] = [];
  for (const { name, question, isNeeded, isMany, standard, isAsked } of fields) {
    if (answers[name] !== undefined || isAsked?.(answers) === false) continue;
    const fallback = standard?.(answers) ?? '';
    const said: string[] = [];
    do {
      const first = isNeeded || question.includes('nothing') ? question : `${question}, or nothing`;
      const words = (await ask?.(said.length > 0 ? 'Another, or nothing' : first, fallback))?.trim();
      if (!words) break;
      said.push(words);
    } while (isMany);
    if (said.length === 0 && fallback !== '') said.push(fallback);
    if (said.length > 0) answers[name] = said;
    else if (isNeeded) missing.push(`--${name}`);
  }
  if (missing.length > 0) throw new Error(`Still needed: ${missing.join(', ')}.`);
  return answers;
}
