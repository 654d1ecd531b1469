import { pageSchema } from '../schemas/page.ts';
import { linkFaults, type Addressed } from './links.ts';
import type { Problem } from './problem.ts';
import type { RawFile } from './raw.ts';
import { referenceFaults } from './shared-checks.ts';
import { readYaml, splitFrontMatter } from './yaml.ts';

/**
 * What is wrong with the pages of the edition's own prose: their keys, the works they rest on and, where
 * the sources can be read, their links. The words themselves are drawn by Astro.
 */
export function checkPages(
  pages: readonly RawFile[],
  works: ReadonlyMap<string, unknown>,
  addressed: Addressed | undefined,
): Problem[] {
  return pages.flatMap((page) => [
    ...checkHeader(page, works),
    ...(addressed && !page.fault ? linkFaults(page, addressed) : []),
  ]);
}

function checkHeader({ file, text, fault }: RawFile, works: ReadonlyMap<string, unknown>): Problem[] {
  if (fault) return [fault];
  const parts = splitFrontMatter(text);
  if (!parts) {
    return [
      {
        code: 'front-matter-missing',
        place: { file, line: 1 },
        fact: 'The file does not begin with its keys between two lines `---`.',
        action: 'Begin it with `---`, the keys `title` and `description`, and `---`.',
      },
    ];
  }
  const { value, problems, place } = readYaml(parts.matter, file, pageSchema, { firstLine: 2 });
  const unknown = Object.entries(value?.references ?? {}).flatMap(([section, { works: named }]) =>
    referenceFaults(named, works, (index) => place(['references', section, 'works', index])),
  );
  return [...problems, ...unknown];
}
