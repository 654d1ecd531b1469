import { slug } from '../schemas/common.ts';
import { editionSchema, type EditionHeader } from '../schemas/edition.ts';
import { editionLedgerSchema, type EditionLedger } from '../schemas/ledger.ts';
import { assembleClaims } from './claims.ts';
import { collate, type Collation } from './collate.ts';
import { assembleDiagrams } from './diagrams.ts';
import { assembleEntities } from './entities.ts';
import { assembleFigures } from './figures.ts';
import { pageAddresses } from './addresses.ts';
import { readLedger, recordPlaces } from './ledger-file.ts';
import { checkWholes } from './ledger.ts';
import { linkFaults } from './links.ts';
import { NO_MEMORY, type Memory } from './memory.ts';
import type { Edition, Source, Work } from './model.ts';
import { assembleEditorNotes } from './notes.ts';
import { assemblePages } from './pages.ts';
import type { Problem, Result } from './problem.ts';
import type { ProblemCode } from './problems/catalogue.ts';
import { proseFaults } from './prose-quotations.ts';
import type { RawEdition, RawFile, RawNote, RawSource } from './raw.ts';
import { assembleSource, checkSourceLedger } from './source.ts';
import { assembleTopics } from './topics.ts';
import { readYaml } from './yaml.ts';

/** Everything that is made of `content/`: the edition, the proof of its words, what is wrong. */
export interface Assembled {
  /** Undefined where `edition.yaml` cannot be read. */
  edition: Edition | undefined;
  collations: { sourceId: string; collations: Collation[] }[];
  problems: Problem[];
}

const NO_ADDRESSES: EditionLedger = { sources: {}, pages: {} };

/** What is said of the addresses of a source that are not in its ledger. */
const ofNewAddresses = new Set<ProblemCode>(['anchor-unpublished', 'note-unpublished', 'release-closed']);

/**
 * Makes the edition of its files. It never throws: whatever is wrong is among the problems.
 * @param memory what was made of these files before; the result is the same without.
 */
export function assemble(raw: RawEdition, memory: Memory = NO_MEMORY): Assembled {
  const header = readYaml(raw.header.text, raw.header.file, editionSchema);
  const fault = raw.header.fault;
  const problems: Problem[] = fault ? [fault] : [...header.problems];
  const { value: works, problems: faultyWorks } = memory.recall('works', [raw.bibliography], () =>
    readWorks(raw.bibliography),
  );
  problems.push(...faultyWorks);
  const ledger = memory.recall('ledger', [raw.ledger], () =>
    readLedger(raw.ledger, editionLedgerSchema, NO_ADDRESSES),
  );
  const isLedgerRead = !raw.ledger || ledger.value !== NO_ADDRESSES;
  const sources: Source[] = [];
  const collations: Assembled['collations'] = [];

  const notesBySource = Map.groupBy(raw.notes, ({ sourceId }) => sourceId);

  for (const rawSource of raw.sources) {
    const notes = notesBySource.get(rawSource.id) ?? [];
    const {
      source,
      proofs,
      problems: found,
    } = memory.recall(
      `source ${rawSource.id}`,
      [raw.header, raw.bibliography, ...filesOf(rawSource), ...notes.map(({ file }) => file)],
      () => assembleWithNotes(rawSource, notes, works, header.value),
    );
    // Of a source that the ledger does not have, that alone is said, and not of each address once more.
    const isRecorded = !isLedgerRead || rawSource.ledger || rawSource.id in ledger.value.sources;
    problems.push(...(isRecorded ? found : found.filter(({ code }) => !ofNewAddresses.has(code))));
    if (!source) continue;
    collations.push({ sourceId: source.id, collations: proofs });
    sources.push(source);
  }
  const known = new Set(raw.sources.map(({ id }) => id));
  for (const { sourceId, file } of raw.notes) {
    if (!known.has(sourceId)) {
      problems.push({
        code: 'note-source-unknown',
        place: { file: file.file },
        fact: `There is no source \`${sourceId}\`.`,
        action: 'Put the note into the folder of its source.',
      });
    }
  }
  header.value?.opening.answers.forEach(({ source, at, quote }, index) => {
    const paragraph = sources.find(({ id }) => id === source)?.paragraphs.find(({ anchor }) => anchor === at);
    const isUnread = raw.sources.some(({ id }) => id === source) && !sources.some(({ id }) => id === source);
    if (!isUnread && !paragraph?.words.includes(quote)) {
      problems.push({
        code: 'opening-quote',
        place: header.place(['opening', 'answers', index]),
        fact: `These words do not stand in ${at} of ${source}.`,
        action: 'Copy them from its text.md, letter for letter.',
      });
    }
  });
  const isWhole =
    sources.length === raw.sources.length &&
    sources.flatMap(({ editorNotes }) => editorNotes).length === raw.notes.length;
  // While a text is not as it should be, what points into it is not judged.
  const texts = new Set(raw.sources.map(({ text }) => text.file));
  const isSound =
    isWhole && !problems.some(({ code, place }) => texts.has(place.file) || code === 'anchor-lost');
  const entities = assembleEntities(raw.entities, isSound ? sources : undefined, works, memory);
  problems.push(...entities.problems);
  sources.sort((a, b) => a.header.order - b.header.order || a.id.localeCompare(b.id, 'en'));
  const records = isSound ? raw.records : [];
  const topics = assembleTopics(records, { sources, works });
  problems.push(...topics.problems);
  const claims = assembleClaims(records, sources, memory);
  const figures = assembleFigures(claims.problems.length > 0 ? [] : records, claims.value, sources, works);
  const diagrams = assembleDiagrams(records, sources);
  problems.push(...claims.problems, ...figures.problems, ...diagrams.problems);
  const around = {
    works,
    entities: entities.value,
    topics: topics.value,
    claims: claims.value,
    figures: figures.value,
    diagrams: diagrams.value,
  };
  const parts = [entities.problems, topics.problems, claims.problems, figures.problems, diagrams.problems];
  const areWhole = isSound && [faultyWorks, ...parts].every((found) => found.length === 0);
  problems.push(...ledger.problems);
  if (isLedgerRead) {
    const placeOf = recordPlaces(raw.ledger, 'content/ledger.json');
    const present = raw.sources.map(({ id, header: { file } }) => ({ id, place: { file } }));
    // A page whose file cannot be read is not lost.
    const pages = areWhole ? pageAddresses(around) : undefined;
    problems.push(
      ...checkWholes('source', present, ledger.value.sources, header.value, placeOf),
      ...(pages ? checkWholes('page', pages, ledger.value.pages, header.value, placeOf) : []),
    );
  }
  const addressed = isSound
    ? {
        sources: new Map(sources.map((one) => [one.id, one])),
        pages: areWhole
          ? new Set([...pageAddresses(around).map(({ id }) => id), ...Object.keys(ledger.value.pages)])
          : undefined,
      }
    : undefined;
  const own = [raw.header, ...raw.sources.flatMap(({ header: file, apparatus }) => [file, apparatus])];
  const written = [...raw.notes, ...raw.records, ...raw.entities].map(({ file }) => file);
  if (isSound)
    problems.push(
      ...proseFaults(
        [...own.filter((file) => file !== undefined), ...written, ...raw.pages],
        sources,
        memory,
      ),
    );
  const prose = assemblePages(raw.pages, works, addressed);
  const linking = [...raw.notes, ...records.filter(({ folder }) => folder === 'topics')];
  problems.push(
    ...prose.problems,
    ...(addressed ? linking.flatMap(({ file }) => linkFaults(file, addressed)) : []),
  );
  return {
    edition: header.value && {
      header: header.value,
      sources,
      ...around,
      pages: prose.value,
      ledger: ledger.value,
    },
    collations,
    problems,
  };
}

/** The files of a source, each as it was read. */
function filesOf({ header, text, apparatus, ledger, witnesses }: RawSource): unknown[] {
  return [header, text, apparatus, ledger, ...[...witnesses].flat()];
}

/** A source with the editor's notes on it, held against its witnesses and its ledger. */
function assembleWithNotes(
  raw: RawSource,
  rawNotes: RawNote[],
  works: ReadonlyMap<string, Work>,
  edition: EditionHeader | undefined,
): { source: Source | undefined; proofs: Collation[]; problems: Problem[] } {
  const problems: Problem[] = [];
  if (!slug.safeParse(raw.id).success) {
    problems.push({
      code: 'source-id',
      place: { file: raw.folder },
      fact: `\`${raw.id}\` cannot be an address.`,
      action: 'Name the folder in small letters, digits and single hyphens.',
    });
  }
  const { value: source, problems: found } = assembleSource(raw);
  problems.push(...found);
  if (!source) return { source, proofs: [], problems };
  const notes = assembleEditorNotes(rawNotes, source, works);
  problems.push(...notes.problems);
  source.editorNotes = notes.value;
  const proofs = source.header.witnesses.flatMap((witness) => {
    const bytes = raw.witnesses.get(witness.file);
    return bytes ? [collate(source, witness, bytes, raw.folder)] : [];
  });
  problems.push(...proofs.flatMap((proof) => proof.problems));
  if (edition) {
    // Words that are wrong for another reason are not the ledger’s to speak of.
    const isSound = !problems.some(
      ({ code, place }) => place.file === raw.text.file || code.startsWith('collation'),
    );
    problems.push(
      ...checkSourceLedger(source, raw, edition).filter(({ code }) => isSound || code !== 'ledger-stale'),
    );
  }
  return { source, proofs, problems };
}

function readWorks(file: RawFile | undefined): Result<Map<string, Work>> {
  const works = new Map<string, Work>();
  const problems: Problem[] = [];
  const result = { value: works, problems };
  if (!file) return result;
  let list: unknown;
  try {
    list = JSON.parse(file.text);
  } catch (error) {
    problems.push({
      code: 'json-syntax',
      place: { file: file.file },
      fact: `This is not JSON: ${(error as Error).message}.`,
      action: 'Mend the file.',
    });
    return result;
  }
  if (file.fault || !Array.isArray(list)) {
    problems.push(
      file.fault ?? {
        code: 'work-invalid',
        place: { file: file.file },
        fact: 'This is not a list of works.',
        action: 'Write the works in CSL-JSON: a list `[ … ]` with one record for each.',
      },
    );
    return result;
  }
  for (const item of list as Work[]) {
    if (typeof item.id !== 'string' || typeof item.title !== 'string' || works.has(item.id)) {
      problems.push({
        code: 'work-invalid',
        place: { file: file.file },
        fact: `The work \`${String(item.id)}\` has no id or title, or stands twice.`,
        action: 'Give each work one record with `id`, `type` and `title`.',
      });
    } else works.set(item.id, item);
  }
  return result;
}
