/** All pages of one source, as they stand in its own book and in that of the whole edition. */
import { headingOf, numbersOf, READINGS_HEADING, titleOf, OWN_LANGUAGE } from '../../edition/labels.ts';
import type { Edition, Source } from '../../edition/model.ts';
import { anchorPath } from '../../routes.ts';
import { witnessPages } from '../citation/record.ts';
import type { BookPage, Landmark, TocEntry } from './book.ts';
import { beforePage, nameOfSource, titlePage } from './front.ts';
import { editorNotes, HAND_HEADINGS, readingNotes, witnessNotes } from './notes.ts';
import { fileOf, type Places, type TextPart } from './places.ts';
import { textPage } from './text.ts';

interface SourcePages {
  pages: BookPage[];
  toc: TocEntry[];
  landmarks: Landmark[];
  pageList: { label: string; href: string }[];
}

interface Context {
  edition: Edition;
  parts: readonly TextPart[];
  places: Places;
  /** What the text itself is called among the contents, if not by its title. */
  textName?: string;
}

export function sourcePages(
  source: Source,
  { edition, parts, places, textName = titleOf(source) }: Context,
): SourcePages {
  const name = nameOfSource(source);
  const context = { source, places, works: edition.works };
  const own = (file: string, title: string, part: BookPage['part'], body: string): BookPage[] =>
    body === '' ? [] : [{ file, title, language: OWN_LANGUAGE, part, body }];
  const [file] = parts.map((part) => part.file);
  const text = parts.map((part, index): BookPage => {
    const body = textPage(source, parts, index, places);
    return { file: part.file, title: name, language: source.header.language, part: 'bodymatter', body };
  });
  const hands = [...new Set(source.witnessNotes.map(({ hand }) => hand))].map((hand) => HAND_HEADINGS[hand]);
  const notes = [
    ...own(fileOf.witnessNotes(source), hands.join('; '), 'backmatter', witnessNotes(context)),
    ...own(fileOf.editorNotes(source), HAND_HEADINGS['editor-note'], 'backmatter', editorNotes(context)),
    ...own(fileOf.readings(source), READINGS_HEADING, 'backmatter', readingNotes(context)),
  ];
  const entry = ({ file: href, title }: BookPage): TocEntry => ({ title, href, entries: [] });
  const before = own(fileOf.before(source), 'Before you read', 'frontmatter', beforePage(source));
  const title = own(fileOf.title(source), name, 'frontmatter', titlePage(source, edition));
  return {
    pages: [...title, ...before, ...text, ...notes],
    toc: [
      ...before.map(entry),
      {
        title: textName,
        href: `${file ?? ''}#text`,
        ...(textName === titleOf(source) && { language: source.header.language }),
        entries: divisionEntries(source, places),
      },
      ...notes.map(entry),
    ],
    landmarks: [
      ...(file === undefined ? [] : [{ type: 'bodymatter', title: 'Text', href: file }]),
      ...notes.map(({ file: href, title: heading }) => ({ type: 'endnotes', title: heading, href })),
    ],
    pageList: witnessPages(source).map(([, n], index) => ({
      label: n,
      href: index === 0 ? `${file ?? ''}#page-${n}` : places.hrefOf(anchorPath(source.id, `page-${n}`)),
    })),
  };
}

/** The divisions, each with the range of its paragraphs, those of a lower level within those above. */
function divisionEntries(source: Source, places: Places): TocEntry[] {
  const top: TocEntry[] = [];
  const open: { level: number; entries: TocEntry[] }[] = [];
  for (const division of source.divisions.filter(({ anchor }) => anchor !== '')) {
    const range = division.paragraphs.length === 0 ? '' : ` · ¶ ${numbersOf(division.paragraphs)}`;
    const entry: TocEntry = {
      title: `${headingOf(division)}${range}`,
      href: places.hrefOf(anchorPath(source.id, division.anchor)),
      entries: [],
    };
    while ((open.at(-1)?.level ?? 0) >= division.level) open.pop();
    (open.at(-1)?.entries ?? top).push(entry);
    open.push({ level: division.level, entries: entry.entries });
  }
  return top;
}
