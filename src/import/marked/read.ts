import { readText } from '../decode.ts';
import type { Kind } from '../kinds.ts';
import type { MarkedDocument } from './document.ts';
import { readDocx } from './docx.ts';
import { htmlEncoding, readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readTeiDocument } from './tei.ts';

/** Reads a file with marks. @throws ImportError where it cannot be read */
export async function readMarked(
  bytes: Uint8Array,
  kind: Exclude<Kind, 'text'>,
  file: string,
  encoding?: string,
): Promise<MarkedDocument> {
  if (kind === 'docx') return readDocx(bytes, file);
  const said = encoding ?? (kind === 'markdown' ? undefined : htmlEncoding(bytes));
  const { text, doubts } = readText(bytes, file, said);
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const document =
    kind === 'html' ? readHtml(plain) : kind === 'tei' ? readTeiDocument(plain, file) : readMarkdown(plain);
  const [first] = document.blocks;
  if (first)
    first.doubts = [...doubts.map(({ kind: what, fact }) => ({ kind: what, fact })), ...first.doubts];
  return document;
}
