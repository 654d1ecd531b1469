import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readContent } from '../content-files.ts';
import { pageAddresses } from '../edition/addresses.ts';
import { assignAnchors } from '../edition/anchors.ts';
import { assemble } from '../edition/assemble.ts';
import { updateRecords, updateWholes } from '../edition/ledger.ts';
import type { Edition } from '../edition/model.ts';
import { formatProblem } from '../edition/problem.ts';
import { addresses } from '../edition/source.ts';
import type { EditionLedger, Ledger } from '../schemas/ledger.ts';

/** Problems that bringing the ledgers up to date mends; a text with any other is not sound. */
const MENDED = new Set([
  'anchor-unpublished',
  'note-unpublished',
  'source-unpublished',
  'page-unpublished',
  'ledger-stale',
]);

/** Writes a new anchor after every paragraph and division that has none. */
export async function writeAnchors(root: string): Promise<void> {
  for (const { text, ledger } of (await readContent(root)).sources) {
    const used = ledger ? anchorsIn(ledger.text) : [];
    // Without its ledger a text could be given names that were used before.
    if (!used) continue;
    const { value, added } = assignAnchors(text.text, text.file, used);
    if (added.length === 0) continue;
    await writeFile(join(root, text.file), value);
    console.log(`${text.file}: new anchors ${added.map((anchor) => `^${anchor}`).join(' ')}`);
  }
}

/** Every anchor that a ledger knows; undefined where it cannot be read, which the check reports. */
function anchorsIn(ledger: string): string[] | undefined {
  try {
    return Object.keys((JSON.parse(ledger) as Partial<Ledger>).anchors ?? {});
  } catch {
    return undefined;
  }
}

/**
 * The edition, if nothing is wrong with it but what its ledgers do not know yet; else prints what is
 * wrong. `alsoMended` names further problems that the caller is about to mend.
 */
export async function soundEdition(root: string, alsoMended: string[] = []): Promise<Edition | undefined> {
  const { edition, problems } = assemble(await readContent(root));
  const others = problems.filter(({ code }) => !MENDED.has(code) && !alsoMended.includes(code));
  for (const problem of others) console.error(`${formatProblem(problem)}\n`);
  return others.length === 0 ? edition : undefined;
}

/** Brings every ledger up to the edition as it stands, under the name of a release. */
export async function writeLedgers(root: string, edition: Edition, release: string): Promise<void> {
  for (const source of edition.sources) {
    const now = addresses(source);
    await writeLedger(root, `sources/${source.id}/`, {
      anchors: updateRecords(now.anchors, source.ledger.anchors, release),
      notes: updateRecords(now.notes, source.ledger.notes, release),
    });
  }
  const { sources, pages } = edition.ledger;
  const named = edition.sources.map(({ id, header }) => ({ id, name: header.short }));
  await writeLedger(root, '', {
    sources: updateWholes(named, sources, release),
    pages: updateWholes(pageAddresses(edition), pages, release),
  });
}

/** Writes one ledger, `folder` being empty or ending in `/`, if it has changed. */
export async function writeLedger(
  root: string,
  folder: string,
  ledger: Ledger | EditionLedger,
): Promise<void> {
  const file = `content/${folder}ledger.json`;
  const text = `${JSON.stringify(ledger, null, 2)}\n`;
  const before = await readFile(join(root, file), 'utf8').catch(() => undefined);
  if (before === text) return;
  await writeFile(join(root, file), text);
  console.log(`${file}: ${before === undefined ? 'written' : 'brought up to date'}`);
}
