import { releaseInWords } from '../edition/releases.ts';
import { sourceFormats } from '../exports/formats.ts';
import { wrap } from '../exports/txt/wrap.ts';
import { addressOf, annotationsPath, DATA, HOME, RIGHTS, sourceFilePath, TEI_SCHEMA } from '../routes.ts';
import type { EditionHeader } from '../schemas/edition.ts';

/** What the archive says of itself. */
export function archiveReadme(header: EditionHeader, site: URL | undefined): string {
  const { title, subtitle, licence } = header;
  const address = (path: string) => addressOf(path, site);
  const paragraphs = [
    `${title}: ${subtitle}`,
    `Release ${releaseInWords(header)}. ${address(HOME)}`,
    `A file stands here at the path of its address: ${sourceFilePath('<source>', 'txt').slice(1)} is the file at ${address(sourceFilePath('<source>', 'txt')).replace(/%3C|%3E/g, (code) => decodeURIComponent(code))}. data/index.json lists everything; data/schema/ says what the JSON files hold, ${TEI_SCHEMA.slice(1)} what the TEI files do. ${annotationsPath('<source>').slice(1)} has the notes of a source as Web Annotations. Feeds and Distributed Text Services are on the site alone.`,
    `Each source has up to ${String(sourceFormats.length)} files, by their endings:`,
    ...sourceFormats.map(({ ending, name, goodFor }) => `  ${ending.padEnd(10)}${name}: ${goodFor}`),
    `Each hand has its own rights, and the files with the text of a source state them: the author’s words, the author’s notes, the transcriber’s notes, the editor’s notes. Licence of the edition’s own words: ${licence ?? 'not stated'}. See ${address(RIGHTS)}`,
    `To check the files: sha256sum -c SHA256SUMS. To read more: ${address(DATA)}`,
  ];
  return paragraphs
    .map((words, index) => {
      const isRow = words.startsWith('  ');
      const lines = isRow ? words : wrap(words, 72).join('\n');
      const isFirstRow = isRow && !paragraphs[index - 1]?.startsWith('  ');
      return `${index > 0 && (!isRow || isFirstRow) ? '\n' : ''}${lines}\n`;
    })
    .join('');
}
