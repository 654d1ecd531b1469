/** `EDITION_PREVIEW`, and the recipes that are held against the addresses of the site. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { isPreview } from '../../src/preview.ts';
import { DTS_ENTRY, dtsCollectionPath, dtsDocumentPath, dtsNavigationPath } from '../../src/routes.ts';

afterEach(() => vi.unstubAllEnvs());

test('a build is a preview where it is told so, and nothing else is guessed', () => {
  expect(isPreview()).toBe(false);
  vi.stubEnv('EDITION_PREVIEW', '1');
  expect(isPreview()).toBe(true);
  vi.stubEnv('EDITION_PREVIEW', 'no');
  expect(() => isPreview()).toThrow('EDITION_PREVIEW is “no”.');
});

test('the header rules give every answer of Distributed Text Services its type', () => {
  const rules = [...readFileSync('public/_headers', 'utf8').matchAll(/^(\/\S*)\n {2}Content-Type: (\S+)$/gm)];
  const typeOf = (path: string) =>
    rules
      .filter(([, rule = '']) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule))
      .map(([, , type]) => type);
  for (const path of [
    DTS_ENTRY,
    dtsCollectionPath(),
    dtsCollectionPath(undefined, 'children'),
    dtsCollectionPath('x', 'parents'),
    dtsNavigationPath('x', { down: 1, ref: 'p1' }),
  ])
    expect(typeOf(path), path).toEqual(['application/ld+json']);
  expect(typeOf(dtsDocumentPath('x', { ref: 'p1' }))).toEqual(['application/tei+xml']);
});

test('every workflow is YAML with jobs, whose actions are official and pinned to a version', () => {
  for (const name of ['test', 'pages', 'preview']) {
    const text = readFileSync(`.github/workflows/${name}.yml`, 'utf8');
    expect(Object.keys((parse(text) as { jobs: object }).jobs).length).toBeGreaterThan(0);
    for (const [, action] of text.matchAll(/uses: (\S+)/g))
      expect(action).toMatch(/^(?:actions\/[a-z-]+@v\d+|\.\/\.github\/workflows\/test\.yml)$/);
  }
});
