/** What `npm run bench` can be asked. */
import { parseArgs } from 'node:util';
import { subjectNames, type SubjectName } from './subjects.ts';

export const HELP = `npm run bench [-- OPTIONS]
  Measures, and never judges: the exit code is 0 even over a budget.

  Without options it builds the edition and prints, beside their budgets, what its reading pages, fonts,
  first search result and acts on demand cost in a browser.
  --pages       weighs every page too
  --no-build    measures what stands in dist/

  --builds N,N… how the build grows: builds invented editions of N sources, and the same texts with others'
                generators, and prints Markdown tables: files, size, seconds, memory, stages. Starlight is
                installed into a temporary folder by npm; Hugo must be on the path. What is missing is left
                out, with the reason.
  --edit        with --builds: builds again after one word of one text was changed, and holds every file of
                this edition against a build from nothing
  --only NAME,… with --builds: some of ${subjectNames.join(', ')}

  --sources N   how search grows: an invented edition of N sources in a browser, beside plain pages of the
                same texts with Pagefind as it comes, and with MiniSearch
  --markdown    with --sources: the summary as a Markdown table

  --seed N      with --builds or --sources: other sources (default: 1)
  --keep        with --builds or --sources: keeps what was built
  --help        this`;

/** What both kinds of invented editions can be told. */
interface Invented {
  seed: number;
  keep: boolean;
}

export interface SearchOptions extends Invented {
  measure: 'search';
  count: number;
  markdown: boolean;
}

export interface BuildsOptions extends Invented {
  measure: 'builds';
  /** Numbers of sources, from the smallest to the largest. */
  sizes: number[];
  edit: boolean;
  only: readonly SubjectName[];
}

export interface EditionOptions {
  measure: 'edition';
  pages: boolean;
  build: boolean;
}

export type Options = SearchOptions | BuildsOptions | EditionOptions | { measure: 'nothing' };

/** @throws Error that says what is wrong with the arguments. */
export function parseOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      pages: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      builds: { type: 'string' },
      edit: { type: 'boolean', default: false },
      only: { type: 'string', default: subjectNames.join(',') },
      sources: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { measure: 'nothing' };
  const { edit, markdown, keep } = values;
  const seed = wholeNumber('--seed', values.seed);
  if (values.builds !== undefined) {
    const sizes = values.builds.split(',').map((size) => wholeNumber('--builds', size));
    const ordered = [...new Set(sizes)].sort((a, b) => a - b);
    return { measure: 'builds', sizes: ordered, seed, keep, edit, only: values.only.split(',').map(subject) };
  }
  if (values.sources !== undefined)
    return { measure: 'search', count: wholeNumber('--sources', values.sources), seed, keep, markdown };
  return { measure: 'edition', pages: values.pages, build: !values['no-build'] };
}

function wholeNumber(option: string, text: string): number {
  if (!/^\s*[1-9]\d*\s*$/.test(text)) throw new Error(`${option} ${text}: write a number, like 100.`);
  return Number(text);
}

function subject(text: string): SubjectName {
  const name = subjectNames.find((one) => one === text.trim());
  if (!name) throw new Error(`--only ${text}: name some of ${subjectNames.join(', ')}.`);
  return name;
}
