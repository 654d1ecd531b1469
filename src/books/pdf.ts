/** PDF of a source, a topic and the whole edition. */
import type { Edition, Source, Topic } from '../edition/model.ts';
import { allFormats } from '../exports/citation/record.ts';
import { makeFormatter, type Formatter } from '../exports/citation/format.ts';
import type { RawFile } from '../edition/raw.ts';
import { editionBook } from '../exports/pdf/edition.ts';
import { handout } from '../exports/pdf/topic.ts';
import { sourceBook, type Making } from '../exports/pdf/source.ts';
import { citationStyles } from '../citation-styles.ts';
import { typeset } from './typst.ts';

let formatter: Promise<Formatter> | undefined;

async function making({ header }: Edition, site: URL): Promise<Making> {
  formatter ??= citationStyles().then(makeFormatter);
  const format = await formatter;
  return {
    site,
    citation: (source: Source) =>
      allFormats(source, { edition: header, site, format }, { kind: 'source' }, '')['chicago-bibliography'],
  };
}

/** A reading copy of one source. */
export async function sourcePdf(
  edition: Edition,
  source: Source,
  site: URL,
): Promise<Uint8Array<ArrayBuffer>> {
  const { pdf } = await typeset(
    ['base', 'book', 'parts', 'source'],
    sourceBook(edition, source, await making(edition, site)),
  );
  return pdf();
}

/**
 * The whole edition as one book.
 * @param context `content/pages/context.mdx`, whose words are not in the edition's model.
 */
export async function editionPdf(
  edition: Edition,
  site: URL,
  context?: RawFile,
): Promise<Uint8Array<ArrayBuffer>> {
  const data = editionBook(edition, await making(edition, site), context);
  return (await typeset(['base', 'book', 'parts', 'edition'], data)).pdf();
}

/** Sizes of type in points, the best first. */
const READABLE = [10.5, 10, 9.5, 9];
const SMALL = [8.5, 8, 7.5, 7];

/** Ways to fit a topic on a sheet, the best first; a row is broken across its sides only where it must be. */
const FITS = [
  { pages: 1, size: 10.5, breakable: false },
  { pages: 1, size: 10, breakable: false },
  { pages: 1, size: 9.5, breakable: false },
  ...[READABLE, SMALL].flatMap((sizes) =>
    [false, true].flatMap((breakable) => sizes.map((size) => ({ pages: 2, size, breakable }))),
  ),
];

/**
 * A topic on one sheet of A4, at most two pages, in the largest type that leaves nothing out.
 * @throws Error where it does not fit in the smallest.
 */
export async function topicPdf(edition: Edition, topic: Topic, site: URL): Promise<Uint8Array<ArrayBuffer>> {
  const data = handout(edition, topic, await making(edition, site));
  for (const { pages, ...fit } of FITS) {
    const sheet = await typeset(['base', 'handout'], { ...data, ...fit });
    if (sheet.pages <= pages) return sheet.pdf();
  }
  throw new Error(
    `${topic.place.file}: the handout of this topic does not fit on one sheet, even in type of ${String(SMALL.at(-1))} points. Quote fewer words in its rows.`,
  );
}
