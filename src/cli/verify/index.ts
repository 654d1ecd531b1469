import { parseArgs } from 'node:util';
import { reasonOf } from './ask.ts';
import { reportOf } from './report.ts';
import { verify } from './verify.ts';

const HELP = `npm run verify -- URL [OPTIONS]
  Says whether a deployed site is whole: asks it for every file that it lists and holds each against its
  hash; then how files are sent (types, compression, caching, readable by other sites), what is answered
  where nothing stands, and the texts for programs (Distributed Text Services).
  URL is the address of the home page.

  --sample N   asks for N files only, spread evenly over the list
  --strict     takes advice for faults, for a server of one’s own
  --json       for programs: one JSON object on standard output, with address, release, files, asked,
               findings (each with level, code, path, fact, action)
  --help       this

  Faults keep a site from being whole. Advice says what would be better, and may be out of a host’s reach.

Exit code: 0 whole, 1 with faults, 2 when the call was wrong or the site could not be reached.`;

const COULD_NOT_RUN = 2;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`The site could not be verified: ${reasonOf(error)}`);
  process.exitCode = COULD_NOT_RUN;
}

/** Runs the command and returns its exit code; throws where it cannot run. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      sample: { type: 'string' },
      strict: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [address, ...others] = positionals;
  if (address === undefined || others.length > 0)
    throw new Error('name one address, as in `npm run verify -- https://edition.example.org`.');
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new Error(`${address} is no address; it begins with https:// or http://.`);
  if (values.sample !== undefined && !/^[1-9]\d*$/.test(values.sample))
    throw new Error(`--sample takes a number of files, not “${values.sample}”.`);
  const verdict = await verify(
    new URL(address),
    values.sample === undefined ? undefined : Number(values.sample),
  );
  if (values.json) console.log(JSON.stringify(verdict));
  else console.log(reportOf(verdict));
  return verdict.findings.some(({ level }) => values.strict || level === 'fault') ? 1 : 0;
}
