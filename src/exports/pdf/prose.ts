/** A page of the edition's own prose as the book template reads it. */
import type { Edition, Text } from '../../edition/model.ts';
import type { RawFile } from '../../edition/raw.ts';
import { readStatementPage, type Statement } from '../../edition/statements.ts';
import { inlineText, type Inline } from './inline.ts';
import { restsOn } from './references.ts';
import { workLabel } from './source.ts';

export interface ProseData {
  title: string;
  opening: Inline[][];
  sections: { heading: string; paragraphs: { words: Inline[]; rests: Inline[] }[] }[];
}

/** What the paragraphs of a page rest on, for the list of works. */
export function pageGrounds(page: RawFile): Parameters<typeof restsOn>[0][] {
  const sections = readStatementPage(page)?.sections ?? [];
  return sections.flatMap(({ statements }) => statements.flatMap(({ ground }) => groundOf(ground) ?? []));
}

/**
 * @param at where the page stands on the site.
 * @returns undefined where the page has no front matter; the check tells its faults.
 */
export function proseData(
  page: RawFile,
  at: { site: URL; page: string },
  works: Edition['works'],
): ProseData | undefined {
  const found = readStatementPage(page);
  if (!found) return undefined;
  const inline = (text: Text) => inlineText(text, at);
  return {
    title: found.title,
    opening: found.opening.map(inline),
    sections: found.sections.map(({ heading, statements }) => ({
      heading,
      paragraphs: statements.map(({ text, ground }) => ({
        words: inline(text),
        rests: restsOf(ground, works),
      })),
    })),
  };
}

function restsOf(ground: Statement['ground'], works: Edition['works']): Inline[] {
  const rests = groundOf(ground);
  if (!rests) return [];
  const pieces = restsOn(rests, works, workLabel);
  return pieces.length > 0 ? pieces : ['The texts themselves.'];
}

function groundOf(ground: Statement['ground']): Parameters<typeof restsOn>[0] | undefined {
  return ground && { references: ground.works, checked: ground.checked };
}
