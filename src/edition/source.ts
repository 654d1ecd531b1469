import { apparatusSchema, type Apparatus } from '../schemas/apparatus.ts';
import type { EditionHeader } from '../schemas/edition.ts';
import { ledgerSchema } from '../schemas/ledger.ts';
import { sourceSchema } from '../schemas/source.ts';
import { applyApparatus } from './apparatus.ts';
import { hashBytes } from './hash.ts';
import { checkLedger, EMPTY_LEDGER, noteWords, retiredAnchors, type Address } from './ledger.ts';
import { readLedger, recordPlaces } from './ledger-file.ts';
import { parseMarkdown, type TextFile } from './markdown.ts';
import type { Division, Note, Paragraph, Place, Source } from './model.ts';
import { openValues } from './open-values.ts';
import type { Problem, Result } from './problem.ts';
import type { RawSource } from './raw.ts';
import { rightsFaults } from './rights-checks.ts';
import { readYaml } from './yaml.ts';

/** What a source is before its notes and its ledger are checked. */
type Parts = Pick<Source, 'divisions' | 'paragraphs' | 'witnessNotes'>;

/**
 * Makes a source of its files: divisions, paragraphs, the notes that came with the witness, the
 * readings of the apparatus. `value` is undefined where the header cannot be read.
 */
export function assembleSource(raw: RawSource): Result<Source | undefined> {
  const faults = [raw.header, raw.text, raw.apparatus, raw.ledger].flatMap((file) => file?.fault ?? []);
  if (faults.length > 0) return { value: undefined, problems: faults };
  const header = readYaml(raw.header.text, raw.header.file, sourceSchema);
  const apparatus = raw.apparatus
    ? readYaml(raw.apparatus.text, raw.apparatus.file, apparatusSchema)
    : undefined;
  const ledger = readLedger(raw.ledger, ledgerSchema, EMPTY_LEDGER);
  const text = parseMarkdown(raw.text.text, raw.text.file);
  const problems = [...header.problems, ...(apparatus?.problems ?? []), ...ledger.problems, ...text.problems];
  if (!header.value) return { value: undefined, problems };

  const parts = arrange(raw, text.value, header.value['notes-on-the-whole'], problems);
  const decisions: Apparatus = apparatus?.value ?? { decisions: [] };
  const applied = applyApparatus(
    parts,
    decisions,
    (index) => apparatus?.place(['decisions', index]) ?? { file: raw.header.file },
  );
  problems.push(...applied.problems);

  header.value.witnesses.forEach((witness, index) => {
    checkFile(raw, witness, header.place(['witnesses', index, 'sha256']), problems);
    const original = witness['taken-from'];
    if (original)
      checkFile(raw, original, header.place(['witnesses', index, 'taken-from', 'sha256']), problems);
  });

  problems.push(...openValues(header.value, header.place));
  problems.push(...rightsFaults({ id: raw.id, header: header.value, ...parts }, header.place));

  const source: Source = {
    id: raw.id,
    header: header.value,
    ...parts,
    editorNotes: [],
    apparatus: decisions,
    readings: applied.value,
    retired: retiredAnchors(ledger.value.anchors),
    ledger: ledger.value,
  };
  return { value: source, problems };
}

/** A file that was received must be there, and be what was received. */
function checkFile(
  raw: RawSource,
  { file, sha256 }: { file: string; sha256: string },
  place: Place,
  problems: Problem[],
): void {
  const bytes = raw.witnesses.get(file);
  if (!bytes) {
    problems.push({
      code: 'witness-missing',
      place,
      fact: `There is no file \`${file}\` in this folder.`,
      action: 'Put the witness there, byte for byte as it was received.',
    });
  } else if (hashBytes(bytes) !== sha256) {
    problems.push({
      code: 'witness-changed',
      place,
      fact: `The file \`${file}\` has the SHA-256 ${hashBytes(bytes)}, not the one recorded here.`,
      action: 'Restore the file; a witness is never edited. Only for a new witness, record its hash.',
    });
  }
}

/** The addresses that a source publishes: its anchors and its notes. */
export function addresses(source: Source): { anchors: Address[]; notes: Address[] } {
  return {
    anchors: source.divisions
      .flatMap((division) => [
        { id: division.anchor, words: division.heading, place: division.place },
        ...division.paragraphs.map(({ anchor, words, place }) => ({ id: anchor, words, place })),
      ])
      .filter(({ id }) => id !== ''),
    notes: [...source.witnessNotes, ...source.editorNotes].map((note) => ({
      id: note.id,
      words: noteWords(note),
      place: note.place,
    })),
  };
}

/** Checks the source's addresses against its ledger; done last, when its editor's notes are known. */
export function checkSourceLedger(source: Source, raw: RawSource, edition: EditionHeader): Problem[] {
  // A ledger that cannot be read has its own problem; what it says cannot be missed.
  if (raw.ledger && source.ledger === EMPTY_LEDGER) return [];
  const { anchors, notes } = addresses(source);
  const placeOf = recordPlaces(raw.ledger, `${raw.folder}/ledger.json`);
  return [
    ...checkLedger('anchor', anchors, source.ledger.anchors, edition, placeOf),
    ...checkLedger('note', notes, source.ledger.notes, edition, placeOf),
  ];
}

function arrange(raw: RawSource, text: TextFile, onTheWhole: string[], problems: Problem[]): Parts {
  const divisions: Division[] = [];
  const seen = new Map<string, Place>();
  const bare: { place: Place; what: string }[] = [];

  const claim = (anchor: string | undefined, place: Place, what: string): string => {
    if (anchor === undefined) {
      bare.push({ place, what });
      return '';
    }
    const earlier = seen.get(anchor);
    if (earlier) {
      problems.push({
        code: 'anchor-duplicate',
        place,
        fact: `Anchor \`^${anchor}\` already marks the ${what} at line ${String(earlier.line ?? 1)}.`,
        action: `Give this ${what} a new anchor; never move an anchor that has been published.`,
      });
    } else seen.set(anchor, place);
    return anchor;
  };

  for (const part of text.body) {
    if (part.type === 'heading') {
      divisions.push({
        anchor: claim(part.anchor, part.place, 'division'),
        order: divisions.length + 1,
        level: part.level,
        heading: part.words,
        supplied: part.supplied,
        paragraphs: [],
        place: part.place,
      });
      continue;
    }
    if (divisions.length === 0) {
      divisions.push({
        anchor: '',
        order: 1,
        level: 2,
        heading: '',
        supplied: true,
        paragraphs: [],
        place: part.place,
      });
    }
    const anchor = claim(part.anchor, part.place, 'paragraph');
    divisions.at(-1)?.paragraphs.push({
      ...part.text,
      anchor,
      number: anchor.slice(1),
      kind: part.kind,
      place: part.place,
    });
  }

  const [first, ...others] = bare;
  if (first) {
    const more =
      others.length === 0
        ? ''
        : `, and ${String(others.length)} more below it ${others.length === 1 ? 'has' : 'have'} none`;
    problems.push({
      code: 'anchor-missing',
      place: first.place,
      fact: `This ${first.what} has no anchor${more}.`,
      action: `Run \`npm run anchors\`, which gives ${more === '' ? 'it one' : 'them theirs'}.`,
    });
  }
  const paragraphs = divisions.flatMap((division) => division.paragraphs);
  if (paragraphs.length === 0) {
    problems.push({
      code: 'text-empty',
      place: { file: raw.text.file, line: 1 },
      fact: 'The text has no paragraphs.',
      action: 'Transcribe the witness here.',
    });
  }
  return { divisions, paragraphs, witnessNotes: attachNotes(raw.id, text, paragraphs, onTheWhole, problems) };
}

/** Sets every note that came with the witness at its call. */
function attachNotes(
  sourceId: string,
  text: TextFile,
  paragraphs: Paragraph[],
  onTheWhole: string[],
  problems: Problem[],
): Note[] {
  const notes = new Map<string, Note>();
  for (const { label, paragraphs: noteText, place } of text.notes) {
    const [hand, mark = ''] = label.split(':');
    if (hand !== 'author' && hand !== 'transcriber') {
      problems.push({
        code: 'note-hand-unknown',
        place,
        fact: `\`${hand ?? ''}\` is not a hand of the witness.`,
        action: 'Write `[^author:…]` or `[^transcriber:…]`; the editor’s notes are files of their own.',
      });
      continue;
    }
    const first = notes.get(label);
    if (first) {
      problems.push({
        code: 'note-duplicate',
        place,
        fact: `Note \`${label}\` already stands at line ${String(first.place.line ?? 1)}.`,
        action: 'Give each note its printed number once.',
      });
      continue;
    }
    notes.set(label, {
      id: `${hand}-${mark}`.toLowerCase(),
      hand: `${hand}-note`,
      label,
      mark,
      sourceId,
      paragraphs: noteText,
      replies: [],
      place,
    });
  }

  const called = new Set<string>();
  const call = (label: string, place: Place, at?: Note['at']): Note | undefined => {
    const note = notes.get(label);
    if (!note) {
      problems.push({
        code: 'note-missing',
        place,
        fact: `Note \`${label}\` is called here, but its text is not in this file.`,
        action: `Add \`[^${label}]: …\` at the end of the file, or correct the call.`,
      });
      return undefined;
    }
    called.add(label);
    if (at) note.at ??= at;
    return note;
  };
  for (const paragraph of paragraphs) {
    for (const point of paragraph.points) {
      if (point.type !== 'call') continue;
      const note = call(point.label, paragraph.place, { anchor: paragraph.anchor, offset: point.at });
      if (note) point.note = note;
    }
  }
  for (const definition of text.notes) {
    for (const point of definition.paragraphs.flatMap(({ points }) => points)) {
      if (point.type !== 'call') continue;
      const note = call(point.label, definition.place);
      if (note) point.note = note;
    }
  }
  for (const note of notes.values()) {
    if (!called.has(note.label) && !onTheWhole.includes(note.label)) {
      problems.push({
        code: 'note-uncalled',
        place: note.place,
        fact: `Note \`${note.label}\` is called nowhere in the text.`,
        action: `Put its call \`[^${note.label}]\` where the witness has it, or name it under \`notes-on-the-whole\` in source.yaml.`,
      });
    }
  }
  return [...notes.values()];
}
