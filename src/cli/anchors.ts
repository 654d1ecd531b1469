import { parseArgs } from 'node:util';
import { contentRoot, readContent } from '../content-files.ts';
import { assemble } from '../edition/assemble.ts';
import { retire } from '../edition/ledger.ts';
import { soundEdition, writeAnchors, writeLedger, writeLedgers } from './ledgers.ts';

const HELP = `npm run anchors
  Gives every paragraph and division without an anchor a new one, and brings each ledger up to date.

npm run anchors -- retire SOURCE ADDRESS --into ADDRESS[,ADDRESS]
npm run anchors -- retire SOURCE ADDRESS --withdrawn "reason"
  Records what became of a published anchor (p12) or note (kulak) that is no longer in the text.
  Without ADDRESS: of a whole source that is no longer in the edition, or of a page
  (people/joseph-stalin, topics/who-rules, claims/strong-1934/kulaks).

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

async function update(): Promise<void> {
  await writeAnchors(values.root);
  const edition = await soundEdition(values.root);
  if (edition) await writeLedgers(values.root, edition, edition.header.release);
  else fail('The ledgers are left as they are until these problems are mended.');
}

async function retireAddress(sourceId = '', id?: string): Promise<void> {
  const { edition } = assemble(await readContent(values.root));
  const to = values.into
    ? { into: values.into.split(',').map((address) => address.trim()) }
    : values.withdrawn
      ? { reason: values.withdrawn }
      : undefined;
  if (!edition || !to) {
    fail(
      edition
        ? `Say what became of it.\n\n${HELP}`
        : 'content/edition.yaml cannot be read: run `npm run check`.',
    );
    return;
  }
  const release = edition.header.release;
  if (id === undefined) {
    const part = sourceId.includes('/') ? 'pages' : 'sources';
    const record = edition.ledger[part][sourceId];
    if (record?.status !== 'live')
      fail(record ? `\`${sourceId}\` is retired already.` : `The ledger has no \`${sourceId}\`.`);
    else
      await writeLedger(values.root, '', {
        ...edition.ledger,
        [part]: { ...edition.ledger[part], [sourceId]: retire(record, release, to) },
      });
    return;
  }
  const source = edition.sources.find((one) => one.id === sourceId);
  const part = source && id in source.ledger.anchors ? 'anchors' : 'notes';
  const record = source?.ledger[part][id];
  if (!source || record?.status !== 'live') {
    fail(
      !source
        ? `There is no source \`${sourceId}\`.`
        : record
          ? `\`${id}\` is retired already.`
          : `The ledger of ${sourceId} has no \`${id}\`.`,
    );
    return;
  }
  await writeLedger(values.root, `sources/${sourceId}/`, {
    ...source.ledger,
    [part]: { ...source.ledger[part], [id]: retire(record, release, to) },
  });
}
