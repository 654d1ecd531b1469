/** What the quick engine leaves out changes nothing: every pattern against one made directly. */
import { describe, expect, test } from 'vitest';
import { citationStyles } from '../../src/citation-styles.ts';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { Edition } from '../../src/edition/model.ts';
import { makeFormatter } from '../../src/exports/citation/format.ts';
import { sourceCitations } from '../../src/exports/citation/record.ts';
import { makeDirectEngine } from './citation-direct.ts';
import { variedSources } from './varied-sources.ts';

const { edition } = assemble(await readContent('.')) as { edition: Edition };
const styles = await citationStyles();
const site = new URL('http://localhost:4321');
const direct = makeFormatter(styles, makeDirectEngine);
const own = edition.sources;
const headers = [
  ['with nobody named', edition.header],
  ['with an editor and a publisher', { ...edition.header, editor: 'Mary Editor', publisher: 'Some Press' }],
] as const;

describe.each(headers)('an edition %s', (_, header) => {
  const sources = [
    ...own,
    ...variedSources(own[0] as (typeof own)[number], 100, header.editor ? 1937 : 1934),
  ];
  const directly = sources.map((source) =>
    sourceCitations(source, { edition: header, site, format: direct }),
  );

  test.each([
    ['in order', sources.map((_source, index) => index)],
    ['the other way round', sources.map((_source, index) => sources.length - 1 - index)],
  ])(
    'has the same citations as when each is made directly, %s',
    (_order, order) => {
      const format = makeFormatter(styles);
      for (const index of order) {
        const source = sources[index] as (typeof sources)[number];
        expect(sourceCitations(source, { edition: header, site, format })).toEqual(directly[index]);
      }
    },
    60_000,
  );
});
