/**
 * The layers of `src/`. Each may know only those under it, so that the text model can be tested, exported
 * and searched without Astro, a file system or a browser.
 */
import { describe, expect, test } from 'vitest';
import { importsOf, isBarrel, sourceFiles, type Import } from './imports.ts';

const files = sourceFiles();
const imports = files.flatMap(({ file, text }) => importsOf(file, text));

/** What a layer may import: folders of `src/` beside its own, and packages. */
const layers: Record<string, { folders: string[]; packages: string[]; typesOf?: string[] }> = {
  schemas: { folders: [], packages: ['zod'] },
  // Hashes come from a package of plain JavaScript, since `node:crypto` would tie the model to a server.
  edition: { folders: ['schemas'], packages: ['yaml', '@noble/hashes'], typesOf: ['zod'] },
  // Every address is made in `routes.ts`, so whatever writes one needs it, and it needs next to nothing.
  'routes.ts': { folders: ['edition', 'schemas'], packages: [] },
  exports: {
    folders: ['edition', 'schemas', 'routes.ts'],
    packages: ['citeproc', 'fflate', '@xmldom/xmldom'],
  },
  search: { folders: ['edition', 'schemas', 'routes.ts'], packages: [], typesOf: ['pagefind'] },
  figures: { folders: ['edition', 'schemas', 'routes.ts'], packages: ['d3-scale'] },
  import: {
    folders: ['edition', 'schemas'],
    packages: [
      'yaml',
      'fflate',
      '@xmldom/xmldom',
      'parse5',
      'mammoth',
      'mdast-util-from-markdown',
      'mdast-util-gfm-footnote',
      'micromark-extension-gfm-footnote',
    ],
    typesOf: ['mdast'],
  },
  diagrams: { folders: ['edition', 'schemas', 'routes.ts'], packages: ['elkjs'] },
};

const readers =
  /^src\/(content-files|needed-file|code-digest)\.ts$|^src\/(?:cli|search-index|offline|books|downloads)\//;
const fileSystem = /^(node:)?fs(\/promises)?$/;
const folderOf = (file: string): string => file.split('/')[1] ?? '';
const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
const inFolders = (...folders: string[]): Import[] =>
  imports.filter(({ file }) => folders.includes(folderOf(file)));

/** The imports that break a rule, as an editor's terminal can open them. */
function broken(among: Import[], allowed: (one: Import) => boolean): string[] {
  return among
    .filter((one) => !allowed(one))
    .map((one) => `${one.file}:${one.line} imports ${one.specifier}`);
}

describe.each(Object.entries(layers))('the layer %s', (layer, { folders, packages, typesOf = [] }) => {
  test(`imports only itself, ${[...folders, ...packages].join(', ')}`, () => {
    const allowed = ({ specifier, target, typeOnly }: Import): boolean =>
      target
        ? [layer, ...folders].includes(folderOf(target))
        : packages.includes(packageOf(specifier)) || (typeOnly && typesOf.includes(packageOf(specifier)));
    expect(broken(inFolders(layer), allowed)).toEqual([]);
  });
});

test('only library.ts and content.config.ts import astro:content', () => {
  const allowed = ['src/library.ts', 'src/content.config.ts'];
  const content = imports.filter(({ specifier }) => specifier.startsWith('astro:content'));
  expect(broken(content, ({ file }) => allowed.includes(file))).toEqual([]);
});

test('only the named modules and the commands read files', () => {
  const reading = imports.filter(({ specifier }) => fileSystem.test(specifier));
  expect(broken(reading, ({ file }) => readers.test(file))).toEqual([]);
});

test('components and layouts are given what they show', () => {
  const fetches = ({ specifier, target }: Import): boolean =>
    /^src\/(library|content-files|integration|content\.config)\.ts$|^src\/cli\//.test(target ?? '') ||
    /^(astro:content|node:)/.test(specifier) ||
    fileSystem.test(specifier);
  expect(broken(inFolders('components', 'layouts'), (one) => !fetches(one))).toEqual([]);
});

describe('scripts of the browser', () => {
  const scripts = inFolders('browser');

  test('import types from anywhere, code only from themselves, edition, search and routes.ts', () => {
    const allowed = ({ target, typeOnly, specifier }: Import): boolean =>
      typeOnly ||
      (target !== undefined && ['browser', 'edition', 'search', 'routes.ts'].includes(folderOf(target))) ||
      specifier.startsWith('/pagefind/');
    expect(broken(scripts, allowed)).toEqual([]);
  });

  test('load no package, however indirectly', () => {
    const seen = new Set<string>();
    const loaded = (of: Import[]): Import[] =>
      of
        .filter(({ typeOnly }) => !typeOnly)
        .flatMap((one) => {
          if (!one.target || seen.has(one.target)) return [one];
          seen.add(one.target);
          return [one, ...loaded(imports.filter(({ file }) => file === one.target))];
        });
    expect(
      broken(loaded(scripts), ({ target, specifier }) => !!target || specifier.startsWith('/pagefind/')),
    ).toEqual([]);
  });
});

test('relative imports name the file they mean', () => {
  const relative = imports.filter(({ target }) => target !== undefined);
  expect(broken(relative, ({ target = '' }) => /\.(ts|astro|css|json|svg|woff2)$/.test(target))).toEqual([]);
});

test('no path aliases', () => {
  expect(broken(imports, ({ specifier }) => !/^(~|@\/|#|src\/)/.test(specifier))).toEqual([]);
});

test('no module only passes on what others export', () => {
  expect(files.filter(({ file, text }) => isBarrel(file, text)).map(({ file }) => file)).toEqual([]);
});

describe('the reading of imports', () => {
  const read = (file: string, text: string): [string, boolean, number][] =>
    importsOf(file, text).map(({ specifier, typeOnly, line }) => [specifier, typeOnly, line]);

  test('tells types from code', () => {
    expect(
      read(
        'src/a.ts',
        "import type { A } from './a.ts';\nimport { type B } from './b.ts';\nimport { c, type C } from './c.ts';",
      ),
    ).toEqual([
      ['./a.ts', true, 1],
      ['./b.ts', true, 2],
      ['./c.ts', false, 3],
    ]);
  });

  test('finds re-exports, dynamic imports and imported types', () => {
    expect(
      read(
        'src/a.ts',
        "export { a } from './a.ts';\nawait import('./b.ts');\nlet c: import('./c.ts').C;\nimport './d.ts';",
      ),
    ).toEqual([
      ['./a.ts', false, 1],
      ['./b.ts', false, 2],
      ['./c.ts', true, 3],
      ['./d.ts', false, 4],
    ]);
  });

  test('reads the front matter and the scripts of a component', () => {
    const component =
      "---\nimport A from './A.astro';\n---\n<p>import x from 'no'</p>\n<script>\n  import '../browser/b.ts';\n</script>\n";
    expect(read('src/components/C.astro', component)).toEqual([
      ['./A.astro', false, 2],
      ['../browser/b.ts', false, 6],
    ]);
  });
});
