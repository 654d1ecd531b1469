/** The topics as pages of a book: what stands side by side on a screen stands here one after the other, each under its hand. */
import { authorsOf, numbersOf, titleOf } from '../../edition/labels.ts';
import type { Edition, Source, Topic, TopicRow } from '../../edition/model.ts';
import type { Passage } from '../../edition/passages.ts';
import { withheldSources } from '../../edition/rights.ts';
import { textOfExcerpt } from '../../edition/text-of-excerpt.ts';
import { anchorPath, sourcePath, topicPath } from '../../routes.ts';
import { escapeXml } from '../xml.ts';
import { references } from './notes.ts';
import type { Places } from './places.ts';
import { attribute, linkTo, textToXhtml } from './xhtml.ts';

export function topicFile(topic: Topic): string {
  return `topic-${topic.id}.xhtml`;
}

/** The list of all questions. */
export function topicsPage(topics: readonly Topic[], places: Places): string {
  const list = topics.map(
    (topic) =>
      `<li>${linkTo(places, topicPath(topic.id), escapeXml(topic.header.title))}: ${escapeXml(topic.header.question)}</li>`,
  );
  return `<section epub:type="part" role="doc-part" aria-labelledby="topics">
<h1 id="topics">Topics</h1>
<p class="lead">Questions on which the texts are set beside each other, in their own words.</p>
<ul class="plain">
${list.join('\n')}
</ul>
</section>`;
}

export function topicPage(topic: Topic, { works }: Edition, places: Places): string {
  const { header, introduction, summaries, rows, prompts } = topic;
  const rests =
    header.references.length > 0 || header.checked === 'standard'
      ? references(header, works)
      : '\n<p class="hand">The editor’s words; they rest on the texts alone.</p>';
  const sources = summaries.map(({ source }) => source);
  const brief = summaries.map(
    ({ source, text }) =>
      `<h3>${linkTo(places, sourcePath(source.id), escapeXml(source.header.short))}: ${escapeXml(authorsOf(source))}, <cite>${escapeXml(titleOf(source))}</cite></h3>\n<p>${escapeXml(text)}</p>`,
  );
  return `<section epub:type="chapter" role="doc-chapter" aria-labelledby="question">
<p class="over">Topic: ${escapeXml(header.title)}</p>
<h1 id="question">${escapeXml(header.question)}</h1>
${introduction.map((text) => `<p>${textToXhtml(text, '', places)}</p>`).join('\n')}${rests}
<h2>In brief: the editor’s words</h2>
${brief.join('\n')}
${rows.map((row) => rowSection(row, sources, places)).join('\n')}
${promptList(prompts, places)}<p class="hand">[…] marks words left out here; the numbers lead to the paragraphs${withheldSources(sources).length > 0 ? '. Words that may not be shown are counted' : ', where each text stands whole with its notes'}.</p>
</section>`;
}

function rowSection({ point, sides }: TopicRow, sources: readonly Source[], places: Places): string {
  const list = sources.map((source) => {
    const side = sides.find((one) => one.source === source);
    const short = escapeXml(source.header.short);
    if (!side)
      return `<div class="side"><h3>${short}</h3>\n<p class="silent">No passage is set here.</p></div>`;
    const passages = side.passages.flatMap((passage) => passageBlocks(passage, source, places));
    return `<div class="side"><h3>${short}, author’s text</h3>\n${passages.join('\n')}</div>`;
  });
  return `<h2>${escapeXml(point)}</h2>\n${list.join('\n')}`;
}

const LEFT_OUT = '<span class="left-out">[…]</span>';

/** The paragraphs of a passage, or the words quoted of one. */
function passageBlocks(passage: Passage, source: Source, places: Places): string[] {
  const { language } = source.header;
  return passage.paragraphs.map((paragraph) => {
    const length = paragraph.words.length;
    const { start, end } = { start: 0, end: length, ...passage };
    const text = textOfExcerpt(paragraph, start, end);
    const words = `${start > 0 ? `${LEFT_OUT}\u00A0` : ''}${textToXhtml(text, source.id, places)}${end < length ? `\u00A0${LEFT_OUT}` : ''}`;
    return `<blockquote class="passage"${attribute('lang', language)}${attribute('xml:lang', language)}><p>${placeLink(source, paragraph, places)} ${words}</p></blockquote>`;
  });
}

function placeLink(
  source: Source,
  { anchor, number }: { anchor: string; number: string },
  places: Places,
): string {
  return linkTo(places, anchorPath(source.id, anchor), `¶ ${escapeXml(number)}`, ' class="place"');
}

/** Questions for a class, each with the paragraphs it leads to. */
function promptList(prompts: Topic['prompts'], places: Places): string {
  if (prompts.length === 0) return '';
  const items = prompts.map(({ question, passages }) => {
    const links = passages.map(({ source, paragraphs }, index) => {
      // The source is named where it changes.
      const name = passages[index - 1]?.source === source ? '' : `${source.header.short}, `;
      return linkTo(
        places,
        anchorPath(source.id, paragraphs[0]?.anchor ?? ''),
        escapeXml(`${name}¶ ${numbersOf(paragraphs)}`),
      );
    });
    return `<li>${escapeXml(question)} ${links.join(', ')}</li>`;
  });
  return `<h2>To ask</h2>\n<ol>\n${items.join('\n')}\n</ol>\n`;
}
