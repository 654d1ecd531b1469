/** A build that takes pages as they were from the build before gives what a clean build gives. */
import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { writeSyntheticEdition } from '../../src/cli/bench/synthetic-edition.ts';
import { buildSite } from './build-site.ts';
import { expect, test } from './fixtures.ts';

/** Every file of a site with its hash. */
async function hashesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const hash = createHash('sha256')
          .update(await readFile(file))
          .digest('hex');
        return [relative(folder, file), hash] as const;
      }),
    ),
  );
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  expect(after, file).not.toBe(before);
  await writeFile(file, after);
}

/** The paths that the build said it had not drawn again. */
const keptIn = (said: string) => said.match(/\((?:cached|restored)\)/g)?.length ?? 0;

test('after edits, the pages that are kept are those of a clean build', async () => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(join(tmpdir(), 'kept-'));
  const [root, clean] = [join(folder, 'root'), join(folder, 'clean')];
  const build = (of: string) => buildSite(join(of, 'dist'), { EDITION_ROOT: of, EDITION_BOOKS: 'none' });
  await writeSyntheticEdition(root, { root: '.', count: 3, seed: 5 });
  expect(keptIn(await build(root))).toBe(0);

  const content = join(root, 'content');
  const [first = '', second = ''] = await readdir(join(content, 'sources'));
  // A word of a paragraph, in the witness too.
  const source = join(content, 'sources', first);
  const paragraph = /^(?!#)(\p{L}+)(?= .* \^p7$)/mu;
  const [word = ''] = paragraph.exec(await readFile(join(source, 'text.md'), 'utf8')) ?? [];
  await edit(join(source, 'text.md'), (text) => text.replace(paragraph, 'Changed'));
  await edit(join(source, 'witness.txt'), (text) =>
    text.replace(new RegExp(`^${word}(?= )`, 'm'), 'Changed'),
  );
  const witness = createHash('sha256')
    .update(await readFile(join(source, 'witness.txt')))
    .digest('hex');
  await edit(join(source, 'source.yaml'), (text) => text.replace(/(sha256: )\w+/, `$1${witness}`));
  // Words of a note, and the name by which another source is called.
  await edit(
    join(content, 'notes', second, 'note-1.mdx'),
    (text) => `${text.trimEnd()} More is said here.\n`,
  );
  await edit(join(content, 'sources', second, 'source.yaml'), (text) =>
    text.replace(/^short: /m, '$&Renamed '),
  );
  await promisify(execFile)('npm', ['run', 'anchors', '--', '--root', root], {
    shell: process.platform === 'win32',
  });

  const said = await build(root);
  await cp(content, join(clean, 'content'), { recursive: true });
  expect(keptIn(await build(clean))).toBe(0);
  const [again, whole] = await Promise.all([hashesIn(join(root, 'dist')), hashesIn(join(clean, 'dist'))]);
  expect([...again].filter(([file, hash]) => whole.get(file) !== hash)).toEqual([]);
  expect([...whole.keys()].filter((file) => !again.has(file))).toEqual([]);
  // The third source and most of the names were not touched.
  expect(keptIn(said)).toBeGreaterThan(whole.size / 4);

  // What stands around every text is on every page.
  await edit(join(content, 'edition.yaml'), (text) => text.replace(/^title: .*/m, 'title: Another title'));
  expect(keptIn(await build(root))).toBe(0);
  await rm(folder, { recursive: true });
});
