import { pageSchema } from '../schemas/page.ts';
import { linkFaults, type Addressed } from './links.ts';
import type { ProsePage } from './model.ts';
import type { Problem, Result } from './problem.ts';
import type { RawFile } from './raw.ts';
import { referenceFaults } from './shared-checks.ts';
import { readYaml, splitFrontMatter } from './yaml.ts';

/**
 * Reads what the pages of the edition's own prose rest on, and checks their keys, the works they name and,
 * where the sources can be read, their links. The words themselves are drawn by Astro.
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
  const unknown = Object.entries(value?.references ?? {}).flatMap(([section, { works: named }]) =>
    referenceFaults(named, works, (index) => place(['references', section, 'works', index])),
  );
  const headings = headingsOf(parts.body);
  return {
    value: value && {
      id: file.replace(/^.*\/|\.mdx$/g, ''),
      title: value.title,
      sections: Object.entries(value.references).map(([id, { works: references }]) => ({
        id,
        heading: headings.get(id) ?? id,
        references,
      })),
    },
    problems: [...problems, ...unknown],
  };
}

/** The words of each heading by the id that Astro gives it: as GitHub has it. */
function headingsOf(body: string): Map<string, string> {
  const headings = [...body.matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, words = '']) =>
    words.replace(/[*_`]/g, ''),
  );
  return new Map(
    headings.map((words) => [
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} -]/gu, '')
        .replaceAll(' ', '-'),
      words,
    ]),
  );
}
