/** The text of a source as pages of a book: its divisions, its paragraphs with their numbers. */
import { authorsOf, headingOf, titleOf, OWN_LANGUAGE } from '../../edition/labels.ts';
import { describeRetired, successors } from '../../edition/ledger.ts';
import type { Division, Paragraph, Source } from '../../edition/model.ts';
import { escapeAttribute, escapeXml } from '../xml.ts';
import type { Places, TextPart } from './places.ts';
import { pageBreak, textToXhtml } from './xhtml.ts';

/** One file of a text, of all its files the one at `index`. */
export function textPage(source: Source, parts: readonly TextPart[], index: number, places: Places): string {
  const isFirst = index === 0;
  const head = isFirst
    ? `<h1 id="text" class="text-title">${escapeXml(titleOf(source))}</h1>\n<p class="text-author">${escapeXml(authorsOf(source))}</p>\n`
    : '';
  const name = isFirst
    ? 'aria-labelledby="text"'
    : `aria-label="${escapeAttribute(`${titleOf(source)}, continued`)}"`;
  const divisions = (parts[index]?.divisions ?? []).map(({ division, paragraphs, continues }) => {
    const heading = continues ? '' : divisionHeading(division);
    const label = heading === '' ? '' : ` aria-labelledby="${division.anchor}"`;
    return `<section class="division"${label}>
${heading}${paragraphs.map((paragraph) => paragraphBlock(source, paragraph, places)).join('\n')}
</section>`;
  });
  return `<section class="text" epub:type="chapter" role="doc-chapter" ${name}>
${head}${divisions.join('\n')}${index === parts.length - 1 ? retiredLines(source) : ''}
</section>`;
}

function divisionHeading(division: Division): string {
  if (division.anchor === '') return '';
  const level = String(Math.min(division.level, 6));
  return `<h${level} id="${division.anchor}" class="heading">${escapeXml(headingOf(division))}</h${level}>\n`;
}

function paragraphBlock(source: Source, paragraph: Paragraph, places: Places): string {
  const { anchor, number, kind } = paragraph;
  const isFirst = paragraph === source.paragraphs[0];
  const firstPage =
    isFirst && hasPages(source) ? pageBreak('1').replace('page-break', 'page-break first') : '';
  const inner = `<span class="number">${escapeXml(number)} </span>${firstPage}${textToXhtml(paragraph, source.id, places)}`;
  const block =
    kind === 'quotation'
      ? `<blockquote class="paragraph quotation" id="${anchor}"><p>${inner}</p></blockquote>`
      : `<p class="paragraph${kind === 'prose' ? '' : ` ${kind}`}" id="${anchor}">${inner}</p>`;
  return block + retiredLines(source, anchor);
}

/** Whether the witness has pages that are recorded. */
export function hasPages(source: Source): boolean {
  return Object.keys(source.header.witnesses[0]?.pages ?? {}).length > 0;
}

/** Anchors that no longer mark a paragraph, after what took their place; without `after`, those whose words were withdrawn. */
function retiredLines(source: Source, after?: string): string {
  return source.retired
    .filter(({ anchor }) => successors(source.ledger.anchors, anchor)[0] === after)
    .map(({ anchor, record }) => {
      const name = anchor.startsWith('p') ? `¶ ${anchor.slice(1)}` : `Division ${anchor.slice(1)}`;
      const fate = describeRetired(record).replaceAll(/\bp(\d+[a-z]*)/g, '¶ $1');
      const said = `[${name} is no longer a paragraph of its own: ${fate} (Release ${record.retired ?? ''}.)]`;
      return `\n<p class="retired" id="${anchor}" lang="${OWN_LANGUAGE}" xml:lang="${OWN_LANGUAGE}">${escapeXml(said)}</p>`;
    })
    .join('');
}
