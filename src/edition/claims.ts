import { claimsSchema, type ClaimRecord } from '../schemas/claim.ts';
import type { Memory } from './memory.ts';
import type { Claim, Note, Place, Source } from './model.ts';
import { passageFinder, type PassageFinder } from './passages.ts';
import type { Problem, Result } from './problem.ts';
import type { RawRecord } from './raw.ts';
import { readYaml } from './yaml.ts';

/** Reads the figures that the sources state and sets each at its words. `sources` in their order. */
export function assembleClaims(
  records: readonly RawRecord[],
  sources: readonly Source[],
  memory: Memory,
): Result<Claim[]> {
  const problems: Problem[] = [];
  const finder = passageFinder(sources);
  const claims = records
    .filter(({ folder }) => folder === 'claims')
    .flatMap((record) => {
      const { value, problems: found } = memory.recall(
        `claims ${record.id}`,
        [record.file, finder.source(record.id)],
        () => readClaims(record, finder),
      );
      problems.push(...found);
      return value;
    });
  const bySource = Map.groupBy(claims, ({ source }) => source);
  return {
    value: sources.flatMap((source) => inTextOrder(bySource.get(source) ?? [], source)),
    problems,
  };
}

function inTextOrder(claims: Claim[], { paragraphs }: Source): Claim[] {
  if (claims.length === 0) return claims;
  const places = new Map(paragraphs.map((paragraph, place) => [paragraph, place]));
  const placeOf = ({ paragraph }: Claim) => places.get(paragraph) ?? 0;
  return claims.sort((a, b) => placeOf(a) - placeOf(b) || a.start - b.start || a.end - b.end);
}

function readClaims({ id, file: { file, text, fault } }: RawRecord, finder: PassageFinder): Result<Claim[]> {
  if (fault) return { value: [], problems: [fault] };
  const { value, problems, place } = readYaml(text, file, claimsSchema);
  const source = finder.source(id);
  if (!source) {
    problems.push({
      code: 'claim-source-unknown',
      place: { file },
      fact: `There is no source \`${id}\`.`,
      action: 'Name the file by the id of its source, like `strong-1934.yaml`.',
    });
    return { value: [], problems };
  }
  const notes = new Map(source.editorNotes.map((note) => [note.id, note]));
  const seen = new Set<string>();
  const claims = (value ?? []).flatMap((record, index) => {
    if (seen.has(record.id)) problems.push(duplicate(record.id, place([index, 'id'])));
    seen.add(record.id);
    return setAtWords(record, { source, notes, finder, problems }, (key) => place([index, key]));
  });
  return { value: claims, problems };
}

function duplicate(id: string, place: Place): Problem {
  return {
    code: 'claim-duplicate',
    place,
    fact: `Another claim of this source is called \`${id}\`.`,
    action: 'Give this one another id; never rename one that has been published.',
  };
}

interface Context {
  source: Source;
  /** The editor's, by id. */
  notes: ReadonlyMap<string, Note>;
  finder: PassageFinder;
  problems: Problem[];
}

/** The claim with its words and its note, or nothing where its words do not stand. */
function setAtWords(
  { note: noteId, ...record }: ClaimRecord,
  { source, notes, finder, problems }: Context,
  place: (key: keyof ClaimRecord) => Place,
): Claim[] {
  const note = noteId === undefined ? undefined : notes.get(noteId);
  if (noteId !== undefined && !note) {
    problems.push({
      code: 'claim-note-unknown',
      place: place('note'),
      fact: `There is no editor’s note \`${noteId}\` on ${source.id}.`,
      action: 'Name a file of the notes on this source, without its ending.',
    });
  }
  const quoted = { at: `${source.id}#${record.at}`, quote: record.quote, occurrence: record.occurrence };
  const found = finder.quote(quoted, place('quote'), problems);
  const paragraph = found?.paragraphs[0];
  if (!found || !paragraph) return [];
  return [{ ...record, source, paragraph, start: found.start, end: found.end, note, place: place('id') }];
}
