/** What kind of text a source is, and how the file came to be what it is. */
import { changesIn, type Change } from '../../edition/history.ts';
import { capital } from '../../edition/labels.ts';
import { datesInWords } from '../../edition/time.ts';
import type { EditionHeader } from '../../schemas/edition.ts';
import { dating } from './dates.ts';
import { EDITOR, pointer } from './ids.ts';
import type { Writing } from './inline.ts';
import { el, mixed, type XmlElement } from '../xml.ts';

/** The types of CSL 1.0.2, by which sources are cited. */
const CSL_TYPES = 'https://docs.citationstyles.org/en/v1.0.2/specification.html#appendix-iii-types';

export function profileDesc({ source }: Writing): XmlElement {
  const { header } = source;
  return el(
    'profileDesc',
    {},
    el('abstract', { resp: pointer(EDITOR) }, mixed('p', {}, header.summary)),
    el(
      'creation',
      {},
      mixed('date', { type: 'publication', ...dating(header.date) }, datesInWords(header.date)),
      ...header.chronology.map(({ what, date }) =>
        mixed('date', { type: 'chronology', ...dating(date) }, `${capital(what)}: ${datesInWords(date)}`),
      ),
    ),
    el(
      'langUsage',
      {},
      mixed('language', { ident: header.language }, 'The text and the author’s notes.'),
      header.language === 'en'
        ? undefined
        : mixed('language', { ident: 'en' }, 'All other notes, and this header.'),
    ),
    el('textClass', {}, mixed('classCode', { scheme: CSL_TYPES }, header.type)),
  );
}

/** The releases that have the source, newest first, and what each did to its addresses. */
export function revisionDesc({ source }: Writing, { releases }: EditionHeader): XmlElement {
  const changes = new Map(releases.map(({ name }) => [name, changesIn(source.ledger, name)]));
  const first = releases.findLastIndex(({ name }) => (changes.get(name) ?? []).length > 0);
  return el(
    'revisionDesc',
    {},
    ...releases
      .slice(0, first === -1 ? 1 : first + 1)
      .map(({ name, date, changes: words }) =>
        el(
          'change',
          { n: name, when: date, status: date === undefined ? 'draft' : 'published' },
          el(
            'list',
            {},
            ...words.map((item) => mixed('item', {}, item)),
            ...changeLines(changes.get(name) ?? []).map((item) => mixed('item', {}, item)),
          ),
        ),
      ),
  );
}

function changeLines(changes: readonly Change[]): string[] {
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind);
  const ids = (kind: Change['kind']) =>
    of(kind)
      .map(({ id }) => id)
      .join(', ');
  const count = (what: Change['what']) => of('new').filter((change) => change.what === what).length;
  const [anchors, notes] = [count('anchor'), count('note')];
  return [
    ...(anchors + notes > 0
      ? [`New here: ${String(anchors)} paragraphs and sections, ${String(notes)} notes.`]
      : []),
    ...(of('changed').length > 0 ? [`Words changed: ${ids('changed')}.`] : []),
    ...of('retired').map(({ id, record }) => {
      const { status, into = [], reason } = record;
      const what =
        status === 'merged-into' ? 'merged into' : status === 'split-into' ? 'split into' : 'withdrawn';
      return `Retired: ${[id, what, into.join(', ')].filter(Boolean).join(' ')}${reason === undefined ? '.' : `. ${reason}`}`;
    }),
  ];
}
