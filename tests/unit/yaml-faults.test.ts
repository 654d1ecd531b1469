/** Whoever writes YAML by hand is told what to mend in plain words, and of the first fault alone. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/edition/yaml.ts';

const schema = z.strictObject({
  words: z.string().trim().min(1).optional(),
  number: z.number().optional(),
  flag: z.boolean().optional(),
  list: z.array(z.string()).min(1).optional(),
  keys: z.strictObject({ a: z.string().optional() }).optional(),
  one: z.enum(['bars', 'dots']).optional(),
  kind: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('sic') })]).optional(),
});

const told = (text: string) =>
  readYaml(text, 'a.yaml', schema).problems.map(
    ({ place, fact, action }) => `${String(place.line)}: ${fact} ${action}`,
  );

test.each([
  ['words: Drafted by her: adopted\n', /^1: A value here holds `: `/],
  ['keys:\n  a: x\n   b: y\n', /^2: .*begins too far to the right/],
  ['words: [x\nnumber: 1\n', /^2: A bracket is opened and not closed/],
  ['words: "x\nnumber: 1\n', /^3: A quotation mark is opened and not closed/],
  ['keys:\n\ta: x\n', /^2: This line begins with a tab/],
  ['words: "a" b\n', /words follow after its end/],
  ["words: 'it's'\n", /is written twice/],
  ['words: *stars* here\n', /begins with .* an asterisk/],
  ['words: x\nwords: y\n', /^2: This key stands twice/],
  ['keys:\n   a: x\n  b: y\n', /^3: This line does not begin in the same column/],
  ['words: @home\n', /sign that YAML keeps for itself/],
  ['number: 1\nwords\n', /^2: This line has no key/],
  ['number:1\nwords: x\n', /^1: This line has no key/],
  ['words: "\\q"\n', /holds a backslash/],
  ['words: x\n---\nwords: y\n', /^2: A line `---`/],
  ['words: 1901\n', /Set it in quotation marks/],
  ['words: [x]\n', /Write words after the key/],
  ["words: ''\n", /Write something here/],
  ['number: x\n', /Write a number/],
  ["flag: 'true'\n", /Write `true` or `false`/],
  ['list: x\n', /Write a list/],
  ['list: []\n', /List one at least/],
  ['keys: x\n', /Write keys and values below it/],
  ['one: pie\n', /Write one of `bars`, `dots`\./],
  ['kind: { kind: sick }\n', /Write `sic`\./],
])('%j', (text, expected) => {
  const problems = told(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(expected);
  expect(problems[0]).not.toMatch(/expected|Invalid|implicit|scalar/);
});
