/** HTML, DOCX, Markdown and TEI: each small file must come back with its words, notes and shapes. */
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/edition/markdown.ts';
import { importSource } from '../../../src/import/import-source.ts';
import type { Kind } from '../../../src/import/kinds.ts';
import { comment, endnote, footnote, makeDocx, paragraph, run } from './make-docx.ts';
import { original } from './typeset.ts';

async function imported(content: string | Uint8Array, kind: Kind) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const made = await importSource(bytes, { id: 'a', file: `a.${kind}`, hand: 'author', kind });
  const text = made.files.get('text.md') as string;
  const file = parseMarkdown(text, 'text.md').value;
  expect(made.problems).toEqual([]);
  expect(made.collation?.rows.reduce((sum, { found }) => sum + found, 0)).toBe(made.collation?.whole);
  expect([...made.files.values()]).toContain(bytes);
  return {
    ...made,
    file,
    // Without anchors, as an editor reads it.
    text: text.replace(/ \^[ps]\d+$/gm, '').trim(),
    header: made.files.get('source.yaml') as string,
    apparatus: made.files.get('apparatus.yaml') as string,
    says: made.doubts.map(({ fact }) => fact).join('\n'),
  };
}

const page = (body: string, head = '<title>A page</title>') =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

describe('HTML', () => {
  test('headings, quotations, verse, lists, emphasis', async () => {
    const { text } = await imported(
      page(
        '<h1>On bread</h1><p>It <em>rose</em>, <strong>they</strong> said.</p><blockquote><p>So it did.</p></blockquote><h2>After</h2><p>The wheel is still,<br>The miller gone.</p><ul><li>One<li>Two</ul>',
      ),
      'html',
    );
    expect(text).toBe(
      '## On bread\n\nIt *rose*, **they** said.\n\n> So it did.\n\n## After\n\nThe wheel is still,\\\nThe miller gone.\n\n- One\n\n- Two',
    );
  });

  test.each([
    [
      'links both ways',
      '<a href="#f1" id="c1"><sup>1</sup></a>',
      '<p id="f1"><a href="#c1">1.</a> From the clerk.</p>',
    ],
    [
      'an anchor with a name',
      '<sup><a href="#f1">[1]</a></sup>',
      '<p><a name="f1"></a>[1] From the clerk.</p>',
    ],
    [
      'a list of notes',
      '<sup><a href="#f1" id="c1">1</a></sup>',
      '<ol><li id="f1"><p>From the clerk. <a href="#c1">↩</a></p></li></ol>',
    ],
    ['an anchor between paragraphs', '<a href="#f1">*</a>', '<a name="f1"></a><p>* From the clerk.</p>'],
    [
      'a term and its description',
      '<a href="#f1">[1]</a>',
      '<dl><dt id="f1">1</dt><dd>From the clerk.</dd></dl>',
    ],
    ['no links', '<sup>1</sup>', '<h3>Notes</h3><p>1. From the clerk.</p>'],
    ['no links and nothing raised', '[1]', '<hr><p>[1] From the clerk.</p>'],
  ])('notes with %s', async (_, call, note) => {
    const { text } = await imported(
      page(`<p>It was 1 town${call} in 1901.</p><p>And more.</p>${note}`),
      'html',
    );
    // A mark that is no number has its place on the page as its label.
    const label = call.includes('*') ? 'author:1-1' : 'author:1';
    expect(text).toBe(`It was 1 town[^${label}] in 1901.\n\nAnd more.\n\n[^${label}]: From the clerk.`);
  });

  test('two calls at one place keep their order', async () => {
    const { text } = await imported(
      page(
        '<p>A town<sup><a href="#f1">1</a></sup><sup><a href="#f2">2</a></sup> in 1901.</p><ol><li id="f1">One.</li><li id="f2">Two.</li></ol>',
      ),
      'html',
    );
    expect(text).toContain('A town[^author:1][^author:2] in 1901.');
  });

  test('what is no part of the text is left out with a reason', async () => {
    const { text, says, apparatus } = await imported(
      page(
        '<nav><a href="/">Home</a></nav><script>words()</script><main><p>It rose <span class="pagenum">[Pg 12]</span>here, and all of the town came to see.</p><p><a href="b">Next</a> | <a href="c">Contents</a></p><p hidden>Not seen</p></main><footer>Last changed in May</footer>',
      ),
      'html',
    );
    expect(text).toBe('It rose :pb[12]here, and all of the town came to see.');
    for (const words of ['Home', '[Pg 12]', 'Next | Contents', 'Not seen', 'Last changed in May', 'A page'])
      expect(apparatus).toContain(words);
    expect(says).toContain('<script>');
  });

  test('its encoding and what it says of itself', async () => {
    const html = page(
      '<p>Caf\u00e9 and more.</p>',
      '<meta charset="iso-8859-1"><title>The caf\u00e9</title><meta name="author" content="Jane Doe">',
    );
    const { text, header } = await imported(new Uint8Array(Buffer.from(html, 'latin1')), 'html');
    expect(text).toBe('Café and more.');
    expect(header).toMatch(/text: The café[\s\S]*name: Jane Doe[\s\S]*language: en/);
  });
});

describe('Markdown', () => {
  test('front matter, headings, footnotes, quotations, verse', async () => {
    const { text, header, says } = await imported(
      '---\ntitle: On bread\ndate: 1901-01\n---\n\nOn bread\n========\n\nIt *rose*[^1], the govern-\nment said[^x].\n\n> So it did.\n\n## After\n\nThe wheel is still,  \nThe miller gone.\n\n1. One\n2. Two\n\n[^1]: From the clerk.\n\n    And his father.\n[^x]: Lost.\n[^y]: Not called.\n',
      'markdown',
    );
    expect(text).toBe(
      '## On bread\n\nIt *rose*[^author:1], the government said[^author:x].\n\n> So it did.\n\n## After\n\nThe wheel is still,\\\nThe miller gone.\n\n1. One\n\n2. Two\n\n[^author:1]: From the clerk.\n\n    And his father.\n\n[^author:x]: Lost.\n\n[^author:y]: Not called.',
    );
    expect(header).toMatch(/text: On bread[\s\S]*date: 1901-01[\s\S]*notes-on-the-whole:\n {2}- author:y/);
    expect(says).toMatch(/front matter[\s\S]*“govern-\|ment”[\s\S]*No call of note y/);
  });
});

describe('DOCX', () => {
  test('headings, footnotes, endnotes, emphasis; comments and running heads are left out', async () => {
    const { text, apparatus } = await imported(
      makeDocx({
        body: [
          paragraph(run('On bread'), 'Title'),
          paragraph(run('Before'), 'Heading1'),
          paragraph(
            run('It ') +
              run('rose', '<w:i/>') +
              footnote(1) +
              run(' and fell') +
              endnote(1) +
              comment(1) +
              run('.'),
          ),
          paragraph(run('So it did.'), 'Quote'),
          paragraph(
            '<w:r><w:br w:type="page"/></w:r>' +
              run('The wheel is still,') +
              '<w:r><w:br/></w:r>' +
              run('The miller gone.'),
          ),
        ].join(''),
        footnotes: ['From the clerk.'],
        endnotes: ['Lost since.'],
        comments: ['Is this so?'],
        header: 'ON BREAD',
      }),
      'docx',
    );
    expect(text).toBe(
      '## On bread\n\n## Before\n\nIt *rose*[^author:1] and fell[^author:2].\n\n> So it did.\n\n:pb[2]The wheel is still,\\\nThe miller gone.\n\n[^author:1]: From the clerk.\n\n[^author:2]: Lost since.',
    );
    expect(apparatus).toMatch(/Is this so\?[\s\S]*A comment in the file[\s\S]*ON BREAD/);
  });

  test('a file that is none is refused', async () => {
    await expect(imported('no archive', 'docx')).rejects.toThrow(/This DOCX cannot be read/);
  });
});

const tei = (body: string, back = '') =>
  `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>On bread</title><author>Jane Doe</author></titleStmt></fileDesc></teiHeader><text xml:lang="en"><body>${body}</body>${back}</text></TEI>`;

describe('TEI', () => {
  test('divisions, verse, quotations, lists, pages, emphasis', async () => {
    const { text, header } = await imported(
      tei(
        '<div><head>Before</head><p>It <hi rend="italic">rose</hi> and <pb n="2"/>fell, the govern-<lb break="no"/>\n  ment sa<lb break="no"/>id.</p><quote><p>So it did.</p></quote><lg><l>The wheel is still,</l><l>The miller gone.</l></lg><div><head>After</head><list><item>One</item><item>Two</item></list></div></div>',
      ),
      'tei',
    );
    expect(text).toBe(
      '## Before\n\nIt *rose* and :pb[2]fell, the government said.\n\n> So it did.\n\nThe wheel is still,\\\nThe miller gone.\n\n### After\n\n- One\n\n- Two',
    );
    expect(header).toMatch(/text: On bread[\s\S]*name: Jane Doe[\s\S]*language: en/);
  });

  test('notes in the text and apart from it', async () => {
    const { text } = await imported(
      tei(
        '<p>It rose<note n="1" place="bottom">From the <hi>clerk</hi>.</note> and fell<ref target="#n2">2</ref>.</p><p>More.</p>',
        '<back><div><note xml:id="n2" n="2"><p>Lost.</p><p>For ever.</p></note></div></back>',
      ),
      'tei',
    );
    expect(text).toBe(
      'It rose[^author:1] and fell[^author:2].\n\nMore.\n\n[^author:1]: From the *clerk*.\n\n[^author:2]: Lost.\n\n    For ever.',
    );
  });

  test('corrections of the file become decisions', async () => {
    const { text, apparatus } = await imported(
      tei(
        '<p>A floor, and the <choice><sic>floor</sic><corr>flour</corr></choice> is <choice><orig>deare</orig><reg>dear</reg></choice>.</p><fw>ON BREAD</fw>',
      ),
      'tei',
    );
    expect(text).toBe('A floor, and the floor is deare.');
    expect(apparatus).toMatch(
      /kind: sic\n {4}at: p1\n {4}lemma: floor\n {4}occurrence: 2\n {4}reading: flour/,
    );
    expect(apparatus).toMatch(/reading: dear\n {4}note: Regularised/);
    expect(apparatus).toContain('ON BREAD');
  });

  test('what is not well-formed is refused with its line', async () => {
    await expect(imported('<TEI>\n<text><p>It rose.</text></TEI>', 'tei')).rejects.toThrow(/not well-formed/);
  });
});

/** The texts of the edition as other files would have them. */
describe.each(['strong-1934', 'james-1937-13'])('%s comes back from', (id) => {
  const { parts, notes } = original(id);
  const words = parts.flatMap((part) => (part.heading === undefined ? [part.words] : []));
  const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const build = (
    heading: (text: string) => string,
    one: (text: string) => string,
    call: (n: number) => string,
    plain: (text: string) => string,
  ) =>
    parts
      .map((part) => {
        if (part.heading !== undefined) return heading(plain(part.heading));
        let text = '';
        let from = 0;
        for (const { at, note } of part.calls) {
          text += plain(part.words.slice(from, at)) + call(note);
          from = at;
        }
        return one(text + plain(part.words.slice(from)));
      })
      .join('\n');
  const files: Record<string, () => [string | Uint8Array, Kind]> = {
    HTML: () => [
      page(
        build(
          (text) => `<h2>${text}</h2>`,
          (text) => `<p>${text}</p>`,
          (n) => `<sup><a id="c${String(n)}" href="#n${String(n)}">${String(n)}</a></sup>`,
          escape,
        ) +
          notes
            .map((text, i) => `<p id="n${String(i + 1)}">${String(i + 1)}. ${escape(text)}</p>`)
            .join('\n'),
      ),
      'html',
    ],
    'HTML without links': () => [
      page(
        build(
          (text) => `<h2>${text}</h2>`,
          (text) => `<p>${text}</p>`,
          (n) => `<sup>${String(n)}</sup>`,
          escape,
        ) + `<h2>Notes</h2>${notes.map((text, i) => `<p>${String(i + 1)}. ${escape(text)}</p>`).join('\n')}`,
      ),
      'html',
    ],
    Markdown: () => [
      build(
        (text) => `## ${text}\n`,
        (text) => `${text}\n`,
        (n) => `[^${String(n)}]`,
        (text) => text.replace(/[\\`*_[\]<>&~]/g, '\\$&').replace(/^(\d+)\./, '$1\\.'),
      ) +
        notes
          .map((text, i) => `\n[^${String(i + 1)}]: ${text.replace(/[\\`*_[\]<>&~]/g, '\\$&')}`)
          .join('\n'),
      'markdown',
    ],
    DOCX: () => [
      makeDocx({
        body: build(
          (text) => paragraph(run(text), 'Heading1'),
          (runs) => paragraph(runs),
          footnote,
          (text) => run(text),
        ),
        footnotes: notes,
      }),
      'docx',
    ],
    TEI: () => [
      tei(
        build(
          (text) => `<head>${text}</head>`,
          (text) => `<p>${text}</p>`,
          (n) => `<note n="${String(n)}">${escape(notes[n - 1] ?? '')}</note>`,
          escape,
        ),
      ),
      'tei',
    ],
  };
  test.each(Object.keys(files))('%s', async (name) => {
    const [content, kind] = (files[name] as () => [string | Uint8Array, Kind])();
    const { file } = await imported(content, kind);
    const blocks = file.body.flatMap((part) => (part.type === 'block' ? [part.text] : []));
    expect(blocks.map((text) => text.words)).toEqual(words);
    expect(blocks.flatMap(({ points }) => points.filter(({ type }) => type === 'call'))).toHaveLength(
      notes.length,
    );
    expect(file.notes.map(({ paragraphs }) => paragraphs.map((text) => text.words).join(' '))).toEqual(notes);
  });
});
