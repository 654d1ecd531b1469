import { ImportError } from './decode.ts';

/** What kinds of file are read. */
export const KINDS = ['text', 'markdown', 'html', 'docx', 'tei'] as const;
export type Kind = (typeof KINDS)[number];

const EXTENSIONS: Record<string, Kind> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  docx: 'docx',
  docm: 'docx',
};

/** What else people have, with what to do about it. */
const OTHERS: [pattern: RegExp, name: string, action: string][] = [
  [/^%PDF/, 'a PDF', 'Take its text out first: `pdftotext file.pdf file.txt`, and import the result.'],
  [/^\{\\rtf/, 'a file of Rich Text Format', 'Save it as DOCX in a word processor, and import that.'],
  [/^\xd0\xcf\x11\xe0/, 'an old file of Word', 'Save it as DOCX in a word processor, and import that.'],
  [/^PK\x03\x04/, 'an archive and no DOCX', 'Save its text as DOCX, HTML or plain text, and import that.'],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*)/,
    'an image',
    'It must be read by OCR first; import the text.',
  ],
];

/** Tells the kind of a file by what it begins with, then by its name. @throws ImportError where none is read */
export function kindOf(bytes: Uint8Array, file: string): Kind {
  const start = Array.from(bytes.subarray(0, 3000), (byte) => String.fromCharCode(byte)).join('');
  const plain = start.replace(/\0/g, '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const isWord = start.startsWith('PK') && (EXTENSIONS[extension] === 'docx' || hasWordFolder(bytes));
  if (isWord) return 'docx';
  const other = OTHERS.find(([pattern]) => pattern.test(plain) || pattern.test(start));
  if (other) throw new ImportError(file, undefined, `This is ${other[1]}, which is not read.`, other[2]);
  const root =
    /^\s*(?:<\?xml[^>]*>)?(?:\s*<!--[\s\S]*?-->|\s*<\?[\s\S]*?\?>)*\s*(?:<!doctype\s+([\w:]+)[^>[]*(?:\[[\s\S]*?\])?[^>]*>)?(?:\s*<!--[\s\S]*?-->|\s*<\?[\s\S]*?\?>)*\s*(?:<([\w:]+))?/i.exec(
      plain,
    );
  const name = (root?.[2] ?? root?.[1] ?? '').replace(/^.*:/, '');
  if (/^html$/i.test(root?.[1] ?? '') || /^(?:html|head|body)$/i.test(name)) return 'html';
  if (/^(?:TEI|teiCorpus|TEI\.2|text|body)$/.test(name) || (extension === 'xml' && /<TEI[\s>.]/.test(plain)))
    return 'tei';
  if (extension === 'docx' || extension === 'docm')
    throw new ImportError(
      file,
      undefined,
      'This is no DOCX, whatever its name says.',
      'Save it anew in a word processor.',
    );
  if (extension === 'xml' || /^\s*<\?xml/.test(plain))
    throw new ImportError(
      file,
      undefined,
      `This is XML with the element \`${name === '' ? '?' : name}\`, and of XML only TEI and XHTML are read.`,
      'Convert it to TEI or HTML first, or save its text as plain text.',
    );
  return EXTENSIONS[extension] ?? 'text';
}

/** The names of files stand in an archive as they are. */
function hasWordFolder(bytes: Uint8Array): boolean {
  const end = Array.from(bytes.subarray(-20_000), (byte) => String.fromCharCode(byte)).join('');
  return end.includes('word/document.xml');
}

/** The extension under which a file is kept beside the witness that was taken out of it. */
export function extensionOf(kind: Kind, file: string): string {
  // `.md` in the folder of a source is no file of a witness.
  if (kind === 'markdown') return 'markdown';
  if (kind === 'text') return 'txt';
  return kind === 'tei' ? 'xml' : (/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? kind);
}
