import { noteSchema } from '../schemas/note.ts';
import { locate } from './find.ts';
import { parseMarkdown } from './markdown.ts';
import type { Note, Place, Source } from './model.ts';
import type { Problem, Result } from './problem.ts';
import type { RawNote } from './raw.ts';
import { referenceFaults } from './shared-checks.ts';
import { readYaml, splitFrontMatter } from './yaml.ts';

/** Reads the editor's notes on one source and sets each where it stands. */
export function assembleEditorNotes(
  raws: RawNote[],
  source: Source,
  worksById: ReadonlyMap<string, unknown>,
): Result<Note[]> {
  const problems: Problem[] = [];
  const notes: Note[] = [];
  for (const raw of raws) {
    const result = readNote(raw, source, worksById);
    problems.push(...result.problems);
    if (result.value) notes.push(result.value);
  }
  const order = new Map(source.paragraphs.map(({ anchor }, index) => [anchor, index]));
  const rank = (note: Note) => (note.at ? (order.get(note.at.anchor) ?? 0) : Infinity);
  notes.sort(
    (a, b) =>
      compare(rank(a), rank(b)) ||
      (a.at?.offset ?? 0) - (b.at?.offset ?? 0) ||
      a.id.localeCompare(b.id, 'en'),
  );

  notes
    .filter((note) => note.at)
    .forEach((note, index) => {
      note.mark = letters(index);
      const paragraph = source.paragraphs.find(({ anchor }) => anchor === note.at?.anchor);
      paragraph?.points.push({ at: note.at?.offset ?? 0, type: 'call', label: note.label, note });
    });
  for (const paragraph of source.paragraphs) paragraph.points.sort((a, b) => a.at - b.at);
  for (const note of notes) {
    if (note.on === undefined) continue;
    const target = source.witnessNotes.find(({ label }) => label === note.on);
    target?.replies.push(note);
  }
  return { value: notes, problems };
}

/** Where the call of a note on words that end at `end` stands: after the punctuation that follows them. */
function afterPunctuation(words: string, end: number): number {
  return end + (/^[.,;:!?)\]’”]*(?=\s|$)/.exec(words.slice(end))?.[0].length ?? 0);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** `a` … `z`, `aa` …: the marks of the editor's notes. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function readNote(
  raw: RawNote,
  source: Source,
  works: ReadonlyMap<string, unknown>,
): Result<Note | undefined> {
  const { file, text, fault } = raw.file;
  if (fault) return { value: undefined, problems: [fault] };
  const parts = splitFrontMatter(text);
  if (!parts) {
    return {
      value: undefined,
      problems: [
        {
          code: 'front-matter-missing',
          place: { file, line: 1 },
          fact: 'The file does not begin with its keys between two lines `---`.',
          action: 'Begin it with `---`, the keys `title`, `kind`, `at`, `quote` …, and `---`.',
        },
      ],
    };
  }
  const header = readYaml(parts.matter, file, noteSchema, { firstLine: 2 });
  const body = parseMarkdown(parts.body, file, { links: true, firstLine: parts.bodyLine });
  const problems = [...header.problems, ...body.problems];
  if (!header.value) return { value: undefined, problems };

  const { value } = header;
  const blocks = body.value.body;
  const alien = blocks.find(
    (block) => block.type === 'heading' || block.kind !== 'prose' || block.anchor !== undefined,
  );
  if (alien || body.value.notes.length > 0) {
    const place: Place = alien?.place ?? body.value.notes[0]?.place ?? { file };
    problems.push({
      code: 'note-markup',
      place,
      fact: 'A note is paragraphs of prose: no headings, lists, quotations, anchors or notes.',
      action: 'Write it as plain paragraphs.',
    });
  }
  if (blocks.length === 0) {
    problems.push({
      code: 'note-empty',
      place: { file, line: parts.bodyLine },
      fact: 'The note has no words.',
      action: 'Write its text below the front matter.',
    });
  }
  if (/^(?:author|transcriber)-/.test(raw.id)) {
    problems.push({
      code: 'note-id-taken',
      place: { file },
      fact: `The name \`${raw.id}\` belongs to a note of the witness.`,
      action: 'Give the file another name; it becomes a permanent address.',
    });
  }
  problems.push(...referenceFaults(value.references, works, (index) => header.place(['references', index])));

  const note: Note = {
    id: raw.id,
    hand: 'editor-note',
    label: `editor:${raw.id}`,
    mark: '',
    sourceId: source.id,
    paragraphs: blocks.flatMap((block) => (block.type === 'block' ? [block.text] : [])),
    replies: [],
    header: value,
    place: { file, line: parts.bodyLine },
  };
  if (value.on !== undefined) {
    note.on = value.on;
    if (!source.witnessNotes.some(({ label }) => label === value.on)) {
      problems.push({
        code: 'note-target-unknown',
        place: header.place(['on']),
        fact: `There is no note \`${value.on}\` in ${source.id}.`,
        action: 'Name a note of its text.md, like `transcriber:2`.',
      });
    }
  }
  if (value.at !== undefined && value.quote !== undefined) {
    const paragraph = source.paragraphs.find(({ anchor }) => anchor === value.at);
    const found = paragraph && locate(paragraph.words, value.quote, value.occurrence);
    if (!found) {
      problems.push({
        code: 'note-target-unknown',
        place: header.place(['at']),
        fact: `There is no paragraph \`${value.at}\` in ${source.id}.`,
        action: 'Name the anchor of a paragraph of its text.md.',
      });
    } else if ('start' in found) {
      note.at = { anchor: value.at, offset: afterPunctuation(paragraph.words, found.end) };
      note.quote = { ...found, words: value.quote };
    } else {
      problems.push({
        code: 'note-quote',
        place: header.place(['quote']),
        fact:
          found.count === 0
            ? `The words “${value.quote}” do not stand in ${value.at} of ${source.id}.`
            : `The words “${value.quote}” stand ${String(found.count)} times in ${value.at} of ${source.id}${value.occurrence === undefined ? '' : `, not ${String(value.occurrence)}`}.`,
        action:
          found.count === 0
            ? 'Copy them from text.md, letter for letter, without note calls.'
            : 'Quote more words, or say which with `occurrence`.',
      });
    }
  }
  return { value: note, problems };
}

/** The words of a note, paragraph by paragraph, with an empty line between them. */
export function wordsOf(note: Pick<Note, 'paragraphs'>): string {
  return note.paragraphs.map(({ words }) => words).join('\n\n');
}
