/** The timeline as a list: what the texts speak of, year by year, and where. */
import { noteName } from '../../edition/labels.ts';
import type { MentionFinder } from '../../edition/mentions.ts';
import type { Edition, Entity, Source } from '../../edition/model.ts';
import { withholds } from '../../edition/rights.ts';
import { spokenOf, type SpokenOf } from '../../edition/spoken-of.ts';
import { timelineOf, yearOf, type Happening } from '../../edition/timeline.ts';
import { entityPath, notePath, sourcePath } from '../../routes.ts';
import { escapeXml } from '../xml.ts';
import { paragraphLink } from './notes.ts';
import type { Places } from './places.ts';
import { linkTo } from './xhtml.ts';

interface Context {
  spoken: ReadonlyMap<Entity, SpokenOf[]>;
  places: Places;
}

export function timelinePage({ entities, sources }: Edition, find: MentionFinder, places: Places): string {
  const { happenings, undated } = timelineOf(entities, sources);
  const events = entities.filter(({ kind }) => kind === 'event');
  const context = { spoken: spokenOf(events, sources, find), places };
  const years = [...Map.groupBy(happenings, yearOf)].map(
    ([year, list]) =>
      `<h2>${String(year)}</h2>\n${list.map((one) => happeningBlock(one, context)).join('\n')}`,
  );
  const rest = undated.map((event) => eventBlock(event, event.dates ?? '', context));
  return `<section epub:type="appendix" role="doc-appendix" aria-labelledby="timeline">
<h1 id="timeline">Timeline</h1>
<p class="lead">What the texts name or imply, and when they were themselves written and published. The editor’s words.</p>
${years.join('\n')}
${rest.length === 0 ? '' : `<h2>Without a date</h2>\n${rest.join('\n')}`}
</section>`;
}

function happeningBlock(happening: Happening, context: Context): string {
  if (happening.kind === 'event') return eventBlock(happening.event, happening.date, context);
  const { source, name, date, note } = happening;
  const said = note === undefined ? '' : `<p>${escapeXml(note)}</p>`;
  return `<div class="happening"><h3>${linkTo(context.places, sourcePath(source.id), escapeXml(name))}</h3><p class="date">${escapeXml(date)}</p>${said}</div>`;
}

function eventBlock(event: Entity, date: string, { spoken, places }: Context): string {
  const when = date === '' ? '' : `<p class="date">${escapeXml(date)}</p>`;
  const what = event.description === undefined ? '' : `<p>${escapeXml(event.description)}</p>`;
  const where = (spoken.get(event) ?? []).map((one) => spokenLine(one, places));
  return `<div class="happening"><h3>${linkTo(places, entityPath(event), escapeXml(event.name))}</h3>${when}${what}${where.join('')}</div>`;
}

/** What is said of a source that is found to say nothing. */
function silence(source: Source): string {
  return withholds(source, 'author') ? 'Its words are not shown.' : 'Nothing.';
}

/** Where one source speaks of an event, the author's words apart from notes. */
function spokenLine({ source, named, implied, witnessNotes, editorNotes }: SpokenOf, places: Places): string {
  const link = (anchor: string) => paragraphLink(source, anchor, places);
  const notes = (list: typeof witnessNotes) =>
    list.map((note) => linkTo(places, notePath(note), escapeXml(noteName(note)))).join(', ');
  const parts = [
    named.length + implied.length + witnessNotes.length === 0 ? silence(source) : '',
    named.length === 0 ? '' : `Named in ${named.map(({ anchor }) => link(anchor)).join(', ')}.`,
    implied.length === 0
      ? ''
      : `Without its name: ${implied.map(({ paragraph, words }) => `${words && `“${escapeXml(words)}” `}${link(paragraph.anchor)}`).join('; ')}.`,
    witnessNotes.length === 0 ? '' : `In notes: ${notes(witnessNotes)}.`,
    editorNotes.length === 0 ? '' : `${notes(editorNotes)}.`,
  ];
  return `<p class="where"><i>${escapeXml(source.header.short)}</i>: ${parts.filter(Boolean).join(' ')}</p>`;
}
