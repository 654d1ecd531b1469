/** What `npm run bench -- --builds` builds: this edition, and the same texts with others' generators. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { titles } from './builds-report.ts';
import { nameOfHugo, writeHugo } from './hugo.ts';
import { runMeasured, type Measured } from './measured.ts';
import { fillStarlight, installStarlight, nameOfStarlight } from './starlight.ts';

export const subjectNames = ['edition', 'starlight', 'hugo'] as const;
export type SubjectName = (typeof subjectNames)[number];

/** A generator. */
export interface Subject {
  name: SubjectName;
  /** Its name and those of what it works with, with their versions. */
  versions: string;
  /** Makes it ready to build the sources in a folder of `EditionFolders`. */
  prepare: (folders: EditionFolders) => Promise<Site>;
}

/** The sources, and room beside them. */
export interface EditionFolders {
  /** Holds `content/`. */
  edition: string;
  /** The same as Markdown pages. */
  markdown: string;
  /** For what is built. */
  room: string;
}

export interface Site {
  /** The folder that it is built into. */
  dist: string;
  build: () => Promise<Measured>;
  /** Brings in the text of a source that has been changed in the edition and among the Markdown pages. */
  update: (id: string) => Promise<void>;
}

export function script(name: string): string {
  return fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
}

/** Builds an edition without EPUBs and PDFs, which others do not make. */
export function buildEdition(edition: string, dist: string): Promise<Measured> {
  return runMeasured(script('build-edition'), [dist], {
    EDITION_ROOT: edition,
    EDITION_BOOKS: 'none',
    EDITION_ADDRESS: 'https://example.org',
    ASTRO_TELEMETRY_DISABLED: '1',
  });
}

/**
 * @param folder for what has to be installed
 * @throws Error where a generator cannot be had
 */
export const subjects: Record<SubjectName, (folder: string) => Promise<Subject>> = {
  edition: () => Promise.resolve({ name: 'edition', versions: titles.edition, prepare: prepareEdition }),
  starlight: async (folder) => {
    const project = join(folder, 'starlight');
    await installStarlight(project);
    return {
      name: 'starlight',
      versions: await nameOfStarlight(project),
      prepare: (folders) => prepareStarlight(project, folders),
    };
  },
  hugo: async () => ({ name: 'hugo', versions: await nameOfHugo(), prepare: prepareHugo }),
};

function prepareEdition({ edition, room }: EditionFolders): Promise<Site> {
  const dist = join(room, 'edition');
  return Promise.resolve({ dist, build: () => buildEdition(edition, dist), update: () => Promise.resolve() });
}

async function prepareStarlight(project: string, { markdown }: EditionFolders): Promise<Site> {
  const content = await fillStarlight(project, markdown);
  const environment = { ASTRO_TELEMETRY_DISABLED: '1' };
  return {
    dist: join(project, 'dist'),
    build: () => runMeasured(script('build-starlight'), [project], environment),
    update: (id) => copyPage(id, markdown, content),
  };
}

async function prepareHugo({ markdown, room }: EditionFolders): Promise<Site> {
  const project = join(room, 'hugo');
  const dist = join(project, 'public');
  const content = await writeHugo(project, markdown);
  return {
    dist,
    build: () => runMeasured(script('build-hugo'), [project, dist]),
    update: (id) => copyPage(id, markdown, content),
  };
}

function copyPage(id: string, from: string, to: string): Promise<void> {
  return cp(join(from, 'sources', `${id}.md`), join(to, 'sources', `${id}.md`));
}
