/** The decisions on the witness that change nothing within a line of the text, as an external apparatus. */
import type { Decision } from '../../schemas/apparatus.ts';
import { EDITOR, noteId, pointer } from './ids.ts';
import type { Writing } from './inline.ts';
import { el, maybe, mixed, type XmlElement, type XmlNode } from '../xml.ts';

type Recorded = Exclude<Decision, { kind: 'sic' }>;

export function apparatus({ source }: Writing): XmlElement | undefined {
  const siglum = source.header.witnesses[0]?.siglum;
  const wit = siglum && pointer(siglum);
  const place = (at: string): string | undefined => {
    const note = source.witnessNotes.find(({ label }) => label === at);
    if (note) return pointer(noteId(note));
    return pointer(at);
  };
  const entries = source.apparatus.decisions
    .filter((decision): decision is Recorded => decision.kind !== 'sic')
    .map((decision) => {
      const [lemma, reading] = readings(decision);
      const note = [decision.kind === 'omitted' && linesOf(decision.lines), decision.note].filter(Boolean);
      return el(
        'app',
        {
          type: decision.kind,
          from: decision.kind === 'omitted' ? undefined : place(decision.at),
        },
        mixed('lem', { resp: pointer(EDITOR) }, ...lemma),
        mixed('rdg', { wit }, ...reading),
        maybe('note', note.join(' '), { resp: pointer(EDITOR) }),
      );
    });
  return entries.length > 0
    ? el('listApp', { type: 'witness' }, mixed('head', {}, 'Decisions on the witness'), ...entries)
    : undefined;
}

function linesOf(lines: number | string): string {
  const range = String(lines);
  return range.includes('-')
    ? `Lines ${range.replace('-', '–')} of the witness.`
    : `Line ${range} of the witness.`;
}

/** What the edition has, and what the witness has: `lb` is where its line ends. */
function readings(decision: Recorded): [XmlNode[], XmlNode[]] {
  if (decision.kind === 'omitted') return [[], [decision.lemma]];
  if (decision.kind === 'supplied') return [[decision.reading], []];
  const [before = '', after = ''] = decision.lemma.split('|');
  const witness: XmlNode[] = [before, el('lb'), after];
  if (decision.kind === 'join') return [[decision.reading], witness];
  const decided: XmlNode[] =
    decision.reading === 'none'
      ? [`${before} ${after}`]
      : [before, el('milestone', { unit: 'paragraph' }), after];
  return [decided, witness];
}
