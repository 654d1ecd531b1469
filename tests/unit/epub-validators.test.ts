/**
 * The EPUBs by the judgement of the validators of the field, where they are installed: epubcheck (named by
 * `EPUBCHECK_JAR`, or where Debian puts it) and DAISY Ace (`ACE_MODULES` names the `node_modules` that
 * hold `@daisy/ace-core` and `@daisy/ace-axe-runner-puppeteer`; `CHROME_PATH` the browser).
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBooks } from './epub-book.ts';

const epubcheck = process.env['EPUBCHECK_JAR'] ?? '/usr/share/java/epubcheck.jar';
const hasEpubcheck = existsSync(epubcheck) && runs('java', '-version');
if (!hasEpubcheck) console.warn('epubcheck is not installed: EPUBs were not validated');

const aceModules = process.env['ACE_MODULES'] ?? '';
const hasAce = existsSync(join(aceModules, '@daisy/ace-core'));
if (!hasAce) console.warn('DAISY Ace is not installed: the access to EPUBs was not checked');

function runs(...[command, ...options]: [string, ...string[]]): boolean {
  try {
    execFileSync(command, options, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let folder = '';
const files: string[] = [];

beforeAll(async () => {
  if (!hasEpubcheck && !hasAce) return;
  folder = await mkdtemp(join(tmpdir(), 'epub-'));
  for (const root of ['.', 'tests/fixtures/edition']) {
    const { whole, books } = await makeBooks(root);
    for (const bytes of [whole, ...books]) {
      const file = join(folder, `${String(files.length)}.epub`);
      await writeFile(file, bytes);
      files.push(file);
    }
  }
}, 60_000);
afterAll(() => folder && rm(folder, { recursive: true }));

const run = promisify(execFile);

test.skipIf(!hasEpubcheck)(
  'epubcheck has no error and no warning',
  async () => {
    // A short run is quicker without the second compiler.
    const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', epubcheck];
    for (const file of files) {
      // It ends with 1 where it found anything; what, its report says.
      await run('java', [...options, file, '--json', `${file}.json`]).catch(() => undefined);
      const { messages } = JSON.parse(await readFile(`${file}.json`, 'utf8')) as { messages: unknown[] };
      expect(messages).toEqual([]);
    }
  },
  300_000,
);

/** Runs Ace in a process of its own and prints what it found, a line each. */
const aceProgram = `
const [modules, file, outdir] = process.argv.slice(1);
const load = require('node:module').createRequire(modules + '/');
const runner = load('@daisy/ace-axe-runner-puppeteer');
load('@daisy/ace-core')(file, { outdir, silent: true, jobId: '' }, runner).then(() => {
  const report = JSON.parse(require('node:fs').readFileSync(outdir + '/report.json', 'utf8'));
  const found = report.assertions.flatMap(({ assertions }) => assertions ?? []);
  console.log(JSON.stringify(found.map((one) => one['earl:test']['earl:impact'] + ' ' + one['earl:test']['dct:title'])));
  process.exit(0);
}, (error) => { console.error(error); process.exit(1); });
`;

describe.skipIf(!hasAce)('DAISY Ace', () => {
  test('has no finding', async () => {
    const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: process.env['CHROME_PATH'] };
    for (const file of files) {
      const { stdout } = await run('node', ['-e', aceProgram, aceModules, file, `${file}-ace`], { env });
      expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual([]);
    }
  }, 600_000);
});
