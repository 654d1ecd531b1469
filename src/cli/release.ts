import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { contentRoot } from '../content-files.ts';
import { editionSchema } from '../schemas/edition.ts';
import { soundEdition, writeAnchors, writeLedgers } from './ledgers.ts';

const HELP = `npm run release
  Publishes the release that is in preparation: dates it, so that its words are closed.

npm run release -- "What changed" ["What else changed"]
  After a release was published: names the next one with these changes, dates it, and records in
  the ledgers what it added and changed. Refuses while \`npm run check\` finds anything else.

  --date 2026-11-22   the day of publication (default: today)
  --root DIR          the folder that holds content/ (default: here)`;

const { values, positionals: changes } = parseArgs({
  allowPositionals: true,
  options: {
    date: { type: 'string' },
    root: { type: 'string', default: contentRoot() },
    help: { type: 'boolean' },
  },
});

if (values.help) console.log(HELP);
else await release();

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

async function release(): Promise<void> {
  const { root, date = new Date().toISOString().slice(0, 10) } = values;
  await writeAnchors(root);
  const edition = await soundEdition(root, ['release-closed']);
  if (!edition) {
    refuse('No release: mend these problems first.');
    return;
  }
  const file = 'content/edition.yaml';
  const document = parseDocument(await readFile(join(root, file), 'utf8'));
  const { header } = edition;
  const index = header.releases.findIndex(({ name }) => name === header.release);
  const isOpen = header.releases[index]?.date === undefined;
  const name = isOpen ? header.release : nextName(header.release, date);
  if (isOpen && changes.length > 0) {
    refuse(
      `Release ${name} is still in preparation: write its changes in ${file}, then run \`npm run release\`.`,
    );
    return;
  }
  if (!isOpen && changes.length === 0) {
    refuse(`Release ${name} would be the next. Say what changed.\n\n${HELP}`);
    return;
  }
  if (isOpen) document.setIn(['releases', index, 'date'], date);
  else {
    document.set('release', name);
    (document.get('releases') as { items: unknown[] }).items.unshift(
      document.createNode({ name, date, changes }),
    );
  }
  const checked = editionSchema.safeParse(document.toJS());
  if (!checked.success) {
    refuse(
      `No release: ${checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ')}`,
    );
    return;
  }
  await writeLedgers(root, edition, name);
  await writeFile(join(root, file), document.toString({ lineWidth: 100 }));
  console.log(`Release ${name}, ${date}. Commit ${file} and the ledgers, then build.`);
}

/** `2026.2` after `2026.1`; the count begins anew with the year. */
function nextName(current: string, date: string): string {
  const [year = '', number = '0'] = current.split('.');
  const nextYear = date.slice(0, 4);
  return nextYear === year ? `${year}.${String(Number(number) + 1)}` : `${nextYear}.1`;
}
