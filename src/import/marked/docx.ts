import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { ImportError } from '../decode.ts';
import { asWords, newBlock, type MarkedDocument } from './document.ts';
import { readHtml } from './html.ts';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  ...[1, 2, 3, 4, 5].map((n) => `p[style-name='Heading ${String(n)}'] => h${String(n + 1)}:fresh`),
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Verse'] => div.verse > p:fresh",
  "p[style-name='Poem'] => div.verse > p:fresh",
  "br[type='page'] => br.pagebreak",
  'comment-reference => sup.comment-call',
];

/**
 * Reads a DOCX: the HTML that mammoth makes of it, then as a page. Headers and footers, and whatever words
 * of the file mammoth passes over, are among the blocks as omitted.
 * @throws ImportError where it cannot be read
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<MarkedDocument> {
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: STYLES,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    const document = readHtml(value, { isMade: true });
    const parts = unzipSync(bytes, { filter: ({ name }) => /^(?:word|docProps)\/[^/]+\.xml$/.test(name) });
    addMissing(document, parts);
    const said = new Set(messages.map(({ message }) => message));
    document.blocks[0]?.doubts.push(
      ...[...said].map((fact) => ({ kind: 'mark' as const, fact: `${fact}.` })),
    );
    const core = parts['docProps/core.xml'] ? strFromU8(parts['docProps/core.xml']) : '';
    const property = (name: string) =>
      asWords(wordsOf(new RegExp(`<${name}\\b[^>]*>([^<]*)<`).exec(core)?.[1] ?? ''));
    return {
      ...document,
      title: property('dc:title'),
      author: property('dc:creator'),
      date: undefined,
    };
  } catch (error) {
    throw new ImportError(
      file,
      undefined,
      `This DOCX cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      'Open it in a word processor, save it anew as DOCX and import that.',
    );
  }
}

/** Headers and footers, and words of the file that were read nowhere. */
function addMissing({ blocks }: MarkedDocument, parts: Record<string, Uint8Array>): void {
  const names = Object.keys(parts).sort();
  const inMargins = new Set(
    names
      .filter((name) => /\/(?:header|footer)\d*\.xml$/.test(name))
      .flatMap((name) => paragraphsOf(strFromU8(parts[name] as Uint8Array))),
  );
  for (const words of inMargins)
    blocks.push(newBlock('omitted', { words, why: 'A running head or foot of the file.' }));
  const read = new Map<string, number>();
  for (const word of blocks.flatMap(({ words }) => lettersOf(words)))
    read.set(word, (read.get(word) ?? 0) + 1);
  const texts = names.filter((name) => /\/(?:document|footnotes|endnotes|comments)\.xml$/.test(name));
  for (const paragraph of texts.flatMap((name) => paragraphsOf(strFromU8(parts[name] as Uint8Array)))) {
    const own = lettersOf(paragraph);
    const missing = own.filter((word) => {
      const left = read.get(word) ?? 0;
      read.set(word, left - 1);
      return left <= 0;
    });
    if (missing.length > own.length / 2)
      blocks.push(
        newBlock('omitted', { words: paragraph, why: 'Words of the file whose place was not found.' }),
      );
  }
}

/** The words of each paragraph of a part of the file. */
function paragraphsOf(xml: string): string[] {
  return xml.split(/<\/w:p>/).flatMap((paragraph) => {
    const words = [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr)\b/g)]
      .map(([, text]) => (text === undefined ? ' ' : wordsOf(text)))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    return words === '' ? [] : [words];
  });
}

function wordsOf(xml: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return xml.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) =>
      name !== undefined
        ? (names[name] ?? whole)
        : String.fromCodePoint(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)),
  );
}

function lettersOf(words: string): string[] {
  return words.match(/[\p{L}\p{N}]+/gu) ?? [];
}
