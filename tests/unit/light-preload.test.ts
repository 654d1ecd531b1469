/** The helper in the place of Vite's own. */
import { expect, test, vi } from 'vitest';
import { lightPreload } from '../../src/light-preload.ts';

test('takes the place of one module alone', () => {
  const { load } = lightPreload();
  expect(load('\0vite/preload-helper.js')).toContain('__vitePreload');
  expect(load('\0other')).toBeUndefined();
});

test('asks for every file once, and gives what is loaded', async () => {
  const asked: unknown[] = [];
  vi.stubGlobal('document', {
    createElement: () => ({}),
    head: { append: (link: unknown) => asked.push(link) },
  });
  const code = lightPreload().load('\0vite/preload-helper.js') ?? '';
  const { __vitePreload: preload } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    __vitePreload: (load: () => Promise<string>, files?: string[]) => Promise<string>;
  };
  expect(await preload(() => Promise.resolve('a'), ['_astro/a.js', '_astro/b.js'])).toBe('a');
  expect(await preload(() => Promise.resolve('b'), ['_astro/b.js'])).toBe('b');
  expect(await preload(() => Promise.resolve('c'))).toBe('c');
  expect(asked).toEqual([
    { rel: 'modulepreload', href: '/_astro/a.js' },
    { rel: 'modulepreload', href: '/_astro/b.js' },
  ]);
  vi.unstubAllGlobals();
});
