/** An edition that stands under a path of its server. */
import { expect, test } from 'vitest';
import { browserBase, siteAndBase, underBase } from '../../src/base-path.ts';
import { addressOf, pathIn } from '../../src/routes.ts';

const base = '/editions/';
const site = new URL('https://example.org/editions/');

test('the base comes before every path that a page leads to', () => {
  expect(
    underBase(
      '<a class="x" href="/notes/">a</a><form action="/search/"><img alt="a > b" src="/a.png">',
      base,
    ),
  ).toBe(
    '<a class="x" href="/editions/notes/">a</a><form action="/editions/search/"><img alt="a > b" src="/editions/a.png">',
  );
  expect(underBase('<meta http-equiv="refresh" content="0; url=/topics/x/">', base)).toBe(
    '<meta http-equiv="refresh" content="0; url=/editions/topics/x/">',
  );
});

test('what Astro has put it before, other addresses, and words are left', () => {
  for (const html of [
    '<script src="/editions/_astro/a.js"></script>',
    '<a href="https://example.org/notes/">',
    '<a href="//example.org/notes/">',
    '<a href="#p1">',
    '<a href="notes/">',
    '<meta name="description" content="/notes/">',
    '<p>He wrote href="/notes/".</p>',
  ])
    expect(underBase(html, base)).toBe(html);
  expect(underBase('<a href="/notes/">', '/')).toBe('<a href="/notes/">');
});

test('a base that is named as a folder of the edition', () => {
  expect(underBase('<a href="/notes/x/"><link href="/notes/_astro/a.css">', '/notes/')).toBe(
    '<a href="/notes/notes/x/"><link href="/notes/_astro/a.css">',
  );
});

test('full addresses have the base, and give their path back', () => {
  expect(addressOf('/notes/x/#a', site)).toBe('https://example.org/editions/notes/x/#a');
  expect(addressOf('https://other.org/notes/', site)).toBe('https://other.org/notes/');
  expect(addressOf('/notes/', new URL('https://example.org'))).toBe('https://example.org/notes/');
  expect(pathIn('https://example.org/editions/notes/', site)).toBe('/notes/');
  expect(pathIn('/notes/', new URL('https://example.org'))).toBe('/notes/');
});

test('the address of a site says its base, with or without a slash at its end', () => {
  expect(siteAndBase('https://example.org')).toEqual({ site: 'https://example.org', base: '/' });
  for (const address of ['https://example.org/a/b', 'https://example.org/a/b/'])
    expect(siteAndBase(address)).toEqual({ site: 'https://example.org/a/b/', base: '/a/b/' });
});

test('the scripts of the browser are told, the server is not', () => {
  const code = "export const ROOT: string = '';\n";
  const transform = (consumer: 'client' | 'server', text = code, to = base) =>
    browserBase(to).transform.call({ environment: { config: { consumer } } }, text, '/x/src/routes.ts');
  expect(transform('client')?.code).toContain('"/editions"');
  expect(transform('server')).toBeUndefined();
  expect(transform('client', code, '/')).toBeUndefined();
  expect(() => transform('client', '')).toThrow('has no line');
});
