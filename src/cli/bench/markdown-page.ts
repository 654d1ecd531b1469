/**
 * A source as a page for a generator of sites: Markdown with footnotes for the notes, in which every word
 * is escaped that Markdown would act on. It has no anchors, numbers or readings, which those have no way for.
 */
import { authorsOf, headingOf, noteName, titleOf } from '../../edition/labels.ts';
import type { Note, Source } from '../../edition/model.ts';
import { escapeMarkdown } from '../../exports/md/escape.ts';
import { footnoteOf, markdownOf } from '../../exports/md/inline.ts';
import { definition } from '../../exports/md/notes.ts';
import { inKind } from '../../exports/md/text.ts';
import { notesByHand } from '../../exports/notes-by-hand.ts';

/** @param site for links in the notes of the editor */
export function markdownPage(source: Source, site: URL): string {
  const notes = notesByHand(source).filter(({ on }) => on === undefined);
  // What no word of the text calls is on the whole. A footnote without a call is not printed.
  const onTheWhole = notes.filter(({ at }) => at === undefined).map((note) => `[^${footnoteOf(note)}]`);
  const blocks = [
    `${escapeMarkdown(authorsOf(source))}, ${escapeMarkdown(source.header.date)}.${onTheWhole.join('')}`,
    ...source.divisions.flatMap((division) => [
      ...(division.anchor === ''
        ? []
        : [`${'#'.repeat(division.level)} ${escapeMarkdown(headingOf(division))}`]),
      ...division.paragraphs.map((paragraph) => inKind(paragraph.kind, markdownOf(paragraph, site, false))),
    ]),
    ...notes.map((note) => definition(footnoteOf(note), blocksOf(note, site))),
  ];
  return page(titleOf(source), blocks);
}

/** A page that links to those of all sources. */
export function contentsPage(sources: readonly Source[]): string {
  const items = sources.map((source) => `- [${escapeMarkdown(source.header.short)}](/sources/${source.id}/)`);
  return page('Sources', [items.join('\n')]);
}

/** The words of a note of the editor have its title before them, and the replies to a note come after it. */
function blocksOf(note: Note, site: URL): string[] {
  const [first = '', ...others] = note.paragraphs.map((text) => markdownOf(text, site, false));
  const named = note.hand === 'editor-note' ? `**${escapeMarkdown(noteName(note))}.** ${first}` : first;
  return [named, ...others, ...note.replies.flatMap((reply) => blocksOf(reply, site))];
}

function page(title: string, blocks: readonly string[]): string {
  // A string of JSON is one of YAML too.
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${blocks.join('\n\n')}\n`;
}
