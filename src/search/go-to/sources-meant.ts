/** Which sources a citation may mean, and what its last number is. */
import { tokens } from '../../edition/normalise.ts';
import type { Asked } from './citation-text.ts';
import { isLittle, sourcesCited, sourcesNamed, type Directory, type DirectoryEntry } from './directory.ts';
import { arabic, isYear } from './numbers.ts';

export interface Meant {
  asked: Asked;
  sources: DirectoryEntry[];
}

export function sourcesMeant(text: string, asked: Asked, directory: Directory): Meant {
  const { name, locator } = asked;
  const cited = sourcesCited(text, directory);
  // What is a number by its look may be part of a name: `Plan 1930, part 2`.
  if (cited.length > 0) return { asked: { ...asked, locator: undefined, also: [] }, sources: cited };
  if (locator?.kind === 'title' && name.length === 0) return titleMeant(locator.title, asked, directory);
  if (name.length === 0) return { asked, sources: locator ? live(directory) : [] };
  const meant = bareMeant(asked, directory);
  if (meant.sources.length > 0) return meant;
  const sources = sourcesNamed(asked.core, directory);
  if (sources.length > 0 || locator?.kind !== 'note') return { asked, sources };
  // The paragraph in `Strong 12, n. 2`, which its note makes needless.
  const end = asked.core.findLastIndex((word) => !/^\d+[a-z]?$/.test(word) || isYear(word));
  return { asked, sources: sourcesNamed(asked.core.slice(0, end + 1), directory) };
}

/** A last number is a paragraph’s, unless it is a year or the chapter in the name of a source. */
function bareMeant(asked: Asked, directory: Directory): Meant {
  const { name, bare } = asked;
  const sources = sourcesNamed(name, directory);
  if (!bare) return { asked, sources };
  const { from, to, words } = bare;
  const shorter = name.slice(0, -words);
  const numbered: Asked = {
    ...asked,
    name: shorter,
    locator: { kind: 'paragraphs', from, to, orElse: 'printed-page' },
  };
  const hasChapter = shorter.some((word) => arabic(word) === from);
  if (shorter.length === 0 && !isYear(from)) return { asked: numbered, sources: live(directory) };
  if (isYear(from) || (sources.some(({ chapter }) => chapter === from) && !hasChapter)) {
    if (sources.length > 0) return { asked, sources };
  }
  const others = sourcesNamed(shorter, directory);
  return others.length > 0 ? { asked: numbered, sources: others } : { asked, sources };
}

/** `Editor’s note: Kulak, on Strong 1934`; a title may have `on` or a comma in it, too. */
function titleMeant(title: string, asked: Asked, directory: Directory): Meant {
  const ends = [...title.matchAll(/(?<![\p{L}\p{N}])on(?![\p{L}\p{N}])|[,(]/giu)].slice(0, 20);
  for (const { index } of ends) {
    const words = tokens(title.slice(index))
      .map(({ token }) => token)
      .filter((word) => !isLittle(word));
    // A year alone is more likely the title’s.
    const sources = words.some((word) => /\p{L}/u.test(word)) ? sourcesNamed(words, directory) : [];
    const rest = title.slice(0, index).trim();
    if (sources.length > 0 && rest !== '')
      return { asked: { ...asked, locator: { kind: 'title', title: rest } }, sources };
  }
  return { asked, sources: live(directory) };
}

function live({ sources }: Directory): DirectoryEntry[] {
  return sources.filter(({ retired }) => !retired);
}
