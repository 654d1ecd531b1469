import { expect, test } from 'vitest';
import { reportAddress } from '../../src/edition/report.ts';
import { editionSchema } from '../../src/schemas/edition.ts';

const report = { address: 'https://e.org/sources/a/#p1', release: '2026.1', words: 'Fish & “chips” + peas' };

test('a form gets the address, the release and the words where it asks for them', () => {
  const address = reportAddress('https://e.org/new?title={address}&body={words}#{release}', report);
  const { searchParams, hash } = new URL(address);
  expect(searchParams.get('title')).toBe(report.address);
  expect(searchParams.get('body')).toBe(report.words);
  expect(hash).toBe('#2026.1');
});

test('a mail names the place, the release and the words', () => {
  const { protocol, pathname, search } = new URL(reportAddress('errors@e.org', report));
  expect([protocol, pathname]).toEqual(['mailto:', 'errors@e.org']);
  expect(search).not.toContain('+');
  const asked = new URLSearchParams(search);
  expect(asked.get('subject')).toBe('Error in https://e.org/sources/a/#p1');
  expect(asked.get('body')).toContain('Release: 2026.1');
  expect(asked.get('body')).toContain(report.words);
});

test('long words are cut between two words', () => {
  const address = reportAddress('https://e.org/?w={words}&a={address}', {
    ...report,
    words: 'sentence '.repeat(200),
  });
  expect(new URL(address).searchParams.get('w')).toMatch(/^(sentence )+…$/);
  expect(address.length).toBeLessThan(1000);
});

test.each([
  ['errors@example.org', true],
  ['https://example.org/new?in={address}', true],
  ['https://example.org/new', false],
  ['javascript:alert({address})', false],
  ['errors at example.org', false],
])('%s as `report`: %s', (target, isGood) => {
  expect(editionSchema.shape.report.safeParse(target).success).toBe(isGood);
});
