/**
 * A book as a file: EPUB 3.3 (https://www.w3.org/TR/epub-33/). The same book gives the same bytes.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { escapeAttribute } from '../xml.ts';
import type { Book, BookPage } from './book.ts';
import { metadataElements } from './metadata.ts';
import { navPage } from './nav.ts';
import { NCX_FILE, ncxDocument } from './ncx.ts';
import { stylesheet } from './style.ts';
import { xhtmlDocument } from './xhtml.ts';

/** A time as zips have it: local, without a zone, so that it is written the same in every time zone. */
const timeOfFiles = () => new Date(1980, 0, 1, 12);

interface Item {
  file: string;
  type: string;
  bytes: Uint8Array;
  properties?: string;
}

/** Packs a book: the media type first and not compressed, as the container format asks. */
export function packBook(book: Book): Uint8Array<ArrayBuffer> {
  const pages = [...book.pages];
  const nav = navPage(book);
  // The contents stand after the cover and the title page.
  pages.splice(2, 0, nav);
  const items: Item[] = [
    ...pages.map((page) => ({
      file: page.file,
      type: 'application/xhtml+xml',
      bytes: strToU8(xhtmlDocument(page)),
      ...(page === nav && { properties: 'nav' }),
    })),
    { file: NCX_FILE, type: 'application/x-dtbncx+xml', bytes: strToU8(ncxDocument(book)) },
    { file: 'style.css', type: 'text/css', bytes: strToU8(stylesheet) },
    { file: 'cover.png', type: 'image/png', bytes: book.cover, properties: 'cover-image' },
    { file: 'fonts/alegreya-400.woff2', type: 'font/woff2', bytes: book.fonts.regular },
    { file: 'fonts/alegreya-400-italic.woff2', type: 'font/woff2', bytes: book.fonts.italic },
    { file: 'fonts/OFL.txt', type: 'text/plain', bytes: book.fonts.licence },
  ];
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'EPUB/package.opf': strToU8(packageDocument(book, items, pages)),
  };
  for (const { file, bytes, type } of items)
    files[`EPUB/${file}`] = [bytes, { level: /^(?:image|font)/.test(type) ? 0 : 9 }];
  return zipSync(files, { mtime: timeOfFiles(), level: 9 });
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function packageDocument(book: Book, items: readonly Item[], pages: readonly BookPage[]): string {
  const ids = new Map(items.map(({ file }, index) => [file, `item-${String(index + 1)}`]));
  const idOf = (file: string) => ids.get(file) ?? '';
  const manifest = items.map(({ file, type, properties }) => {
    const more = properties === undefined ? '' : ` properties="${properties}"`;
    return `<item id="${idOf(file)}" href="${escapeAttribute(file)}" media-type="${type}"${more}/>`;
  });
  const spine = pages.map(({ file }) => `<itemref idref="${idOf(file)}"/>`);
  const language = escapeAttribute(book.metadata.languages[0] ?? 'en');
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="address" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadataElements(book.metadata)}
<meta name="cover" content="${idOf('cover.png')}"/>
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine toc="${idOf(NCX_FILE)}">
${spine.join('\n')}
</spine>
</package>
`;
}
