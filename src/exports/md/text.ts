import { headingOf } from '../../edition/labels.ts';
import type { Division, Frame, Paragraph, ParagraphKind, Source } from '../../edition/model.ts';
import { addressOf, anchorPath } from '../../routes.ts';
import { factsOf } from '../source-facts.ts';
import { escapeMarkdown } from './escape.ts';
import { frontMatter } from './front-matter.ts';
import { footnoteOf, markdownOf } from './inline.ts';
import { footnotes, labelsOf } from './notes.ts';

interface Context {
  edition: Frame;
  site: URL | undefined;
  /** As a bibliography prints the source. */
  citation: string;
}

/**
 * A source as Markdown: CommonMark with footnotes, as GitHub, Obsidian and Pandoc read them. Anchors are
 * `<a id="p12"></a>`: GitHub makes them addresses, Pandoc keeps them in HTML, and where a program knows
 * nothing of them nothing shows. Block ids of Obsidian (` ^p12`) would stand among the words on GitHub and
 * in what Pandoc makes. The number before a paragraph is a link, so no program takes it for the text.
 */
export function sourceMarkdown(source: Source, context: Context): string {
  const facts = factsOf(source, context);
  const { divisions, witnessNotes, header } = source;
  const onTheWhole = witnessNotes
    .filter(({ label }) => header['notes-on-the-whole'].includes(label))
    .map((note) => `[^${footnoteOf(note)}]`)
    .join('');
  const labels = labelsOf(source);
  const blocks = [
    frontMatter(source, facts),
    `# ${escapeMarkdown(facts.title)}`,
    `by ${escapeMarkdown(facts.byLine)}, ${escapeMarkdown(facts.date)}. ${escapeMarkdown(facts.container)}.${onTheWhole}`,
    `What stands in \\[brackets\\] in titles, by-lines and headings is supplied by the edition. The number before a paragraph links to its permanent address.${labels ? ` The labels of the footnotes tell whose they are: ${labels}.` : ''}`,
    '---',
    ...divisions.flatMap((division) => [
      ...(division.anchor === '' ? [] : [heading(division)]),
      ...division.paragraphs.map((paragraph) => block(paragraph, source, context)),
    ]),
    ...footnotes(source, context),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function heading(division: Division): string {
  return `${'#'.repeat(division.level)} <a id="${division.anchor}"></a>${escapeMarkdown(headingOf(division))}`;
}

function block(paragraph: Paragraph, source: Source, { site }: Context): string {
  const { anchor, number, kind } = paragraph;
  const address = addressOf(anchorPath(source.id, anchor), site);
  return inKind(kind, `<a id="${anchor}"></a>[¶ ${number}](${address}) ${markdownOf(paragraph, site)}`);
}

/** A paragraph as the block that its kind is. */
export function inKind(kind: ParagraphKind, text: string): string {
  const lines = text.split('\n');
  if (kind === 'quotation' || kind === 'verse') return lines.map((line) => `> ${line}`).join('\n');
  if (kind === 'item') return `- ${lines.join('\n  ')}`;
  return text;
}
