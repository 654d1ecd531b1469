/** The registers as an index: who and what the texts and notes name, with every place. */
import {
  blockName,
  otherForms,
  type NamedIn,
  type Register,
  type RegisterEntry,
} from '../../edition/register.ts';
import { HAND_NAMES } from '../../edition/labels.ts';
import type { Edition, Entity, Hand } from '../../edition/model.ts';
import { datesInWords } from '../../edition/time.ts';
import { worksOf, workSort } from '../../edition/works.ts';
import { anchorPath, notePath } from '../../routes.ts';
import type { EntityFolder } from '../../schemas/entity-kinds.ts';
import { escapeAttribute, escapeXml } from '../xml.ts';
import { references, workToXhtml } from './notes.ts';
import type { Places } from './places.ts';
import { linkTo } from './xhtml.ts';

export function registerFile(folder: EntityFolder): string {
  return `register-${folder}.xhtml`;
}

export function entityId({ id }: Pick<Entity, 'id'>): string {
  return `entity-${id}`;
}

/** One kind of entities, by sort name. */
export function registerPage(
  { name, entities }: { name: string; entities: readonly Entity[] },
  { edition, register, places }: { edition: Edition; register: Register; places: Places },
): string {
  const list = entities.map((entity) => entryBlock(entity, register.get(entity), edition, places));
  return `<section epub:type="index" role="doc-index" aria-labelledby="register">
<h1 id="register">${name}</h1>
<p class="whose">The editor’s words. After them stands every place in the texts and notes.</p>
${list.join('\n')}
</section>`;
}

function entryBlock(
  entity: Entity,
  entry: RegisterEntry | undefined,
  { works }: Edition,
  places: Places,
): string {
  const others = entry ? otherForms(entry) : [];
  const facts = [
    `<span class="entry-name">${escapeXml(entity.sort)}</span>`,
    entity.dates === undefined ? '' : escapeXml(`, ${datesInWords(entity.dates)}`),
    entity.description === undefined ? '.' : escapeXml(`. ${entity.description}`),
    others.length === 0 ? '' : escapeXml(` Other names: ${others.join(', ')}.`),
  ].join('');
  const named = entry?.sources.map(
    ({ source, blocks }) => `<i>${escapeXml(source.header.short)}</i>: ${byHand(blocks, places)}`,
  );
  const where = named?.length ? named.join('; ') : 'Not named in the texts or notes';
  return `<div class="entry" id="${entityId(entity)}"><p>${facts}</p><p class="where">${where}.</p>${references(entity, works)}</div>`;
}

/** The places of one source, the author's words first; whose notes they are is said in words. */
function byHand(blocks: readonly NamedIn[], places: Places): string {
  return [...Map.groupBy(blocks, ({ block }) => block.hand)]
    .map(([hand, those]) => {
      const links = those.map(({ block }) => {
        const { source, note, id } = block;
        const path = note ? notePath(note) : anchorPath(source.id, id);
        const mark = note && note.mark !== '' ? note.mark : blockName(block);
        return linkTo(places, path, escapeXml(mark));
      });
      return nameOf(hand, links.length) + links.join(', ');
    })
    .join('; ');
}

function nameOf(hand: Hand, count: number): string {
  return hand === 'author' ? '' : `${HAND_NAMES[hand]}${count === 1 ? '' : 's'} `;
}

export const WORKS_FILE = 'works-cited.xhtml';

/** The list of works cited, or the entry of one of them. */
export function workHref(id?: string): string {
  return id === undefined ? WORKS_FILE : `${WORKS_FILE}#${workId(id)}`;
}

function workId(id: string): string {
  return `work-${id}`;
}

/** The works that the edition cites, by author and title. */
export function bibliographyPage(edition: Edition): string {
  const list = worksOf(edition)
    .flatMap((entry) => (entry.work ? [{ work: entry.work, sort: workSort(entry) }] : []))
    .map(({ work }) => `<li id="${escapeAttribute(workId(work.id))}">${workToXhtml(work)}.</li>`);
  return `<section epub:type="bibliography" role="doc-bibliography" aria-labelledby="works">
<h1 id="works">Works cited by the edition</h1>
<ul class="plain">
${list.join('\n')}
</ul>
</section>`;
}
