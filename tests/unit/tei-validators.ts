/** Judges of TEI files: libxml2 always, jing where it is installed. */
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RelaxNGValidator, XmlDocument, XmlLibError } from 'libxml2-wasm';

/** The grammar that is published beside the files. */
export const SCHEMA = 'public/data/tei.rng';

// libxml2 means to give RELAX NG up one day: jing, where it is installed, judges the same grammar.
const grammar = XmlDocument.fromString(readFileSync(SCHEMA, 'utf8'));
const validator = RelaxNGValidator.fromDoc(grammar);

/** What libxml2 finds wrong with a file: nothing where it is well-formed and valid. */
export function faultsOf(xml: string): string[] {
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromString(xml);
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.length > 0
      ? error.details.map(({ message, line }) => `${String(line)}: ${message}`)
      : [error.message];
  } finally {
    document?.dispose();
  }
}

/** The command of jing, the reference validator for RELAX NG; undefined where it is not installed. */
export const jing = spawnSync('jing', [], { stdio: 'ignore' }).error === undefined ? 'jing' : undefined;

/** What jing says of files against a grammar; nothing where all are valid. */
export async function jingSays(schema: string, files: ReadonlyMap<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tei-'));
  try {
    const paths = await Promise.all(
      [...files].map(async ([name, xml]) => {
        const path = join(folder, name);
        await writeFile(path, xml);
        return path;
      }),
    );
    return await new Promise((resolve) => {
      // It tells what is wrong on its standard output.
      execFile('jing', [schema, ...paths], (error, stdout) => {
        resolve(error ? stdout || error.message : stdout);
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
