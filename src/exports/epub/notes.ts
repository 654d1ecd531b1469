/** The notes of a source as pages of a book: each hand under its own heading, each note with its way back. */
import {
  callMark,
  capital,
  HAND_NAMES,
  hostOf,
  noteName,
  languageOfHand,
  reference,
  READINGS_HEADING,
  READINGS_LEAD,
  standardInWords,
  uncapital,
} from '../../edition/labels.ts';
import type { Edition, Note, NoteHand, NoteHeader, Source, Work } from '../../edition/model.ts';
import { anchorPath, notePath, noteTargetPath } from '../../routes.ts';
import { escapeAttribute, escapeXml } from '../xml.ts';
import { callPath, readingPath, type Places } from './places.ts';
import { attribute, linkTo, textToXhtml } from './xhtml.ts';

interface Context {
  source: Source;
  places: Places;
  works: Edition['works'];
}

export const HAND_HEADINGS: Record<NoteHand, string> = {
  'author-note': 'The author’s notes',
  'transcriber-note': 'The transcriber’s notes',
  'editor-note': 'The editor’s notes',
};

/** The notes that came with the witness, with the editor's replies to them; nothing where there are none. */
export function witnessNotes(context: Context): string {
  const { source } = context;
  return (['author-note', 'transcriber-note'] as const)
    .map((hand) =>
      section(
        hand,
        `${hand}s`,
        source.witnessNotes.filter((note) => note.hand === hand),
        context,
      ),
    )
    .filter((words) => words !== '')
    .join('\n');
}

/** The editor's notes on the text. */
export function editorNotes(context: Context): string {
  const notes = context.source.editorNotes.filter(({ at }) => at);
  return section('editor-note', 'editor-notes', notes, context);
}

function section(hand: NoteHand, id: string, notes: readonly Note[], context: Context): string {
  if (notes.length === 0) return '';
  const whose = context.source.header.hands[hand];
  const whole = notes.filter(({ at }) => !at);
  const list = [...whole, ...notes.filter(({ at }) => at)].map((note) => noteGroup(note, context)).join('\n');
  return `<section class="notes" epub:type="endnotes" role="doc-endnotes" aria-labelledby="${id}">
<h1 id="${id}">${HAND_HEADINGS[hand]}</h1>${whose === undefined ? '' : `\n<p class="whose">${escapeXml(whose)}</p>`}
${list}
</section>`;
}

function noteGroup(note: Note, context: Context): string {
  const replies = note.replies.map((reply) => `\n<div class="reply">${noteGroup(reply, context)}</div>`);
  return noteBlock(note, context) + replies.join('');
}

function noteBlock(note: Note, { source, places, works }: Context): string {
  const language = languageOfHand(note.hand, source);
  const paragraphs = note.paragraphs.map((text) => `<p>${textToXhtml(text, source.id, places)}</p>`).join('');
  const answered = note.replies
    .map((reply) => linkTo(places, notePath(reply), escapeXml(noteName(reply))))
    .join('; ');
  const rests = note.header ? references(note.header, works) : '';
  return `<div class="note ${note.hand}" id="note-${escapeAttribute(note.id)}" epub:type="footnote" role="doc-footnote"${attribute('lang', language)}${attribute('xml:lang', language)}>
<p class="note-head">${noteHead(note, source, places)}</p>
<div class="note-text">${paragraphs}</div>${answered && `\n<p class="answered">${answered}</p>`}${rests}
</div>`;
}

/** The mark, which leads back, whose note it is and where it stands. */
function noteHead(note: Note, source: Source, places: Places): string {
  const hand = capital(HAND_NAMES[note.hand]);
  const title = note.header ? `<b class="note-title">${escapeXml(note.header.title)}</b> ` : '';
  if (note.on !== undefined) {
    const target = source.witnessNotes.find(({ label }) => label === note.on);
    const to = target
      ? ` to ${linkTo(places, notePath(target), escapeXml(uncapital(noteName(target))))}`
      : '';
    return `${title}<span class="hand">Editor’s reply${to}</span>`;
  }
  const path = callPath(note);
  const mark = escapeXml(callMark(note));
  if (path === undefined) {
    return `<b class="mark">${mark}</b> ${title}<span class="hand">${hand}, ${wherefrom(note, source, places)}</span>`;
  }
  const where = `¶ ${note.at?.anchor.slice(1) ?? ''}`;
  const back = linkTo(
    places,
    path,
    mark,
    ` class="mark" role="doc-backlink" aria-label="${mark}, back to ${where}"`,
  );
  return `${back} ${title}<span class="hand">${hand}, ${where}</span>`;
}

/** Where a note stands that has no call in the text: in another note, or on the whole. */
function wherefrom(note: Note, source: Source, places: Places): string {
  const on = source.witnessNotes.find(({ paragraphs }) =>
    paragraphs.some(({ points }) => points.some((point) => point.type === 'call' && point.note === note)),
  );
  return on
    ? `on ${linkTo(places, notePath(on), escapeXml(uncapital(noteName(on))))}`
    : linkTo(places, noteTargetPath(source, note), 'on the text as a whole');
}

/** What a statement of the edition rests on. */
export function references(
  { references: list, checked }: Pick<NoteHeader, 'references' | 'checked'>,
  works: Edition['works'],
): string {
  const items = list.flatMap(({ id, locator, seen }) => {
    const work = works.get(id);
    return work ? [`${workToXhtml(work, locator)}${seen ? '' : ' (not seen)'}.`] : [];
  });
  const standard = standardInWords(list, checked);
  if (items.length === 0 && standard === '') return '';
  const lines = [...items, ...(standard ? [standard] : [])];
  return `\n<ul class="references">${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}

/** A work as a bibliography prints it, without a full stop. */
export function workToXhtml(work: Work, locator?: string): string {
  const { before, title, isPart, after, url } = reference(work);
  const words = escapeXml(title);
  const named = title.startsWith('[') ? words : isPart ? `“${words}”` : `<cite>${words}</cite>`;
  const parts = [
    before && escapeXml(before),
    named,
    after && escapeXml(after),
    locator === undefined ? '' : escapeXml(locator),
    url === undefined ? '' : `<a${attribute('href', url)}>${escapeXml(hostOf(url))}</a>`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** The readings that are kept though they look wrong; nothing where there are none. */
export function readingNotes({ source, places }: Context): string {
  if (source.readings.length === 0) return '';
  const list = source.readings.map((reading) => {
    const { id, decision } = reading;
    const place = /^[ps]\d/.test(decision.at)
      ? `¶ ${decision.at.slice(1)}`
      : decision.at.replace(':', '’s note ');
    const label = ` class="mark" role="doc-backlink" aria-label="${escapeAttribute(`° ${place}, back to the text`)}"`;
    const back = linkTo(places, readingPath(source, reading), `° ${escapeXml(place)}`, label);
    const meant =
      decision.reading === undefined ? '<em>sic.</em>' : `probably <em>${escapeXml(decision.reading)}.</em>`;
    const ground = decision.note === undefined ? '' : ` ${escapeXml(decision.note)}`;
    return `<div class="note reading" id="${id}" epub:type="footnote" role="doc-footnote"><p>${back} <span class="lemma"${attribute('lang', source.header.language)}${attribute('xml:lang', source.header.language)}>${escapeXml(decision.lemma)}</span>] ${meant}${ground}</p></div>`;
  });
  return `<section class="notes" epub:type="endnotes" role="doc-endnotes" aria-labelledby="readings">
<h1 id="readings">${READINGS_HEADING}</h1>
<p class="whose">${READINGS_LEAD} The editor’s words.</p>
${list.join('\n')}
</section>`;
}

/** A paragraph of a source as a link: `¶ 12`. */
export function paragraphLink(source: Source, anchor: string, places: Places): string {
  return linkTo(places, anchorPath(source.id, anchor), `¶ ${escapeXml(anchor.slice(1))}`);
}
