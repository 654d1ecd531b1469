/** `npm run import` from end to end: what it writes, what it says, and its exit codes. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hashBytes } from '../../../src/edition/hash.ts';
import { comment, footnote, makeDocx, paragraph, run as words } from './make-docx.ts';

const FILES = 'tests/fixtures/import';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  await cp(FILES, join(folder, 'files'), { recursive: true });
  await writeFile(
    join(folder, 'files/letter.docx'),
    makeDocx({
      body:
        paragraph(words('On the mill'), 'Heading1') +
        paragraph(words('It stood empty') + footnote(1) + comment(1) + words('.')),
      footnotes: ['So the clerk.'],
      comments: ['Is it so?'],
    }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

function command(script: string, args: string[], options: string[] = []): Promise<Run> {
  return new Promise((done) => {
    execFile(process.execPath, [...options, `src/cli/${script}.ts`, ...args], (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** Does what an editor does with a draft. */
async function fillIn(file: string): Promise<void> {
  const draft = await readFile(file, 'utf8');
  const filled = draft.replaceAll('To be filled in', 'Not known').replace(/^date: 0000\?$/m, "date: '1901'");
  await writeFile(file, filled.replace('language: und', 'language: en'));
}

const files = [
  'wrapped.txt',
  'web.txt',
  'gutenberg.txt',
  'page.html',
  'letter.markdown',
  'letter.xml',
  'letter.docx',
];

describe('exit code 0', () => {
  test.each(files)('%s becomes a folder that the check takes', async (name) => {
    const root = join(folder, `edition-of-${name}`);
    await cp('tests/fixtures/edition', root, { recursive: true });
    const file = join(folder, 'files', name);
    const out = join(root, 'content/sources/the-mill');
    const { code, stdout, stderr } = await command('import', [file, '--id', 'the-mill', '--out', out]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [, found, whole] = /^(\d+) of (\d+) words$/m.exec(stdout) ?? [];
    expect(Number(found)).toBeGreaterThan(10);
    expect(found).toBe(whole);
    expect(await readFile(join(out, 'import-report.md'), 'utf8')).toContain(
      `${String(found)} of ${String(whole)} words`,
    );

    const received = new Uint8Array(await readFile(file));
    const { witnesses } = parse(await readFile(join(out, 'source.yaml'), 'utf8')) as {
      witnesses: { file: string; sha256: string; 'taken-from'?: { file: string; sha256: string } }[];
    };
    const kept = witnesses[0]?.['taken-from'] ?? witnesses[0];
    expect(kept?.sha256).toBe(hashBytes(received));
    expect(new Uint8Array(await readFile(join(out, kept?.file ?? '')))).toEqual(received);

    const draft = await command('check', [root, '--json']);
    const codes = new Set([...draft.stdout.matchAll(/"code":"([a-z-]+)"/g)].map(([, code]) => code));
    expect(codes).toEqual(new Set(['value-open', 'source-unpublished']));
    await fillIn(join(out, 'source.yaml'));
    await command('anchors', ['--root', root]);
    expect(await command('check', [root])).toMatchObject({ code: 0, stderr: '' });
  });

  test('doubts are said with their lines', async () => {
    const out = join(folder, 'doubts');
    const { stdout } = await command('import', [join(folder, 'files/page.html'), '--id', 'a', '--out', out]);
    expect(stdout).toMatch(/doubts\/witness\.txt:\d+ stray\n {2}Left out: Navigation of the web page/);
    const [, line = ''] = /witness\.txt:(\d+) stray\n {2}Left out: Navigation/.exec(stdout) ?? [];
    const witness = (await readFile(join(out, 'witness.txt'), 'utf8')).split('\n');
    expect(witness[Number(line) - 1]).toContain('Home | Texts');
  });
});

test('exit code 1 where words are lost, and it says which', async () => {
  const out = join(folder, 'lost');
  const hook = resolve('tests/unit/import/drop-words.mjs');
  const args = [join(folder, 'files/wrapped.txt'), '--id', 'a', '--out', out];
  const { code, stdout, stderr } = await command('import', args, ['--import', hook]);
  expect(code).toBe(1);
  const [, found, whole] = /^(\d+) of (\d+) words$/m.exec(stdout) ?? [];
  expect(Number(found)).toBeLessThan(Number(whole));
  expect(stderr).toMatch(/collation-differs[\s\S]*Words are lost/);
});

describe('exit code 2', () => {
  const wrapped = `${FILES}/wrapped.txt`;
  test.each([
    ['no file', [], /It needs one file and `--id`/],
    ['no id', [wrapped], /It needs one file and `--id`/],
    [
      'a file that is not there',
      ['nowhere.txt', '--id', 'a'],
      /nowhere\.txt\n {2}There is no such file\.\n {2}Correct the path/,
    ],
    ['a folder', [FILES, '--id', 'a'], /There is no such file/],
    ['an id that is no address', [wrapped, '--id', 'A b'], /This cannot be an address[\s\S]*small letters/],
    [
      'an option that there is not',
      [wrapped, '--id', 'a', '--outt', 'x'],
      /--outt[\s\S]*npm run import -- FILE/,
    ],
    ['a kind that there is not', [wrapped, '--id', 'a', '--kind', 'pdf'], /Write one of `text`, `markdown`/],
    ['a folder with files', [wrapped, '--id', 'a', '--out', FILES], /not an empty folder/],
    ['a source that there is', [wrapped, '--id', 'strong-1934'], /strong-1934\n {2}This exists/],
    [
      'an encoding that there is not',
      [wrapped, '--id', 'a', '--encoding', 'latin-99', '--out', 'never'],
      /no encoding “latin-99”/,
    ],
  ])('%s', async (_, args, message) => {
    const { code, stderr } = await command('import', args);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) as string });
  });

  test.each([
    ['a.pdf', '%PDF-1.7', /This is a PDF[\s\S]*pdftotext/],
    ['a.rtf', '{\\rtf1 words}', /Rich Text/],
    ['a.xml', '<?xml version="1.0"?><book><p>words</p></book>', /XML with the element `book`/],
    ['a.docx', 'words', /no DOCX/],
    ['a.txt', ' \n', /no words/],
  ])('%s, which is not read', async (name, content, message) => {
    await mkdir(join(folder, 'refused'), { recursive: true });
    const file = join(folder, 'refused', name);
    await writeFile(file, content);
    const out = join(folder, `out-${name}`);
    const { code, stderr } = await command('import', [file, '--id', 'a', '--out', out]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) as string });
    await expect(readdir(out)).rejects.toThrow();
  });
});
