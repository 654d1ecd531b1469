/** What a file says of a source before its words, in plain words. */
import { authorsOf, dateInWords, titleOf } from '../edition/labels.ts';
import type { Edition, Source } from '../edition/model.ts';
import { dateOfRelease } from '../edition/releases.ts';
import {
  containerOf,
  handsOf,
  headGrounds,
  rightsByHand,
  rightsLine,
  suppliedParts,
} from '../edition/source-head.ts';
import { addressOf, RIGHTS, sourcePath } from '../routes.ts';

export interface SourceFacts {
  /** In brackets where the edition supplied it, as all that follows. */
  title: string;
  byLine: string;
  date: string;
  /** The magazine or book: `The American Mercury, vol. [33], …`. */
  container: string;
  /** What is supplied and on what ground, a sentence or more for each. */
  supplied: string[];
  /** What it was transcribed from, and what the witness itself tells of the pages. */
  witnesses: string[];
  citation: string;
  address: string;
  /** `2026.1 of Contemporary Accounts`, with its day or that it is in preparation. */
  release: string;
  /** Whose notes these are. */
  hands: string[];
  /** For each hand. */
  rights: { whose: string; words: string }[];
  rightsAddress: string;
}

interface FactsContext {
  edition: Pick<Edition, 'header'>;
  site: URL | undefined;
  /** As a bibliography prints the source. */
  citation: string;
}

export function factsOf(source: Source, { edition, site, citation }: FactsContext): SourceFacts {
  const { header } = source;
  const { title, rest } = containerOf(source);
  return {
    title: titleOf(source),
    byLine: `${authorsOf(source)}${header.authors.some((one) => one.certainty === 'attributed') ? ' (attributed)' : ''}`,
    date: dateInWords(header.date),
    container: title + rest,
    supplied: suppliedParts(source).map(({ what, note }) => `${what}: ${note}`),
    witnesses: [
      ...header.witnesses.map(({ siglum, description }) => `${siglum}: ${description}`),
      ...headGrounds(source)
        .slice(suppliedParts(source).length)
        .map(({ what, note }) => `${what}: ${note}`),
    ],
    citation,
    address: addressOf(sourcePath(source.id), site),
    release: releaseOf(edition.header),
    hands: handsOf(source).map(({ who, text }) => `${who}: ${text}`),
    rights: rightsByHand(source).map((rights) => ({ whose: rights.whose, words: rightsLine(rights) })),
    rightsAddress: addressOf(RIGHTS, site),
  };
}

function releaseOf(header: Edition['header']): string {
  const day = dateOfRelease(header, header.release);
  return `${header.release} of ${header.title}, ${day === undefined ? 'in preparation' : dateInWords(day)}`;
}
