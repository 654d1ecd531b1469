import { DOMParser, onErrorStopParsing, type Element } from '@xmldom/xmldom';
import { ImportError } from '../decode.ts';
import { asDate, asLanguage, asWords, type MarkedDocument } from './document.ts';
import { TeiReader } from './tei-reader.ts';
import { isIn, named, plain } from './tei-tree.ts';
import { MarkedWriter } from './writer.ts';

/**
 * Reads TEI P5: the text nodes of `text` in their order, with notes after the paragraph of their call. Of
 * `choice`, the reading of the witness is text and the other an entry of the apparatus.
 * @throws ImportError where it is not well-formed or holds no text
 */
export function readTeiDocument(xml: string, file: string): MarkedDocument {
  const root = parse(xml, file).documentElement;
  const texts = root ? named(root, 'text') : [];
  const all =
    texts.length > 0
      ? texts.filter((one) => !texts.some((outer) => outer !== one && isIn(one, outer)))
      : root
        ? named(root, 'body')
        : [];
  if (all.length === 0)
    throw new ImportError(
      file,
      undefined,
      'This file of TEI holds no `text`.',
      'Import the file that has the text.',
    );
  const writer = new MarkedWriter();
  const header = root ? named(root, 'teiHeader') : [];
  for (const one of header)
    writer.aside(plain(one), 'The header of the TEI file; what it says belongs in source.yaml.');
  writer.end();
  const reader = new TeiReader(writer, root as Element);
  for (const text of all) reader.read(text);
  for (const name of ['standOff', 'facsimile', 'sourceDoc'])
    for (const one of root ? named(root, name) : [])
      if (!all.some((text) => isIn(one, text))) {
        writer.end();
        writer.aside(plain(one), `What stands in \`${name}\` of the TEI file.`);
        writer.end();
      }
  const [statement] = header.flatMap((one) => named(one, 'titleStmt'));
  const first = (within: Element | undefined, name: string) => (within ? named(within, name)[0] : undefined);
  const [published] = header
    .flatMap((one) => [...named(one, 'sourceDesc'), ...named(one, 'publicationStmt')])
    .flatMap((one) => named(one, 'date'));
  return {
    blocks: writer.finish(),
    titleLevel: undefined,
    title: asWords(first(statement, 'title')?.textContent),
    author: asWords(first(statement, 'author')?.textContent),
    date: asDate(published?.getAttribute('when') ?? published?.textContent ?? undefined),
    language: asLanguage(all[0]?.getAttribute('xml:lang') || root?.getAttribute('xml:lang') || undefined),
  };
}

function parse(xml: string, file: string) {
  // Entities of HTML are no entities of XML, but stand in many files.
  const known: Record<string, string> = {
    nbsp: '\u00a0',
    mdash: '—',
    ndash: '–',
    hellip: '…',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ccedil: 'ç',
    uuml: 'ü',
    ouml: 'ö',
    auml: 'ä',
    szlig: 'ß',
    copy: '©',
    pound: '£',
    shy: '',
  };
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      xml.replace(/&([a-z]+);/g, (whole, name: string) => known[name] ?? whole),
      'application/xml',
    );
  } catch (error) {
    const line =
      typeof error === 'object' && error !== null && 'locator' in error
        ? (error.locator as { lineNumber?: number }).lineNumber
        : undefined;
    throw new ImportError(
      file,
      line,
      `This is not well-formed XML: ${error instanceof Error ? error.message : ''}`,
      'Mend a copy of the file, or ask whoever made it.',
    );
  }
}
