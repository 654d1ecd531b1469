/** The contents in the form of EPUB 2 (NCX), which EPUB 3 allows and which older devices look for. */
import { escapeAttribute, escapeXml } from '../xml.ts';
import type { Book, TocEntry } from './book.ts';

export const NCX_FILE = 'contents.ncx';

export function ncxDocument({ metadata, toc }: Book): string {
  let order = 0;
  const point = ({ title, href, entries }: TocEntry): string => {
    order += 1;
    const head = `<navPoint id="point-${String(order)}" playOrder="${String(order)}"><navLabel><text>${escapeXml(title)}</text></navLabel><content src="${escapeAttribute(href)}"/>`;
    return `${head}${entries.map(point).join('')}</navPoint>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<head><meta name="dtb:uid" content="${escapeAttribute(metadata.identifier)}"/></head>
<docTitle><text>${escapeXml(metadata.title)}</text></docTitle>
<navMap>
${toc.map(point).join('\n')}
</navMap>
</ncx>
`;
}
