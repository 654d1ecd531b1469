/** A file of a word processor (WordprocessingML), small enough to be written here. */
import { strToU8, zipSync } from 'fflate';

export interface DocxParts {
  /** What stands in `w:body`. */
  body: string;
  /** What stands in each footnote. */
  footnotes?: string[];
  endnotes?: string[];
  comments?: string[];
  header?: string;
}

const NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
}

export function paragraph(runs: string, style = ''): string {
  return `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;
}

export function makeDocx({
  body,
  footnotes = [],
  endnotes = [],
  comments = [],
  header,
}: DocxParts): Uint8Array {
  const notes = (name: string, one: string, all: string[]) =>
    `${HEAD}<w:${name} ${NAMES}>${all.map((text, i) => `<w:${one} w:id="${String(i + 1)}">${paragraph(run(text))}</w:${one}>`).join('')}</w:${name}>`;
  const parts = [
    ['footnotes', notes('footnotes', 'footnote', footnotes)],
    ['endnotes', notes('endnotes', 'endnote', endnotes)],
    ['comments', notes('comments', 'comment', comments)],
    ...(header === undefined ? [] : [['header', `${HEAD}<w:hdr ${NAMES}>${paragraph(run(header))}</w:hdr>`]]),
  ] as [string, string][];
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/>${parts.map(([name]) => `<Override PartName="/word/${name}.xml" ContentType="${type}.${name}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${relation}/styles" Target="styles.xml"/>${parts.map(([name], i) => `<Relationship Id="r${String(i)}" Type="${relation}/${name}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    'word/styles.xml': `${HEAD}<w:styles ${NAMES}>${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}${style('Quote', 'Quote')}</w:styles>`,
    'word/document.xml': `${HEAD}<w:document ${NAMES}><w:body>${body}</w:body></w:document>`,
  };
  for (const [name, xml] of parts) files[`word/${name}.xml`] = xml;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export const footnote = (n: number): string => `<w:r><w:footnoteReference w:id="${String(n)}"/></w:r>`;
export const endnote = (n: number): string => `<w:r><w:endnoteReference w:id="${String(n)}"/></w:r>`;
export const comment = (n: number): string => `<w:r><w:commentReference w:id="${String(n)}"/></w:r>`;
