import { parse } from 'parse5';
import { asDate, asLanguage, asWords, type MarkedDocument } from './document.ts';
import { HtmlReader } from './html-reader.ts';
import { attr, contains, elementsIn, isSilent, wordsIn } from './html-tree.ts';
import { MarkedWriter } from './writer.ts';

/**
 * Reads a page: its text nodes in their order, white space collapsed, signs without width left out. What
 * is no part of the text is among the blocks as omitted.
 * @param isAll whether nothing is left out, as where a page has nothing but what seems to be around a text
 * @param isMade whether a program made it of a DOCX: then its links back are no words of the file
 */
export function readHtml(html: string, { isMade = false, isAll = false } = {}): MarkedDocument {
  const document = parse(html, { scriptingEnabled: true });
  const all = elementsIn(document);
  const root = all.find(({ tagName }) => tagName === 'html');
  const body = all.find(({ tagName }) => tagName === 'body' || tagName === 'frameset');
  const title = all.find(({ tagName }) => tagName === 'title');
  const meta = (...names: string[]) => {
    const element = all.find(
      (one) =>
        one.tagName === 'meta' &&
        names.includes((attr(one, 'name') ?? attr(one, 'property') ?? '').toLowerCase()),
    );
    return element && asWords(attr(element, 'content'));
  };
  const writer = new MarkedWriter();
  const inTitle = title && wordsIn(title);
  if (inTitle)
    writer.aside(inTitle, 'The title in the head of the web page; what it says belongs in source.yaml.');
  writer.end();
  if (body) new HtmlReader(writer, body, { isMade, isAll }).read();
  const counts = Map.groupBy(
    all.filter(
      (element) => isSilent(element) && element.tagName !== 'head' && !(body && !contains(body, element)),
    ),
    ({ tagName }) => tagName,
  );
  for (const [name, found] of counts)
    writer.doubt('stray', `Not read as words: ${String(found.length)} × <${name}>.`);
  const blocks = writer.finish();
  const isEmpty = !blocks.some(({ kind }) => kind !== 'omitted' && kind !== 'heading' && kind !== 'note');
  if (isEmpty && !isAll) return readHtml(html, { isMade, isAll: true });
  return {
    blocks,
    titleLevel: 1,
    title: asWords(meta('dc.title', 'citation_title', 'og:title') ?? inTitle),
    author: meta('author', 'dc.creator', 'citation_author'),
    date: asDate(meta('dc.date', 'citation_date', 'citation_publication_date', 'date')),
    language: asLanguage(root && (attr(root, 'lang') ?? attr(root, 'xml:lang'))),
  };
}

/** The encoding that a page or a file of XML names; none if its bytes begin with the mark of another. */
export function htmlEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if ((a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return undefined;
  const start = Array.from(bytes.subarray(0, 2000), (byte) => String.fromCharCode(byte)).join('');
  const said = /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']|<meta[^>]+charset=["']?\s*([\w.:-]+)/i.exec(
    start,
  );
  const name = said?.[1] ?? said?.[2];
  // UTF-8 is found by itself, and files that only say that they are in it are not.
  return name === undefined || /^(?:utf-?8|utf-?16.*)$/i.test(name) ? undefined : name;
}
