import type { MentionFinder } from '../../edition/mentions.ts';
import { versions } from '../../edition/history.ts';
import { HAND_NAMES } from '../../edition/labels.ts';
import type { Division, Hand, Paragraph, Source } from '../../edition/model.ts';
import type { Meeting } from '../../edition/topics.ts';
import { addressPath, anchorPath, sourcePath, topicPath, witnessPath } from '../../routes.ts';
import type { DivisionData, ParagraphData, SourceData } from '../../schemas/data/source.ts';
import type { LedgerRecord } from '../../schemas/ledger.ts';
import { notesByHand } from '../notes-by-hand.ts';
import { noteInSource } from './note.ts';
import { filesOf, full, headOf, rightsOf, type Context } from './shared.ts';
import { headerOf } from './source-header.ts';
import { mentionOf, textOf } from './text.ts';

/** What a source needs besides the edition. */
interface SourceContext extends Context {
  find: MentionFinder;
  /** Where topics use its paragraphs, by anchor. */
  meetings: ReadonlyMap<string, Meeting[]>;
  /** As a bibliography prints the source. */
  citation: string;
}

/** The file of a source: `/sources/<id>/<id>.json`. */
export function sourceJson(source: Source, context: SourceContext): SourceData {
  const { id, header, divisions, ledger } = source;
  const { meetings } = context;
  const records = [
    ...Object.entries(ledger.anchors).map(([of, record]) => ({ id: of, what: 'anchor' as const, record })),
    ...Object.entries(ledger.notes).map(([of, record]) => ({ id: of, what: 'note' as const, record })),
  ].map((one) => ({ ...one, address: full(addressPath(id, one), context) }));
  return {
    ...headOf('source', sourcePath(id), context),
    id,
    header: headerOf(source, context.citation),
    hands: (Object.keys(HAND_NAMES) as Hand[]).flatMap((hand) =>
      hand !== 'author' && source.header.hands[hand] !== undefined
        ? [{ hand, description: source.header.hands[hand] }]
        : [],
    ),
    rights: rightsOf(source),
    witnesses: header.witnesses.map(({ siglum, sha256, description }) => ({
      siglum,
      sha256,
      description,
      address: full(`${witnessPath(id)}#witness-${siglum}`, context),
    })),
    decisions: source.apparatus.decisions.map((decision) => ({
      kind: decision.kind,
      at: 'at' in decision ? decision.at : undefined,
      lines: 'lines' in decision ? String(decision.lines) : undefined,
      lemma: 'lemma' in decision ? decision.lemma : undefined,
      reading: 'reading' in decision ? decision.reading : undefined,
      note: decision.note,
    })),
    divisions: divisions.map((division) => divisionOf(division, source, context)),
    paragraphs: divisions.flatMap((division) =>
      division.paragraphs.map((paragraph) =>
        paragraphOf(paragraph, { source, division, meetings: meetings.get(paragraph.anchor) ?? [], context }),
      ),
    ),
    notes: notesByHand(source).map((note) => noteInSource(note, source, context.find, context)),
    notesOnTheWhole: source.witnessNotes
      .filter(({ label }) => header['notes-on-the-whole'].includes(label))
      .map((note) => note.id),
    retired: records.flatMap(({ id: of, what, address, record }) =>
      record.status === 'live' ? [] : [{ id: of, what, address, ...retiredOf(record, record.status) }],
    ),
    earlier: records.flatMap(({ id: of, what, address, record }) =>
      record.status === 'live' && record.former !== undefined
        ? [{ id: of, what, address, versions: versions(record).slice(0, -1) }]
        : [],
    ),
    files: filesOf(source, context),
  };
}

function divisionOf(division: Division, source: Source, context: SourceContext): DivisionData {
  const { anchor, order, level, heading, supplied } = division;
  const record = source.ledger.anchors[anchor];
  const named = supplied || heading === '' ? [] : context.find(`${source.id}#${anchor}`, heading);
  return {
    anchor,
    address: full(anchor === '' ? sourcePath(source.id) : anchorPath(source.id, anchor), context),
    order,
    level,
    heading,
    suppliedBy: supplied ? 'edition' : 'witness',
    paragraphs: division.paragraphs.map(({ anchor: of }) => of),
    mentions: named.map((mention) => mentionOf(mention, context)),
    first: record?.first,
    changed: record?.changed,
  };
}

interface Placed {
  source: Source;
  division: Division;
  meetings: readonly Meeting[];
  context: SourceContext;
}

function paragraphOf(paragraph: Paragraph, { source, division, meetings, context }: Placed): ParagraphData {
  const { anchor, number, kind, words } = paragraph;
  const record = source.ledger.anchors[anchor];
  return {
    anchor,
    number,
    address: full(anchorPath(source.id, anchor), context),
    division: division.anchor,
    type: kind,
    ...textOf(paragraph, context, source, context.find(`${source.id}#${anchor}`, words)),
    topics: [...Map.groupBy(meetings, ({ topic }) => topic)].map(([{ id, header }, rows]) => ({
      id,
      name: header.title,
      address: full(topicPath(id), context),
      points: rows.map(({ row }) => row.point),
    })),
    first: record?.first,
    changed: record?.changed,
  };
}

function retiredOf(record: LedgerRecord, status: Exclude<LedgerRecord['status'], 'live'>) {
  const { first, retired, into = [], reason, words } = record;
  return { status, first, retired, into, reason, words };
}
