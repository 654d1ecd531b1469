/**
 * Arriving by a link that carries a quotation: the words are marked, and the reader is told whether
 * they have changed since the release they were taken from.
 */
import { findQuoted, parseQuotedWords, type QuotedWords } from '../edition/quoted-words.ts';
import { markRanges, ownWords } from './own-words.ts';
import { hashOf } from './word-hash.ts';

const paragraphs = [...document.querySelectorAll<HTMLElement>('article p[id]')];

/** Marks the words that the address names, and says what became of them. */
async function arrive(quoted: QuotedWords) {
  const [, from = '', to = from] = /^#(p\d+[a-z]*)(?:-(p\d+[a-z]*))?/.exec(location.hash) ?? [];
  const [start, end] = [
    paragraphs.findIndex(({ id }) => id === from),
    paragraphs.findIndex(({ id }) => id === to),
  ];
  const chosen = start === -1 || end === -1 ? [] : paragraphs.slice(start, end + 1);
  const own = ownWords(chosen);
  const found = await findQuoted(own.words, quoted, hashOf);
  if (found) {
    const range = own.range(found.start, found.end);
    markRanges('search-hit', [range]);
    const around = found.isMoved ? '; other words around them have changed' : '';
    say(chosen.at(-1), `These words are unchanged since release ${quoted.release}${around}.`);
    return;
  }
  const place = chosen.at(-1) ?? document.getElementById(from);
  const history = await fetchHistory(from);
  const then = history.find(({ releases }) => releases.includes(quoted.release));
  const words = then && (await findQuoted(then.words, quoted, hashOf));
  if (words) {
    say(
      place,
      `These words have changed since release ${quoted.release}. They were: “${then.words.slice(words.start, words.end)}”.`,
      then.section,
    );
  } else {
    say(
      place,
      'The words of this link stand neither here now nor here before. The link may have been copied incompletely.',
    );
  }
}

interface Earlier {
  releases: string[];
  words: string;
  section: Element;
}

/** The earlier words of an anchor, from the page of the source’s history; none if it has no such page. */
async function fetchHistory(anchor: string): Promise<Earlier[]> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="version-history"]');
  if (!link) return [];
  const response = await fetch(link.href);
  if (!response.ok) return [];
  const section = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById(anchor);
  return [...(section?.querySelectorAll<HTMLElement>('blockquote[data-releases]') ?? [])].map((quote) => ({
    releases: (quote.dataset['releases'] ?? '').split(' '),
    words: [...quote.children].map((line) => line.textContent).join('\n'),
    section: quote.closest('section') as Element,
  }));
}

function say(place: Element | null | undefined, message: string, more?: Element) {
  const line = document.createElement('aside');
  line.className = 'retired';
  line.role = 'status';
  line.dataset['apparatus'] = '';
  line.append(Object.assign(document.createElement('p'), { textContent: message }));
  if (more) {
    const details = document.createElement('details');
    const copy = more.cloneNode(true) as Element;
    copy.removeAttribute('id');
    details.append(
      Object.assign(document.createElement('summary'), { textContent: 'What changed, word by word' }),
      copy,
    );
    line.append(details);
  }
  place?.after(line);
}

const asked = new URLSearchParams(location.search).get('words');
if (asked !== null) {
  const quoted = parseQuotedWords(asked);
  if (quoted && isSecureContext) void arrive(quoted);
  else
    say(
      document.getElementById(/^#(\w+)/.exec(location.hash)?.[1] ?? '') ??
        document.querySelector('.source-head'),
      'The words of this link cannot be checked. The link may have been copied incompletely.',
    );
}
