import { expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assignAnchors } from '../../src/edition/anchors.ts';
import { wordsIn } from '../../src/edition/history.ts';
import { checkLedger, retire, successors, updateRecords } from '../../src/edition/ledger.ts';
import { parseMarkdown } from '../../src/edition/markdown.ts';
import type { EditionHeader } from '../../src/schemas/edition.ts';
import type { Ledger } from '../../src/schemas/ledger.ts';
import { random } from '../../src/cli/bench/random.ts';

/** A paragraph in the hands of an editor: its line in the file, and its anchor once it has one. */
interface Draft {
  text: string;
  anchor: string | undefined;
}

const HEADER = { release: '', releases: [] } as unknown as EditionHeader;
const place = { file: 'text.md' };

test.each([
  { source: 'strong-1934', seed: 1 },
  { source: 'james-1937-13', seed: 2 },
])('after 250 random edits of $source every address ever published still holds', async ({ source, seed }) => {
  const raw = (await readContent('.')).sources.find(({ id }) => id === source);
  const blocks = parseMarkdown(raw?.text.text ?? '', 'text.md').value.body;
  let drafts = blocks.flatMap((block): Draft[] =>
    block.type === 'block'
      ? [{ text: block.text.words.replace(/[*_[\]<&~:!^\\`]/g, ''), anchor: block.anchor }]
      : [],
  );
  const next = random(seed);
  const pick = (length: number) => Math.floor(next() * length);

  let records: Ledger['anchors'] = {};
  const releases: string[] = [];
  /** What each release published: address → words. Kept apart from the ledger, to hold it against. */
  const published: { release: string; words: Map<string, string> }[] = [];

  const publish = () => {
    const release = `2026.${String(releases.length + 1)}`;
    releases.push(release);
    const file = drafts
      .map(({ text, anchor }) => text + (anchor === undefined ? '' : ` ^${anchor}`))
      .join('\n\n');
    const { value } = assignAnchors(file, 'text.md', Object.keys(records));
    const { value: parsed, problems } = parseMarkdown(value, 'text.md');
    expect(problems).toEqual([]);
    const addresses = parsed.body.flatMap((block) =>
      block.type === 'block' ? [{ id: block.anchor ?? '', words: block.text.words, place }] : [],
    );
    records = updateRecords(addresses, records, release);
    expect(checkLedger('anchor', addresses, records, { ...HEADER, release }, () => place)).toEqual([]);
    published.push({ release, words: new Map(addresses.map(({ id, words }) => [id, words])) });
    drafts = addresses.map(({ id, words }) => ({ text: words, anchor: id }));
    // What is retired into paragraphs that have no anchor yet is recorded when they have one.
    for (const { anchor, parts } of pending) {
      const record = records[anchor];
      if (record)
        records = {
          ...records,
          [anchor]: retire(record, release, {
            into: parts.map((part) => drafts.find(({ text }) => text === part)?.anchor ?? ''),
          }),
        };
    }
    pending = [];
  };
  let pending: { anchor: string; parts: string[] }[] = [];
  const retireNow = (anchor: string | undefined, to: { into: string[] } | { reason: string }) => {
    const record = records[anchor ?? ''];
    if (anchor !== undefined && record)
      records = { ...records, [anchor]: retire(record, `2026.${String(releases.length + 1)}`, to) };
  };

  const edits = [
    (i: number) => {
      drafts[i] = { text: (drafts[i]?.text ?? '').replace(/\S+/, 'Reworded'), anchor: drafts[i]?.anchor };
    },
    (i: number) =>
      drafts.splice(i, 0, { text: `A paragraph put in, number ${String(next())}.`, anchor: undefined }),
    (i: number) => {
      retireNow(drafts[i]?.anchor, { reason: 'It stood in no witness' });
      drafts.splice(i, 1);
    },
    (i: number) => {
      const [first, second] = drafts.slice(i, i + 2);
      if (!first?.anchor || !second) return;
      retireNow(second.anchor, { into: [first.anchor] });
      drafts.splice(i, 2, { text: `${first.text} ${second.text}`, anchor: first.anchor });
    },
    (i: number) => {
      const draft = drafts[i];
      const words = draft?.text.split(' ') ?? [];
      if (!draft?.anchor || words.length < 4) return;
      const half = words.length >> 1;
      const parts = [
        `${words.slice(0, half).join(' ')} ${String(next())}`,
        `${words.slice(half).join(' ')} ${String(next())}`,
      ];
      pending.push({ anchor: draft.anchor, parts });
      // The old name is given up: both halves get new ones.
      retireNow(draft.anchor, { reason: 'for the moment' });
      drafts.splice(i, 1, ...parts.map((text) => ({ text, anchor: undefined })));
      publish();
    },
    (i: number) => {
      const [draft] = drafts.splice(i, 1);
      if (draft) drafts.splice(pick(drafts.length + 1), 0, draft);
    },
  ];

  publish();
  for (let edit = 0; edit < 250; edit++) {
    edits[pick(edits.length)]?.(pick(drafts.length));
    if (next() < 0.5) publish();
  }
  publish();

  const live = published.at(-1)?.words ?? new Map<string, string>();
  for (const { release, words } of published) {
    for (const [anchor, text] of words) {
      const record = records[anchor];
      expect(record, anchor).toBeDefined();
      if (!record) continue;
      // A link with its release shows the words of that release.
      expect(wordsIn(record, release, releases), `${anchor} in ${release}`).toBe(text);
      // A link without one leads to the words as they are now, or to what became of them.
      if (record.status === 'live') expect(live.get(anchor)).toBe(record.words);
      else {
        expect(live.has(anchor)).toBe(false);
        expect(record.into ?? record.reason, `what became of ${anchor}`).toBeTruthy();
        for (const target of successors(records, anchor))
          expect(live.has(target), `${anchor} → ${target}`).toBe(true);
      }
    }
  }
});
