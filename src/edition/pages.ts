import { pageSchema } from '../schemas/page.ts';
import { linkFaults, type Addressed } from './links.ts';
import type { ProsePage } from './model.ts';
import type { Problem, Result } from './problem.ts';
import type { RawFile } from './raw.ts';
import { referenceFaults } from './shared-checks.ts';
import { readStatements } from './statements.ts';
import { readYaml, splitFrontMatter } from './yaml.ts';

/**
 * Reads what the pages of the edition's own prose rest on, and checks their keys, what their paragraphs
 * rest on and, where the sources can be read, their links.
 */
export function assemblePages(
  raws: readonly RawFile[],
  works: ReadonlyMap<string, unknown>,
  addressed: Addressed | undefined,
): Result<ProsePage[]> {
  const read = raws.map((raw) => readPage(raw, works));
  const links = addressed ? raws.filter(({ fault }) => !fault) : [];
  return {
    value: read.flatMap(({ value }) => (value ? [value] : [])).sort((a, b) => a.id.localeCompare(b.id, 'en')),
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...links.flatMap((raw) => (addressed ? linkFaults(raw, addressed) : [])),
    ],
  };
}

function readPage(
  { file, text, fault }: RawFile,
  works: ReadonlyMap<string, unknown>,
): Result<ProsePage | undefined> {
  if (fault) return { value: undefined, problems: [fault] };
  const parts = splitFrontMatter(text);
  if (!parts) {
    const problem: Problem = {
      code: 'front-matter-missing',
      place: { file, line: 1 },
      fact: 'The file does not begin with its keys between two lines `---`.',
      action: 'Begin it with `---`, the keys `title` and `description`, and `---`.',
    };
    return { value: undefined, problems: [problem] };
  }
  const { value, problems, place } = readYaml(parts.matter, file, pageSchema, { firstLine: 2 });
  const grounds = Object.entries(value?.references ?? {});
  const unknown = grounds.flatMap(([id, { works: named }]) =>
    referenceFaults(named, works, (index) => place(['references', id, 'works', index])),
  );
  if (!value) return { value, problems: [...problems, ...unknown] };
  const read = { id: file.replace(/^.*\/|\.mdx$/g, ''), title: value.title };
  if (grounds.length === 0)
    return { value: { ...read, statements: [] }, problems: [...problems, ...unknown] };
  // A page that says of one paragraph what it rests on says it of all.
  const page = readStatements(parts.body, value.references, { file, bodyLine: parts.bodyLine });
  const statements = page.value.sections.flatMap(({ heading, statements: those }) =>
    those.map(({ id, ground }, index) => ({
      id,
      name: those.length === 1 ? heading : `${heading}, paragraph ${String(index + 1)}`,
      references: ground?.works ?? [],
    })),
  );
  const ids = new Set(statements.map(({ id }) => id));
  const lost = grounds
    .filter(([id]) => !ids.has(id))
    .map(([id]): Problem => ({
      code: 'statement-unknown',
      place: place(['references', id]),
      fact: `No paragraph below a heading of this page ends in \`^${id}\`.`,
      action: 'Write the id at the end of its paragraph, or remove the entry.',
    }));
  return { value: { ...read, statements }, problems: [...problems, ...unknown, ...page.problems, ...lost] };
}
