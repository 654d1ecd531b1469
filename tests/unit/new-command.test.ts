import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complete, fieldsOf, idOf, newKinds, withoutFaulty } from '../../src/cli/new/fields.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'new-'));
  await cp('tests/fixtures/edition', root, { recursive: true });
});
afterAll(() => rm(root, { recursive: true }));

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

function make(args: string[], env: Record<string, string> = {}): Promise<Run> {
  const all = ['src/cli/new/index.ts', ...args, ...(args.length > 0 ? ['--root', root] : [])];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const flags = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);
const note = {
  source: 'letter-1900',
  title: 'Roses',
  kind: 'term',
  at: 'p4',
  quote: 'Roses',
  text: 'Flowers.',
};
const topic = {
  title: 'Flowers',
  question: 'Which flowers are there?',
  point: 'Roses',
  passage: 'letter-1900#p4',
  summary: 'letter-1900: It names: roses.',
  text: 'There are several.',
};

describe('npm run new writes', () => {
  test('a note', async () => {
    const { code, stdout } = await make(['note', ...flags(note)]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'content/notes/letter-1900/roses.mdx:9\n' });
    expect(await readFile(join(root, 'content/notes/letter-1900/roses.mdx'), 'utf8')).toBe(
      '---\ntitle: Roses\nkind: term\nat: p4\nquote: Roses\nchecked: standard\n---\n\nFlowers.\n',
    );
  });

  test.each(['person', 'place', 'organisation', 'term', 'event', 'work'])('a file of a %s', async (kind) => {
    const name = `A ${kind}: one`;
    const { code, stdout } = await make([
      kind,
      ...flags({ name, dates: '1917' }),
      '--other',
      `${kind} x`,
      '--other',
      `${kind} y`,
    ]);
    expect(code).toBe(0);
    const [file = ''] = stdout.split(':');
    expect(file).toMatch(new RegExp(`^content/\\w+/a-${kind}-one\\.yaml$`));
    const text = await readFile(join(root, file), 'utf8');
    expect(text).toContain(`name: "A ${kind}: one"\n`);
    expect(text).toContain('dates: "1917"\n');
  });

  test('a topic, with the next number', async () => {
    const { code, stdout } = await make(['topic', ...flags(topic)]);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^content\/topics\/flowers\.mdx:\d+\n$/) as string,
    });
    expect(await readFile(join(root, 'content/topics/flowers.mdx'), 'utf8')).toMatch(
      /\norder: 2\n[\s\S]*\nThere are several\.\n$/,
    );
  });

  test('and opens it if told so', async () => {
    const { stdout } = await make(['term', '--name', 'Opened', '--open'], { EDITOR: 'cat' });
    expect(stdout).toBe('content/terms/opened.yaml:3\nname: Opened\nsort: Opened\nchecked: standard\n');
  });
});

describe('npm run new writes nothing', () => {
  test.each([
    ['where the file exists', ['note', ...flags({ ...note, id: 'specimen' })], /specimen\.mdx exists/],
    [
      'for an id that is not valid',
      ['note', ...flags({ ...note, id: 'Red_Roses' })],
      /`Red_Roses` cannot be an id/,
    ],
    ['for an id that leads out', ['person', ...flags({ name: 'X', id: '../x' })], /cannot be an id/],
    ['for a name that was retired', ['note', ...flags({ ...note, id: 'old-note' })], /note-reused/],
    [
      'for words that are not there',
      ['note', ...flags({ ...note, id: 'lilies', quote: 'Lilies' })],
      /note-quote: /,
    ],
    ['for an unknown source', ['note', ...flags({ ...note, source: 'nowhere' })], /note-source-unknown/],
    [
      'for a date that is none',
      ['person', ...flags({ name: 'Y', dates: '1900-13' })],
      /value-invalid: .*`dates`/,
    ],
    ['for a form of no text', ['place', ...flags({ name: 'Z', form: 'Zzyzx' })], /form-unused/],
    ['without what is needed', ['topic', '--title', 'T'], /Still needed: --question, --point, --passage/],
    [
      'for a summary of no source',
      ['topic', ...flags({ ...topic, id: 'f', summary: 'Roses' })],
      /SOURCE: WORDS/,
    ],
    ['for an unknown kind', ['poem'], /`poem` is not one of note, person/],
    ['for an unknown flag', ['note', '--colour', 'red'], /--colour/],
    ['for a flag given twice', ['person', '--name', 'A', '--name', 'B'], /may be given once/],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await make(args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/Nothing was written\.\n$/);
  });

  test('but says how it is used', async () => {
    expect((await make([])).stdout).toContain(newKinds.join(', '));
    expect((await make(['note', '--help'])).stdout).toMatch(/--quote +Words/);
  });
});

describe('what is asked', () => {
  test('is what no flag says, and nothing that does not apply', async () => {
    const asked: string[] = [];
    const said = ['transcriber:2', 'jane-doe', '', 'read', 'Its words.'];
    const answers = await complete(
      fieldsOf('note', 1),
      { source: ['letter-1900'], title: ['A reply'], id: ['reply-two'], kind: ['context'] },
      (question, standard) => {
        asked.push(`${question} [${standard}]`);
        return Promise.resolve(asked.length === 1 ? '' : (said.shift() ?? ''));
      },
    );
    expect(answers).toMatchObject({
      on: ['transcriber:2'],
      about: ['jane-doe'],
      checked: ['read'],
      text: ['Its words.'],
    });
    expect(answers).not.toHaveProperty('quote');
    expect(asked).toHaveLength(6);
    expect(asked[4]).toMatch(/\[standard\]$/);
  });

  test('says where nothing may be answered, and which sources there are', async () => {
    const asked: string[] = [];
    await complete(fieldsOf('note', 1, ['letter-1900', 'post-1901']), {}, (question) => {
      asked.push(question);
      return Promise.resolve(question.startsWith('Another') ? '' : 'x');
    }).catch(() => undefined);
    expect(asked[0]).toBe('Id of the source it is on: letter-1900, post-1901');
    expect(asked.find((question) => question.startsWith('Id of a person'))).toMatch(/, or nothing$/);
    expect(asked.find((question) => question.startsWith('Short title'))).not.toMatch(/nothing/);
  });

  test('is asked again alone where an answer is wrong', () => {
    const answers = { source: ['letter-1900'], at: ['p4'], quote: ['Lilies'], text: ['Flowers.'] };
    const { quote: _, ...others } = answers;
    expect(withoutFaulty(answers, ['note-quote'])).toEqual(others);
    expect(withoutFaulty(answers, ['note-quote', 'note-reused'])).toBeUndefined();
  });

  test.each([
    ['Jane Doe’s', 'jane-does'],
    ['Zoë & Co.', 'zoe-co'],
    ['Сталин', ''],
  ])('an id made of “%s”', (name, id) => {
    expect(idOf(name)).toBe(id);
  });
});
