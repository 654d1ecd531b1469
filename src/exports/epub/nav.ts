/** The contents of a book: for its readers a page, for their devices a table of contents, of pages and of landmarks. */
import { OWN_LANGUAGE } from '../../edition/labels.ts';
import { escapeAttribute, escapeXml } from '../xml.ts';
import type { Book, BookPage, TocEntry } from './book.ts';
import { attribute } from './xhtml.ts';

const NAV_FILE = 'contents.xhtml';

export function navPage({ toc, pageList, landmarks }: Book): BookPage {
  const landmarkList = landmarks.map(
    ({ type, title, href }) =>
      `<li><a epub:type="${type}" href="${escapeAttribute(href)}">${escapeXml(title)}</a></li>`,
  );
  const pages = pageList.map(
    ({ label, href }) => `<li><a href="${escapeAttribute(href)}">${escapeXml(label)}</a></li>`,
  );
  const body = `<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents">
<h1 id="contents">Contents</h1>
${entryList(toc)}
</nav>
${pages.length === 0 ? '' : `<nav epub:type="page-list" role="doc-pagelist" id="pages" aria-label="Pages of the witnesses" hidden="hidden"><ol>\n${pages.join('\n')}\n</ol></nav>\n`}<nav epub:type="landmarks" id="landmarks" aria-label="Landmarks" hidden="hidden"><ol>
${landmarkList.join('\n')}
</ol></nav>`;
  return { file: NAV_FILE, title: 'Contents', language: OWN_LANGUAGE, part: 'frontmatter', body };
}

function entryList(entries: readonly TocEntry[]): string {
  return `<ol>\n${entries.map(entryItem).join('\n')}\n</ol>`;
}

function entryItem({ title, href, language, entries }: TocEntry): string {
  const lang = attribute('lang', language) + attribute('xml:lang', language);
  const within = entries.length === 0 ? '' : `\n${entryList(entries)}`;
  return `<li><a${attribute('href', href)}${lang}>${escapeXml(title)}</a>${within}</li>`;
}
