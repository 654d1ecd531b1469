import { pageSchema } from '../schemas/page.ts';
import { linkFaults, type Addressed } from './links.ts';
import type { Problem } from './problem.ts';
import type { RawFile } from './raw.ts';
import { referenceFaults } from './shared-checks.ts';
import { readStatements } from './statements.ts';
import { readYaml, splitFrontMatter } from './yaml.ts';

/**
 * What is wrong with the pages of the edition's own prose: their keys, what their paragraphs rest on
 * and, where the sources can be read, their links.
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
  const grounds = Object.entries(value?.references ?? {});
  const unknown = grounds.flatMap(([id, { works: named }]) =>
    referenceFaults(named, works, (index) => place(['references', id, 'works', index])),
  );
  if (!value || grounds.length === 0) return [...problems, ...unknown];
  // A page that says of one paragraph what it rests on says it of all.
  const page = readStatements(parts.body, value.references, { file, bodyLine: parts.bodyLine });
  const ids = new Set(page.value.sections.flatMap(({ statements }) => statements.map(({ id }) => id)));
  const lost = grounds
    .filter(([id]) => !ids.has(id))
    .map(([id]): Problem => ({
      code: 'statement-unknown',
      place: place(['references', id]),
      fact: `No paragraph below a heading of this page ends in \`^${id}\`.`,
      action: 'Write the id at the end of its paragraph, or remove the entry.',
    }));
  return [...problems, ...unknown, ...page.problems, ...lost];
}
