import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentRoot, readContent } from '../content-files.ts';
import { assignAnchors } from '../edition/anchors.ts';
import { assemble } from '../edition/assemble.ts';
import { retire, updateRecords } from '../edition/ledger.ts';
import { formatProblem } from '../edition/problem.ts';
import { addresses } from '../edition/source.ts';
import type { Ledger } from '../schemas/ledger.ts';

const HELP = `npm run anchors
  Gives every paragraph and division without an anchor a new one, and brings each ledger up to date.

npm run anchors -- retire SOURCE ADDRESS --into ADDRESS[,ADDRESS]
npm run anchors -- retire SOURCE ADDRESS --withdrawn "reason"
  Records what became of a published anchor (p12) or note (kulak) that is no longer in the text.

  --root DIR   the folder that holds content/ (default: here)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    into: { type: 'string' },
    withdrawn: { type: 'string' },
    root: { type: 'string', default: contentRoot() },
    help: { type: 'boolean' },
  },
});

if (values.help) console.log(HELP);
else if (positionals[0] === 'retire') await retireAddress(positionals[1], positionals[2]);
else if (positionals.length === 0) await update();
else fail(`Unknown command “${positionals.join(' ')}”.\n\n${HELP}`);

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** Writes missing anchors into the texts, then the ledgers. */
async function update(): Promise<void> {
  for (const { text, ledger } of (await readContent(values.root)).sources) {
    const { value, added } = assignAnchors(text.text, text.file, retired(ledger));
    if (added.length === 0) continue;
    await writeFile(join(values.root, text.file), value);
    console.log(`${text.file}: new anchors ${added.map((anchor) => `^${anchor}`).join(' ')}`);
  }

  const raw = await readContent(values.root);
  const { edition, problems } = assemble(raw);
  // A ledger is brought up to date only from a text that is sound.
  const ours = new Set(['anchor-unpublished', 'note-unpublished', 'ledger-stale']);
  const others = problems.filter(({ code }) => !ours.has(code));
  if (!edition || others.length > 0) {
    for (const problem of others) console.error(`${formatProblem(problem)}\n`);
    fail('The ledgers are left as they are until these problems are mended.');
    return;
  }
  for (const source of edition.sources) {
    const now = addresses(source);
    const release = edition.header.release;
    await writeLedger(source.id, source.ledger, {
      anchors: updateRecords(now.anchors, source.ledger.anchors, release),
      notes: updateRecords(now.notes, source.ledger.notes, release),
    });
  }
}

async function retireAddress(sourceId: string | undefined, id: string | undefined): Promise<void> {
  const { edition } = assemble(await readContent(values.root));
  const source = edition?.sources.find((one) => one.id === sourceId);
  if (!edition || !source || id === undefined) {
    fail(`There is no source “${sourceId ?? ''}”, or no address was named.\n\n${HELP}`);
    return;
  }
  const part = id in source.ledger.anchors ? 'anchors' : 'notes';
  const record = source.ledger[part][id];
  const into = values.into?.split(',').map((address) => address.trim());
  const to = into ? { into } : values.withdrawn ? { reason: values.withdrawn } : undefined;
  if (!record || record.status !== 'live' || !to) {
    fail(
      !record
        ? `The ledger of ${source.id} has no \`${id}\`.`
        : !to
          ? `Say what became of ${id}.\n\n${HELP}`
          : `\`${id}\` is retired already.`,
    );
    return;
  }
  await writeLedger(source.id, source.ledger, {
    ...source.ledger,
    [part]: { ...source.ledger[part], [id]: retire(record, edition.header.release, to) },
  });
}

async function writeLedger(sourceId: string, old: Ledger, next: Ledger): Promise<void> {
  const file = `content/sources/${sourceId}/ledger.json`;
  const text = `${JSON.stringify(next, null, 2)}\n`;
  const before = await readFile(join(values.root, file), 'utf8').catch(() => '');
  if (before === text) return;
  await writeFile(join(values.root, file), text);
  const changed = [...Object.entries(next.anchors), ...Object.entries(next.notes)].filter(([id, record]) => {
    const was = old.anchors[id] ?? old.notes[id];
    return JSON.stringify(was) !== JSON.stringify(record);
  });
  console.log(`${file}: ${String(changed.length)} new or changed`);
}

/** Every anchor that a ledger knows: a retired one may not be given again. */
function retired(ledger: { text: string } | undefined): string[] {
  return ledger ? Object.keys((JSON.parse(ledger.text) as Partial<Ledger>).anchors ?? {}) : [];
}
