import type { Apparatus, Decision } from '../schemas/apparatus.ts';
import { locate } from './find.ts';
import type { Place, Reading, Source, Text } from './model.ts';
import type { Problem, Result } from './problem.ts';

type Parts = Pick<Source, 'divisions' | 'paragraphs' | 'witnessNotes'>;

/**
 * Marks in the text the readings that the apparatus speaks of, and checks that every decision
 * agrees with the text. Decisions on lines of the witness are the collation's to check.
 */
export function applyApparatus(
  parts: Parts,
  apparatus: Apparatus,
  placeOf: (index: number) => Place,
): Result<Reading[]> {
  const problems: Problem[] = [];
  const readings: Reading[] = [];
  apparatus.decisions.forEach((decision, index) => {
    const place = placeOf(index);
    if (decision.kind === 'omitted') return;
    const targets = textsAt(parts, decision.at);
    if (targets.length === 0) {
      problems.push({
        code: 'apparatus-place-unknown',
        place,
        fact: `There is no \`${decision.at}\` in this source.`,
        action: 'Name an anchor or a note of `text.md`.',
      });
      return;
    }
    if (decision.kind === 'sic') {
      const found = mark(targets, decision, readings.length + 1);
      if (typeof found === 'number') problems.push(lemmaProblem(decision, found, place));
      else readings.push(found);
    } else if (!agrees(parts, targets, decision)) {
      problems.push({
        code: 'apparatus-disagrees',
        place,
        fact: `The text at \`${decision.at}\` does not follow this decision (${decision.kind}).`,
        action:
          decision.kind === 'boundary'
            ? 'The words before the bar and after it must stand there as the decision says.'
            : 'The reading must stand there word for word.',
      });
    }
  });
  for (const division of parts.divisions) {
    const isRecorded = apparatus.decisions.some(
      (decision) => decision.kind === 'supplied' && decision.at === division.anchor,
    );
    if (division.supplied && division.heading !== '' && !isRecorded) {
      problems.push({
        code: 'supplied-unrecorded',
        place: division.place,
        fact: `The heading “${division.heading}” is supplied, but the apparatus does not say on what ground.`,
        action: `Add to apparatus.yaml: \`- { kind: supplied, at: ${division.anchor || 's1'}, reading: …, note: … }\`.`,
      });
    }
  }
  return { value: readings, problems };
}

function textsAt(parts: Parts, at: string): Text[] {
  const paragraph = parts.paragraphs.find(({ anchor }) => anchor === at);
  if (paragraph) return [paragraph];
  const note = parts.witnessNotes.find(({ label }) => label === at);
  if (note) return note.paragraphs;
  const division = parts.divisions.find(({ anchor }) => anchor === at);
  return division ? [{ words: division.heading, spans: [], points: [] }] : [];
}

function mark(
  targets: Text[],
  decision: Extract<Decision, { kind: 'sic' }>,
  number: number,
): Reading | number {
  const found = targets.map((text) => locate(text.words, decision.lemma, decision.occurrence));
  const hits = found.flatMap((hit, index) =>
    'start' in hit ? [{ ...hit, text: targets[index] as Text }] : [],
  );
  const [hit] = hits;
  if (hits.length !== 1 || !hit) return found.reduce((sum, one) => sum + ('count' in one ? one.count : 1), 0);
  const reading: Reading = {
    id: `reading-${String(number)}`,
    anchor: decision.at,
    start: hit.start,
    end: hit.end,
    decision,
  };
  hit.text.spans.push({ start: hit.start, end: hit.end, mark: { type: 'reading', reading } });
  hit.text.spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return reading;
}

function lemmaProblem(decision: Extract<Decision, { kind: 'sic' }>, count: number, place: Place): Problem {
  return {
    code: 'apparatus-lemma',
    place,
    fact:
      count === 0
        ? `The lemma “${decision.lemma}” does not stand at \`${decision.at}\`.`
        : `The lemma “${decision.lemma}” stands ${String(count)} times at \`${decision.at}\`.`,
    action:
      count === 0
        ? 'Copy the words from text.md, letter for letter.'
        : 'Give more words, or say which with `occurrence`.',
  };
}

function agrees(
  parts: Parts,
  targets: Text[],
  decision: Exclude<Decision, { kind: 'sic' | 'omitted' }>,
): boolean {
  if (decision.kind === 'join') return targets.some(({ words }) => words.includes(decision.reading));
  if (decision.kind === 'supplied') return targets.some(({ words }) => words === decision.reading);
  const [before = '', after = ''] = decision.lemma.split('|');
  if (decision.reading === 'none') return targets.some(({ words }) => words.includes(`${before} ${after}`));
  const index = parts.paragraphs.findIndex(({ anchor }) => anchor === decision.at);
  return (
    (targets[0]?.words.endsWith(before) ?? false) &&
    (parts.paragraphs[index + 1]?.words.startsWith(after) ?? false)
  );
}
