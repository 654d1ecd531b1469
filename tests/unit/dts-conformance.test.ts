/** Distributed Text Services held against the tables and the context of its specification. */
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { editionIn, filesOf } from './dts-files.ts';
import { collectionSchema, entrySchema, navigationSchema } from './dts-schemas.ts';

const files = filesOf(await editionIn('.'));
const specimen = filesOf(await editionIn('tests/fixtures/edition'));

const ajv = new Ajv2020({ allErrors: true, strictTuples: false, strictTypes: false });
const schemas = {
  EntryPoint: ajv.compile(entrySchema),
  Collection: ajv.compile(collectionSchema),
  Resource: ajv.compile(collectionSchema),
  Navigation: ajv.compile(navigationSchema),
};

test.each([
  ['this edition', files],
  ['the specimen', specimen],
])('its tables hold for every answer of %s', (_, made) => {
  for (const [address, answer] of made) {
    const valid = schemas[answer['@type'] as keyof typeof schemas];
    valid(answer);
    expect(valid.errors ?? [], address).toEqual([]);
  }
});

test('its context knows every property, and ids become the addresses of the sources', async () => {
  const local = JSON.parse(readFileSync('tests/fixtures/dts/context-v1.0.json', 'utf8')) as jsonld.NodeObject;
  const documentLoader = (url: string) => {
    if (url !== 'https://dtsapi.org/context/v1.0.json') throw new Error(`${url} is not wanted.`);
    return Promise.resolve({ documentUrl: url, document: local });
  };
  const expand = async (answer: object) =>
    JSON.stringify(await jsonld.expand(answer, { documentLoader, base: 'urn:dropped:' }));
  for (const [address, answer] of files) {
    if (/\/p\d+\.json$/.test(address) && !address.endsWith('/p12.json')) continue;
    const expanded = await expand(answer);
    expect(expanded, address).not.toContain('urn:dropped:');
    // What has no value, and `dublinCore`, which stands for its properties, are not kept by any context.
    const kept = (
      JSON.stringify({ ...answer, '@context': undefined }, withoutNull).match(/"[\w@-]+":/g) ?? []
    ).filter((key) => key !== '"dublinCore":');
    for (const key of new Set(kept)) {
      const name = key.slice(1, -2);
      const term = { value: '@value', lang: '@language' }[name] ?? (name.startsWith('@') ? name : `/${name}`);
      const vocabulary = term.startsWith('@')
        ? `"${term}"`
        : new RegExp(`(v1\\.0#|purl\\.org/dc/terms/)${name}"`);
      expect(expanded, `${address}: ${name}`).toMatch(vocabulary);
    }
  }
  expect(await expand(files.get('http://localhost:4321/dts/collection.json') ?? {})).toContain(
    '"http://localhost:4321/sources/strong-1934"',
  );
});

function withoutNull(_: string, value: unknown): unknown {
  return value === null ? undefined : value;
}
