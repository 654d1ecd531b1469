import { describe, expect, test } from 'vitest';
import { assignAnchors } from '../../src/edition/anchors.ts';
import { describeRetired, retire, updateRecords } from '../../src/edition/ledger.ts';

describe('new anchors', () => {
  test('number the paragraphs of a text through all its sections', () => {
    const { value, added } = assignAnchors('## I\n\nOne.\n\nTwo.\n\n## II\n\nThree.\n', 'text.md');
    expect(value).toBe('## I ^s1\n\nOne. ^p1\n\nTwo. ^p2\n\n## II ^s2\n\nThree. ^p3\n');
    expect(added).toEqual(['s1', 'p1', 'p2', 's2', 'p3']);
  });

  test('leave those that are there, and name what stands between two of them by the earlier one', () => {
    const { value } = assignAnchors('One. ^p12\n\nNew.\n\nNewer.\n\nTwo. ^p13\n\nLast.\n', 'text.md');
    expect(value).toBe('One. ^p12\n\nNew. ^p12a\n\nNewer. ^p12b\n\nTwo. ^p13\n\nLast. ^p14\n');
  });

  test('are never names that were used before', () => {
    expect(assignAnchors('One. ^p1\n\nNew.\n', 'text.md', ['p1', 'p2', 'p3']).added).toEqual(['p4']);
    expect(assignAnchors('One. ^p1\n\nNew.\n\nTwo. ^p2\n', 'text.md', ['p1a']).added).toEqual(['p1b']);
  });
});

describe('the ledger', () => {
  const place = { file: 'text.md' };
  const first = updateRecords([{ id: 'p1', words: 'One', place }], {}, '2026.1');

  test('records an address with the release that first published it', () => {
    expect(first['p1']).toMatchObject({ status: 'live', first: '2026.1', changed: '2026.1', words: 'One' });
  });

  test('keeps the words that an earlier release published', () => {
    const next = updateRecords([{ id: 'p1', words: 'Won', place }], first, '2026.2');
    expect(next['p1']).toMatchObject({
      first: '2026.1',
      changed: '2026.2',
      words: 'Won',
      former: [{ since: '2026.1', words: 'One' }],
    });
  });

  test('has one entry for words that change twice before they are published', () => {
    const next = updateRecords([{ id: 'p1', words: 'Won', place }], first, '2026.1');
    expect(next['p1']).not.toHaveProperty('former');
  });

  test('keeps the words of a retired address and says what became of it', () => {
    const record = first['p1'];
    if (!record) throw new Error('no record');
    expect(retire(record, '2026.2', { into: ['p2'] })).toMatchObject({
      status: 'merged-into',
      words: 'One',
      retired: '2026.2',
    });
    expect(describeRetired(retire(record, '2026.2', { into: ['p2', 'p3'] }))).toBe(
      'it was split into p2 and p3.',
    );
    expect(describeRetired(retire(record, '2026.2', { reason: 'Not by the author.' }))).toBe(
      'it was withdrawn: Not by the author.',
    );
  });
});
