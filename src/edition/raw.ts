import type { EntityFolder } from '../schemas/entity-kinds.ts';
import type { Problem } from './problem.ts';

/** The files of `content/` as they were read, before anything is made of them. */

export interface RawFile {
  /** Its path from the project's root, with `/`. */
  file: string;
  text: string;
  /** Why it could not be read as it should; `text` is then what could be made of it. */
  fault?: Problem;
}

export interface RawSource {
  id: string;
  folder: string;
  header: RawFile;
  text: RawFile;
  apparatus: RawFile | undefined;
  ledger: RawFile | undefined;
  /** Witnesses by file name, byte for byte. */
  witnesses: Map<string, Uint8Array>;
}

export interface RawNote {
  sourceId: string;
  id: string;
  file: RawFile;
}

/** A file of `content/people/` and so on. */
export interface RawEntity {
  folder: EntityFolder;
  id: string;
  file: RawFile;
}

/** Folders of the edition's own files beside notes and entities, with the ending of their files. */
export const recordFolders = {
  topics: '.mdx',
  claims: '.yaml',
  figures: '.yaml',
  diagrams: '.yaml',
} as const;

export type RecordFolder = keyof typeof recordFolders;

/** A file of one of these folders. */
export interface RawRecord {
  folder: RecordFolder;
  id: string;
  file: RawFile;
}

export interface RawEdition {
  header: RawFile;
  bibliography: RawFile | undefined;
  /** The ledger of the edition: the addresses of its sources. */
  ledger: RawFile | undefined;
  sources: RawSource[];
  /** The editor's notes. */
  notes: RawNote[];
  entities: RawEntity[];
  records: RawRecord[];
  /** The pages of the edition's own prose. */
  pages: RawFile[];
}
