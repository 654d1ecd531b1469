/** Files with marks of every kind in any order: no word may be lost, and the check must take what comes of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importSource } from '../../../src/import/import-source.ts';
import type { Kind } from '../../../src/import/kinds.ts';

async function isWhole(content: string, kind: Kind): Promise<void> {
  const bytes = new TextEncoder().encode(content);
  const made = await importSource(bytes, { id: 'a', file: 'a', hand: 'author', kind });
  // A page that begins with a call which no link makes one has its mark a word too early or too late.
  expect(made.problems.filter(({ code }) => !code.startsWith('page-break'))).toEqual([]);
  expect(made.collation?.rows.reduce((sum, { found }) => sum + found, 0)).toBe(made.collation?.whole);
}

/** The same files each time, so that a build does not depend on chance; try others when the readers change. */
const runs = { numRuns: 400, seed: 1934 };

const word = fc.oneof(
  fc.stringMatching(/^[ -~“”’–]{1,12}$/),
  fc.constantFrom(
    'The mill',
    'govern-',
    '1',
    '[1]',
    '1.',
    '* y',
    '*',
    'Notes',
    ':pb[3]',
    '^p1',
    '[^1]',
    'a_b_c',
    '\n',
    '¹',
    '(2)',
    '|',
    '# x',
    '---',
  ),
);
const plain = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Elements within elements; `leaf` gives their words. */
function tree(names: string[], empty: string[]): fc.Arbitrary<string> {
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      word.map((text) => ` ${plain(text)}`),
      fc.constantFrom(...empty),
      fc
        .tuple(fc.constantFrom(...names), fc.array(tie('node'), { maxLength: 4 }))
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name.split(' ')[0] ?? ''}>`),
    ),
  }));
  return fc.array(node, { minLength: 1, maxLength: 8 }).map((nodes) => nodes.join(''));
}

test('Markdown', async () => {
  const line = fc.oneof(
    word,
    fc.constantFrom(
      '',
      '',
      '> quoted',
      '- item',
      '2. item',
      '    code',
      '***b** c*',
      '[^1]: A note.',
      '[^x]: Other.',
      'see[^1] and[^x]',
      '<div>',
      '</div>',
      '<b>x</b>',
      '![a](b)',
      '[a](b "c")',
      '```',
      'Title\n===',
      '## Part',
      'x  ',
      'x\\',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 20 }), (lines) =>
      isWhole(['Some words.', '', ...lines].join('\n'), 'markdown'),
    ),
    runs,
  );
});

test('HTML', async () => {
  const body = tree(
    [
      'p',
      'div',
      'h1',
      'h3',
      'blockquote',
      'ul',
      'ol',
      'li',
      'em',
      'b',
      'sup',
      'pre',
      'table',
      'tr',
      'td',
      'nav',
      'main',
      'footer',
      'span class="pagenum"',
      'p class="verse"',
      'p id="n1"',
      'li id="n2"',
      'a href="#n1"',
      'a href="#n2" id="r2"',
      'a href="#r2"',
      'a href="x"',
      'dt id="n3"',
      'dd',
      'script',
    ],
    [
      '<br>',
      '<br><br>',
      '<hr>',
      '<img alt="x">',
      '<a name="n3"></a>',
      '<sup><a href="#n3">3</a></sup>',
      '<!-- c -->',
    ],
  );
  await fc.assert(
    fc.asyncProperty(body, (inner) =>
      isWhole(`<html><title>T</title><body><p>Some words.</p>${inner}</body></html>`, 'html'),
    ),
    runs,
  );
});

test('TEI', async () => {
  const body = tree(
    [
      'p',
      'div',
      'head',
      'quote',
      'lg',
      'l',
      'list',
      'item',
      'hi',
      'hi rend="bold"',
      'note',
      'note n="2"',
      'note xml:id="n1"',
      'ref target="#n1"',
      'choice',
      'sic',
      'corr',
      'fw',
      'del',
      'app',
      'lem',
      'rdg',
      'figure',
      'table',
      'row',
      'cell',
      'sp',
      'speaker',
      'unclear',
    ],
    ['<pb n="3"/>', '<pb n="4"/>', '<pb/>', '<lb/>', '<lb break="no"/>', '<gap/>', '<ptr target="#n1"/>'],
  );
  await fc.assert(
    fc.asyncProperty(body, (inner) =>
      isWhole(
        `<TEI><teiHeader><title>T</title></teiHeader><text><body><p>Some words.</p>${inner}</body></text></TEI>`,
        'tei',
      ),
    ),
    runs,
  );
});
