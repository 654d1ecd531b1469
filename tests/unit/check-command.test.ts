import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemAsAnnotation, problemAsJson } from '../../src/checks/formats.ts';
import type { Problem } from '../../src/edition/problem.ts';

const BASE = 'tests/fixtures/edition';

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

function check(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/check.ts', ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

let faulty: string;
beforeAll(async () => {
  faulty = await mkdtemp(join(tmpdir(), 'check-'));
  await cp(BASE, faulty, { recursive: true });
  await cp('tests/fixtures/checks/diagram-node-unknown/in', faulty, { recursive: true });
  await cp('tests/fixtures/checks/topic-id/in', faulty, { recursive: true });
});
afterAll(() => rm(faulty, { recursive: true }));

describe('npm run check', () => {
  test('tells people each problem and how many there are, and ends in 1', async () => {
    const { code, stdout, stderr } = await check(faulty);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/letter-1900-system\.yaml:20:5 diagram-node-unknown\n/);
    expect(stderr).toMatch(/\d problems\.\n$/);
  });

  test('--json writes an object a line', async () => {
    const { code, stdout } = await check('--json', faulty);
    expect(code).toBe(1);
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(records).toContainEqual({
      code: 'diagram-node-unknown',
      file: 'content/diagrams/letter-1900-system.yaml',
      line: 20,
      column: 5,
      fact: 'There is no node `leter` in this diagram.',
      action: 'Name a node by its id, or add it.',
    });
    expect(records).toContainEqual(expect.objectContaining({ code: 'topic-id', line: null, column: null }));
  });

  test('--annotations writes a workflow command a line', async () => {
    const { code, stdout } = await check('--annotations', faulty);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toContain(
      '::error file=content/diagrams/letter-1900-system.yaml,line=20,col=5,title=diagram-node-unknown::There is no node `leter` in this diagram. Name a node by its id, or add it.',
    );
  });

  test('is silent for programs where nothing is wrong, and ends in 0', async () => {
    expect(await check('--json', BASE)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await check('--annotations', BASE)).toEqual({ code: 0, stdout: '', stderr: '' });
    const { code, stdout } = await check(BASE);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^No problems in 1 source/);
  });

  test.each([[['--jsno']], [['--json', '--annotations']], [['no/such/folder']], [[BASE, BASE]]])(
    'ends in 2 where it cannot run: %j',
    async (args) => {
      const { code, stdout, stderr } = await check(...args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^The check could not run: /);
    },
  );

  test('--help says every option', async () => {
    const { code, stdout } = await check('--help');
    expect(code).toBe(0);
    for (const option of ['--standard', '--json', '--annotations']) expect(stdout).toContain(option);
  });
});

describe('what could be taken for a part of the command', () => {
  const problem: Problem = {
    code: 'note-quote',
    place: { file: 'content/a,b:c.md', line: 3, column: 1 },
    fact: '100% of “a\nb” :: are\r\nlost.',
    action: 'Restore, please: all.',
  };

  test('is escaped as GitHub reads it', () => {
    expect(problemAsAnnotation(problem)).toBe(
      '::error file=content/a%2Cb%3Ac.md,line=3,col=1,title=note-quote::100%25 of “a%0Ab” :: are%0D%0Alost. Restore, please: all.',
    );
  });

  test('stays within one line of JSON', () => {
    expect(problemAsJson(problem)).not.toContain('\n');
    expect(JSON.parse(problemAsJson(problem))).toMatchObject({ fact: problem.fact });
  });

  test('a column without a line says nothing', () => {
    expect(problemAsAnnotation({ ...problem, place: { file: 'content/x.md' } })).toMatch(
      /^::error file=content\/x\.md,title=note-quote::/,
    );
  });
});
