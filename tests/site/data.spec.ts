/** Texts and data as files: all that is listed is there and as its schema says, and the examples run. */
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import type { IndexData } from '../../src/schemas/data/index-of-all.ts';
import type { SourceData } from '../../src/schemas/data/source.ts';
import { fileOf, readingPages, textOf } from './dist.ts';
import { expect, test } from './fixtures.ts';

const index = JSON.parse(textOf('/data/index.json')) as IndexData;
const pathOf = (address: string) => new URL(address).pathname;
const entries = [
  ...index.sources,
  ...index.registers.flatMap((register) => register.entries),
  ...index.topics,
  ...index.figures,
  ...index.diagrams,
];
const bytesOf = (path: string) => readFileSync(join('dist', fileOf(path) ?? path));
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the index lists every source, page and file, and each is there', () => {
  expect(index.sources.map(({ id }) => id).sort()).toEqual(readingPages.map(({ id }) => id).sort());
  for (const { address } of entries) expect(fileOf(pathOf(address)), address).toBeDefined();
  const files = [...entries.flatMap(({ files: of }) => of), ...index.schemas, ...index.files];
  expect(files.map(({ address }) => pathOf(address)).filter((path) => !fileOf(path))).toEqual([]);
});

test('every JSON file is as the schema says that it names', () => {
  const ajv = new Ajv2020({ strictTypes: false });
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
  for (const { address } of index.schemas) ajv.addSchema(JSON.parse(textOf(pathOf(address))) as object);
  const counts = new Map<string, number>();
  const files = globSync('**/*.json', { cwd: 'dist', exclude: ['pagefind', 'search', 'data/schema'] });
  for (const file of files) {
    const data = JSON.parse(readFileSync(join('dist', file), 'utf8')) as {
      $schema?: string;
      address: string;
    };
    if (data.$schema === undefined) continue;
    expect(ajv.validate(data.$schema, data), `${file}: ${ajv.errorsText()}`).toBe(true);
    // Beside the page of which it is the data.
    expect(fileOf(pathOf(data.address)), file).toBeDefined();
    const kind = data.$schema.replace(/^.*\/(\w+)\.json$/, '$1');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  expect(counts.get('source')).toBe(index.sources.length);
  expect(counts.get('note')).toBe(globSync('notes/*/*/index.html', { cwd: 'dist' }).length);
  expect([...counts.keys()].sort()).toEqual(
    index.schemas.map(({ name }) => name.replace('.json', '')).sort(),
  );
});

test('the archive has every listed file, with its checksum', () => {
  const zip = index.files.find(({ mediaType }) => mediaType === 'application/zip');
  const files = unzipSync(bytesOf(pathOf(zip?.address ?? '')));
  const folder = (zip?.name ?? '').replace('.zip', '');
  const sums = textOf('/data/SHA256SUMS').trimEnd().split('\n');
  for (const line of sums) {
    const [hash, path = ''] = line.split('  ');
    expect(hashOf(bytesOf(`/${path}`)), path).toBe(hash);
    if (path.endsWith('.zip')) continue;
    expect(hashOf(files[`${folder}/${path}`] ?? new Uint8Array()), path).toBe(hash);
  }
  const listed = [...entries.flatMap((entry) => entry.files), ...index.schemas];
  for (const path of listed.map(({ address }) => pathOf(address)))
    expect(files, path).toHaveProperty([`${folder}${path}`]);
  if (spawnSync('unzip', ['-v']).error)
    return console.log('unzip is not installed: it did not check the archive.');
  expect(spawnSync('unzip', ['-tq', join('dist', fileOf(pathOf(zip?.address ?? '')) ?? '')]).status).toBe(0);
});

test.describe('the examples on the page run as they stand', () => {
  let folder: string;
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'examples-'));
  });
  test.afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What runs a language, and what it needs. */
  const runs: Record<string, { needs: string[]; command: (code: string) => [string, string[]] }> = {
    sh: { needs: ['sh', 'curl', 'unzip', 'sha256sum'], command: (code) => ['sh', ['-ec', code]] },
    js: { needs: [], command: (code) => [process.execPath, ['--input-type=module', '--eval', code]] },
    python: { needs: ['python3'], command: (code) => ['python3', ['-c', code]] },
  };
  const isInstalled = (name: string) =>
    (process.env['PATH'] ?? '').split(':').some((path) => globSync(name, { cwd: path || '.' }).length > 0);

  const source = JSON.parse(
    textOf(pathOf(index.sources[0]?.files.find(({ name }) => /^[^.]+\.json$/.test(name))?.address ?? '')),
  ) as SourceData;
  /** What each should do, in the order of the page. */
  const promises: ((printed: string) => unknown)[] = [
    async () => {
      expect(await readFile(join(folder, `${source.id}.txt`), 'utf8')).toBe(
        textOf(`/sources/${source.id}/${source.id}.txt`),
      );
    },
    (printed) => {
      expect(printed).toBe('');
    },
    (printed) => {
      expect(printed.trimEnd().split('\n')).toHaveLength(source.paragraphs.length);
      for (const { number, mentions } of source.paragraphs)
        for (const { entity } of mentions)
          expect(printed).toMatch(new RegExp(`^${number} .*${entity.name.replace(/[.()]/g, '\\$&')}`, 'm'));
    },
    (printed) => {
      const count = source.paragraphs.reduce((sum, { words }) => sum + words.split(/\s+/).length, 0);
      expect(printed).toContain(source.header.citation);
      expect(printed).toContain(`author ${String(count)}`);
      for (const { hand } of source.notes) expect(printed).toContain(hand);
    },
  ];

  promises.forEach((promise, number) => {
    test(`example ${String(number + 1)}`, async ({ page, baseURL }) => {
      await page.goto('/data/');
      const block = page.locator('pre code').nth(number);
      const language = (await block.getAttribute('data-language')) ?? '';
      const run = runs[language];
      const missing = run?.needs.filter((name) => !isInstalled(name)) ?? [language];
      if (missing.length > 0)
        console.log(`${missing.join(', ')} not installed: example ${String(number + 1)} was not run.`);
      test.skip(missing.length > 0, 'a program is missing');
      const origin = new URL(index.edition.address).origin;
      const code = ((await block.textContent()) ?? '').replaceAll(origin, baseURL ?? '');
      const [file, args] = run?.command(code) ?? ['', []];
      const { stdout, stderr } = await promisify(execFile)(file, args, { cwd: folder });
      expect(stderr).toBe('');
      await promise(stdout);
    });
  });

  test('there is a promise for each', async ({ page }) => {
    await page.goto('/data/');
    await expect(page.locator('pre code')).toHaveCount(promises.length);
  });
});

test('words for the browser stand at an address of their own', ({}) => {
  for (const { id } of index.sources) expect(fileOf(`/sources/${id}/words.json`)).toBeDefined();
});
