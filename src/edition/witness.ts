import type { Decision } from '../schemas/apparatus.ts';
import type { Witness } from '../schemas/source.ts';
import type { Place } from './model.ts';
import type { Problem } from './problem.ts';

/** A line that ends in a hyphen after a letter or digit: the next begins with the rest of its last word. */
export const DIVIDED = /[\p{L}\p{N}][-‐¬\u00ad][ \t]?\r?$/u;

/** A word of a witness: what stands between white space, punctuation included. */
export interface WitnessWord {
  word: string;
  place: Place;
  /** Whether its line ends in two spaces and the word is its last. */
  endsParagraph: boolean;
}

export interface DividedWitness {
  body: WitnessWord[];
  /** By note label. */
  notes: Map<string, WitnessWord[]>;
  omissions: { decision: Extract<Decision, { kind: 'omitted' }>; words: WitnessWord[] }[];
  /** How many words were joined over a line end. */
  joins: number;
  whole: number;
  problems: Problem[];
}

/** Words with their offsets: what stands between white space of any kind, as `wc -w` counts. */
export function wordsOf(text: string): { word: string; at: number }[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ word: match[0], at: match.index }));
}

/** Divides a witness into body, notes and omitted lines, and joins words divided at line ends. */
export function divideWitness(
  text: string,
  witness: Witness,
  decisions: Decision[],
  file: string,
): DividedWitness {
  const problems: Problem[] = [];
  const lines = text.split('\n');
  const owner = new Map<number, string>();
  const claim = (range: number | string, name: string) => {
    const [from, to] = bounds(range);
    if (to > lines.length || from > to) {
      problems.push({
        code: 'witness-lines',
        place: { file },
        fact: `${name} is said to stand at lines ${String(range)}, but the file has ${String(lines.length)} lines.`,
        action: 'Correct the lines.',
      });
    }
    for (let line = from; line <= Math.min(to, lines.length); line++) {
      const earlier = owner.get(line);
      if (earlier !== undefined) {
        problems.push({
          code: 'witness-lines',
          place: { file, line },
          fact: `The line is given both to ${earlier} and to ${name}.`,
          action: 'Correct the lines of one of them.',
        });
      }
      owner.set(line, name);
    }
  };
  const omitted = decisions.filter((decision) => decision.kind === 'omitted');
  for (const [label, ranges] of Object.entries(witness.notes))
    for (const range of [ranges].flat()) claim(range, label);
  omitted.forEach((decision, index) => {
    claim(decision.lines, `omission ${String(index + 1)}`);
  });

  const joined = decisions.filter((decision) => decision.kind === 'join');
  const used = new Set<Decision>();
  let joins = 0;
  const words = (isWanted: (line: number) => boolean, isWrapped: boolean): WitnessWord[] => {
    const result: WitnessWord[] = [];
    let pending: WitnessWord | undefined;
    lines.forEach((lineText, index) => {
      const line = index + 1;
      if (!isWanted(line)) return;
      const found = wordsOf(lineText);
      found.forEach(({ word, at }, position) => {
        const isLast = position === found.length - 1;
        const entry = {
          word,
          place: { file, line, column: at + 1 },
          endsParagraph: isLast && / {2}\r?$/.test(lineText),
        };
        const divided = position === 0 ? pending : undefined;
        pending = undefined;
        if (divided) {
          const decision = joined.find((one) => !used.has(one) && matches(one.lemma, divided.word, word));
          if (decision) {
            used.add(decision);
            joins += 1;
            const whole = decision.reading + word.slice(half(decision.lemma, 1).length);
            divided.word =
              divided.word.slice(0, divided.word.length - half(decision.lemma, 0).length) + whole;
            divided.endsParagraph = entry.endsParagraph;
            return;
          }
          problems.push({
            code: 'hyphen-undecided',
            place: divided.place,
            fact: `The line ends in a hyphen: “${divided.word}|${word}”.`,
            action: 'Decide in apparatus.yaml with a `join` whether the hyphen belongs to the word.',
          });
        }
        result.push(entry);
        if (isWrapped && isLast && DIVIDED.test(lineText)) pending = entry;
      });
    });
    return result;
  };

  const isWrapped = witness.lines === 'wrapped';
  const body = words((line) => !owner.has(line), isWrapped);
  const notes = new Map(
    Object.keys(witness.notes).map((label) => [label, words((line) => owner.get(line) === label, isWrapped)]),
  );
  const omissions = omitted.map((decision, index) => {
    const found = words((line) => owner.get(line) === `omission ${String(index + 1)}`, false);
    const has = found.map(({ word }) => word).join(' ');
    const says = wordsOf(decision.lemma)
      .map(({ word }) => word)
      .join(' ');
    if (has !== says) {
      problems.push({
        code: 'omission-differs',
        place: { file, line: bounds(decision.lines)[0] },
        fact: `The witness has “${has}” here, the decision leaves out “${says}”.`,
        action: 'Record in `lemma` exactly the words left out.',
      });
    }
    return { decision, words: found };
  });
  for (const decision of joined) {
    if (!used.has(decision)) {
      problems.push({
        code: 'join-unused',
        place: { file },
        fact: `No line of the witness ends in “${half(decision.lemma, 0)}” before “${half(decision.lemma, 1)}”.`,
        action: 'Correct or remove the `join`.',
      });
    }
  }
  return { body, notes, omissions, joins, whole: wordsOf(text).length, problems };
}

function bounds(range: number | string): [number, number] {
  const [from = 0, to = from] = String(range).split('-').map(Number);
  return [from, to];
}

function half(lemma: string, index: 0 | 1): string {
  const bar = lemma.indexOf('|');
  return index === 0 ? lemma.slice(0, bar) : lemma.slice(bar + 1);
}

/** The lemma gives whole words; punctuation may stand before and after them. */
function matches(lemma: string, first: string, second: string): boolean {
  return first.endsWith(half(lemma, 0)) && second.startsWith(half(lemma, 1));
}
