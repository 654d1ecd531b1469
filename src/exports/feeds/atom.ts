import { changesIn, type Change } from '../../edition/history.ts';
import { authorsOf, titleOf } from '../../edition/labels.ts';
import type { Edition, Source } from '../../edition/model.ts';
import { dateOfRelease, documentDate } from '../../edition/releases.ts';
import { addressOf, addressPath, CHANGES, FEED, HOME, sourcePath } from '../../routes.ts';
import { escapeAttribute, escapeXml } from '../xml.ts';

/** A change is named in a feed only so far; the page of changes has them all. */
const most = 30;

/** So many new sources of a release have entries; whoever follows a feed would be sent all the others at once. */
const mostNew = 100;

/**
 * The changes of the edition as an Atom feed (RFC 4287): an entry for each release, and one for each
 * source that a release added, newest first; of a release that added very many, for the first of them.
 */
export function atomFeed(edition: Edition, site: URL): string {
  const { header } = edition;
  const address = (path: string) => escapeAttribute(addressOf(path, site));
  const entries = header.releases.flatMap(({ name, changes }) => {
    const added = edition.sources.filter(({ id }) => edition.ledger.sources[id]?.first === name);
    const anchor = `${CHANGES}#release-${name.replace('.', '-')}`;
    return [
      entry({
        id: address(anchor),
        title: `Release ${name}${dateOfRelease(header, name) === undefined ? ', in preparation' : ''}`,
        link: address(anchor),
        updated: moment(edition, name),
        content: `<ul>${changes.map((change) => `<li>${escapeXml(change)}</li>`).join('')}${added.length > mostNew ? `<li>${String(added.length)} new sources</li>` : ''}</ul>${changedSources(edition, name, site)}`,
      }),
      ...added.slice(0, mostNew).map((source) =>
        entry({
          id: address(sourcePath(source.id)),
          title: `New: ${authorsOf(source)}, ${titleOf(source)}`,
          link: address(sourcePath(source.id)),
          updated: moment(edition, name),
          content: `<p>${escapeXml(source.header.summary)}</p>`,
        }),
      ),
    ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${address(FEED)}</id>
  <title>${escapeXml(header.title)}: changes</title>
  <subtitle>${escapeXml(header.subtitle)}</subtitle>
  <updated>${moment(edition)}</updated>
  <author><name>${escapeXml(header.editor ?? header.publisher ?? header.title)}</name></author>
  <link rel="self" type="application/atom+xml" href="${address(FEED)}"/>
  <link rel="alternate" type="text/html" href="${address(CHANGES)}"/>
  <link rel="related" type="text/html" href="${address(HOME)}"/>
  <icon>${address('/favicon.svg')}</icon>
${entries.join('\n')}
</feed>
`;
}

interface Entry {
  id: string;
  title: string;
  link: string;
  updated: string;
  /** XHTML without a root. */
  content: string;
}

function entry({ id, title, link, updated, content }: Entry): string {
  return `  <entry>
    <id>${id}</id>
    <title>${escapeXml(title)}</title>
    <link rel="alternate" type="text/html" href="${link}"/>
    <updated>${updated}</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${content}</div></content>
  </entry>`;
}

function moment({ header }: Edition, release = header.release): string {
  return `${documentDate(header, release)}T00:00:00Z`;
}

/** What a release changed in sources that were there before. */
function changedSources(edition: Edition, release: string, site: URL): string {
  return edition.sources
    .filter(({ id }) => edition.ledger.sources[id]?.first !== release)
    .map((source) => ({ source, changes: changesIn(source.ledger, release) }))
    .filter(({ changes }) => changes.length > 0)
    .map(({ source, changes }) => {
      const rest = changes.length - most;
      const items = changes.slice(0, most).map((change) => `<li>${changeLink(source, change, site)}</li>`);
      return `<h2>${escapeXml(source.header.short)}</h2><ul>${items.join('')}${rest > 0 ? `<li>and ${String(rest)} more</li>` : ''}</ul>`;
    })
    .join('');
}

function changeLink(source: Source, change: Change, site: URL): string {
  const what =
    change.what === 'note'
      ? `note ${change.id}`
      : change.id.startsWith('p')
        ? `¶ ${change.id.slice(1)}`
        : `division ${change.id.slice(1)}`;
  const href = escapeAttribute(addressOf(addressPath(source.id, change), site));
  return `${change.kind}: <a href="${href}">${escapeXml(what)}</a>`;
}
