import type { Witness } from '../schemas/source.ts';
import type { Place, Source } from './model.ts';
import { formatPlace, type Problem } from './problem.ts';
import type { WitnessWord } from './witness.ts';

/** A word that the witness must have, and where the edition has it. */
export interface EditionWord {
  word: string;
  place: Place;
  anchor: string;
  /** A note call that stands as a word of its own in the witness; no word of the text. */
  isCall: boolean;
  part: 'heading' | 'body';
  startsParagraph: boolean;
  pages: string[];
}

/** Every page of the witness must have its mark where it begins, and no other page one. */
export function checkPages(
  edition: EditionWord[],
  body: WitnessWord[],
  witness: Witness,
  source: Source,
): Problem[] {
  const problems: Problem[] = [];
  const marked = new Map(edition.flatMap(({ pages }, index) => pages.map((n) => [n, index] as const)));
  for (const [n, line] of Object.entries(witness.pages)) {
    let expected = body.findIndex((word) => (word.place.line ?? 0) >= line);
    // A heading holds no mark: a page that begins with one has it at the paragraph below.
    while (edition[expected]?.part === 'heading') expected += 1;
    const found = marked.get(n);
    const word = edition[expected];
    if (found !== expected && word) {
      problems.push({
        code: found === undefined ? 'page-break-missing' : 'page-break-moved',
        place: word.place,
        fact: `Page ${n} of the witness begins at “${word.word}” in ${word.anchor}${found === undefined ? '' : `, its mark stands at “${edition[found]?.word ?? ''}”`}.`,
        action: `Put \`:pb[${n}]\` before that word.`,
      });
    }
  }
  for (const [n, index] of marked) {
    if (!(n in witness.pages)) {
      problems.push({
        code: 'page-break-unknown',
        place: edition[index]?.place ?? { file: source.id },
        fact: `The witness has no page ${n}.`,
        action: 'Correct the number, or add the page to source.yaml.',
      });
    }
  }
  return problems;
}

/** Every paragraph must begin where the witness has one begin, or a decision must say so. */
export function checkParagraphs(
  edition: EditionWord[],
  body: WitnessWord[],
  witness: Witness,
  source: Source,
): Problem[] {
  const problems: Problem[] = [];
  const decided = new Set(
    source.apparatus.decisions.flatMap((decision) =>
      decision.kind === 'boundary' && decision.reading === 'paragraph' ? [decision.at] : [],
    ),
  );
  edition.forEach((ours, i) => {
    const theirs = body[i];
    const before = body[i - 1];
    const previous = edition[i - 1];
    if (
      !theirs ||
      !before ||
      !previous ||
      (witness.lines === 'wrapped' && witness['paragraph-end'] === 'not-shown')
    )
      return;
    const witnessBegins =
      witness.lines === 'paragraph' ? theirs.place.line !== before.place.line : before.endsParagraph;
    const isCertain = ours.part !== previous.part;
    if (ours.startsParagraph && !witnessBegins && !isCertain && !decided.has(previous.anchor)) {
      problems.push({
        code: 'boundary-unrecorded',
        place: ours.place,
        fact: `The witness (${formatPlace(theirs.place)}) does not show that a paragraph begins at “${ours.word}”.`,
        action: `Record it in apparatus.yaml: \`- { kind: boundary, at: ${previous.anchor}, reading: paragraph, … }\`.`,
      });
    } else if (!ours.startsParagraph && witnessBegins) {
      problems.push({
        code: 'boundary-lost',
        place: ours.place,
        fact: `The witness (${formatPlace(theirs.place)}) begins a paragraph at “${ours.word}”, inside ${ours.anchor}.`,
        action: 'Begin a paragraph there.',
      });
    }
  });
  return problems;
}
