/** How a witness prints the calls and numbers of its notes, and notes that stand in two places. */
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { collate } from '../../../src/edition/collate.ts';
import { hashBytes } from '../../../src/edition/hash.ts';
import { assembleSource } from '../../../src/edition/source.ts';
import { importText } from '../../../src/import/import-source.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Collates a text with a witness that is described by the keys of `source.yaml`. */
function collated(witness: string, text: string, keys: Record<string, unknown>, original?: Uint8Array) {
  const made = importText(encode('Words.'), { id: 'a', file: 'a.txt', hand: 'author', lines: 'paragraph' });
  const header = parse(made.files.get('source.yaml') as string) as { witnesses: object[]; rights: unknown };
  const bytes = encode(witness);
  header.witnesses = [{ ...header.witnesses[0], lines: 'paragraph', sha256: hashBytes(bytes), ...keys }];
  const source = assembleSource({
    id: 'a',
    folder: 'a',
    header: { file: 'source.yaml', text: stringify(header) },
    text: { file: 'text.md', text },
    apparatus: undefined,
    ledger: undefined,
    witnesses: new Map([
      ['witness.txt', bytes],
      ...(original ? ([['original.html', original]] as const) : []),
    ]),
  });
  const [first] = source.value?.header.witnesses ?? [];
  const proof = source.value && first && collate(source.value, first, bytes, 'a');
  return {
    // The header is a draft, and what is open in it is not looked at here.
    codes: [...source.problems, ...(proof?.problems ?? [])]
      .map(({ code }) => code)
      .filter((code) => code !== 'value-open'),
    rows: proof?.rows,
  };
}

test.each([
  ['a number alone', 'It rose.1', '1 May was dry.', '{n}', '1 1 May was dry.'],
  ['a number that is a word of the note', 'It rose.1', '1 May was dry.', '{n}', '1 May was dry.'],
  ['other marks around it', 'It rose.[1]', 'May was dry.', '[{n}]', '1. May was dry.'],
  ['a raised number at its first word', 'It rose.¹', 'May was dry.', '¹{n}', '¹May was dry.'],
  ['a word before it', 'It rose.[1]', 'May was dry.', '[{n}]', '[Footnote 1: May was dry.'],
])('%s', (_, call, note, calls, printed) => {
  const keys = calls === '¹{n}' ? { 'other-calls': { 'author:1': '¹' } } : { calls };
  const { codes } = collated(`${call}\n${printed}\n`, `It rose.[^author:1] ^p1\n\n[^author:1]: ${note}\n`, {
    ...keys,
    notes: { 'author:1': 2 },
  });
  expect(codes).toEqual([]);
});

test('a note in two places, and one whose call is not printed', () => {
  const { codes } = collated(
    'It rose.\n* From the\nIt fell.*\nclerk.\nLost.\n',
    'It rose.[^author:2] ^p1\n\nIt fell.[^author:1] ^p2\n\n[^author:1]: From the clerk.\n\n[^author:2]: Lost.\n',
    { 'other-calls': { 'author:1': '*', 'author:2': '' }, notes: { 'author:1': [2, 4], 'author:2': 5 } },
  );
  expect(codes).toEqual([]);
});

test('words that a note has lost are found', () => {
  const { codes } = collated(
    'It rose.1\n1 From the clerk.\n',
    'It rose.[^author:1] ^p1\n\n[^author:1]: From clerk.\n',
    { calls: '{n}', notes: { 'author:1': 2 } },
  );
  expect(codes).toContain('collation-differs');
});

test('the file that a witness was taken from must be there and unchanged', () => {
  const original = encode('<p>It rose.');
  const taken = (sha256: string) => ({ 'taken-from': { file: 'original.html', sha256 } });
  const text = 'It rose. ^p1\n';
  expect(collated('It rose.', text, taken(hashBytes(original)), original).codes).toEqual([]);
  expect(collated('It rose.', text, taken(hashBytes(encode('other'))), original).codes).toEqual([
    'witness-changed',
  ]);
  expect(collated('It rose.', text, taken(hashBytes(original))).codes).toEqual(['witness-missing']);
});
