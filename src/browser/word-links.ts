/**
 * Links that carry a quotation. A selection in the text offers a link to these very words; who
 * arrives by one sees them marked, and whether they have changed since the release they were taken
 * from. Loaded when a reader selects words, or arrives by such a link.
 */
import {
  findQuoted,
  parseQuotedWords,
  wordsBetween,
  printQuotedWords,
  wordsTouched,
  type QuotedWords,
} from '../edition/quoted-words.ts';
import { markRanges, ownWords } from './own-words.ts';

const article = document.querySelector<HTMLElement>('article[data-source]');
const release = article?.dataset['release'] ?? '';

/** The first 12 hexadecimal digits of the SHA-256 of words. */
async function hashOf(words: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words));
  return [...new Uint8Array(digest).slice(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const paragraphs = [...(article?.querySelectorAll<HTMLElement>('p[id]') ?? [])];
const offer = document.createElement('button');
offer.type = 'button';
offer.className = 'offer';
offer.textContent = 'Copy link to these words';
offer.hidden = true;
const status = document.createElement('p');
status.className = 'offer-status';
status.setAttribute('role', 'status');
article?.append(offer, status);

/** The paragraphs that a selection touches and its words in them. */
function selected(): { chosen: HTMLElement[]; first: number; last: number; words: string } | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const chosen = paragraphs.filter((paragraph) => range.intersectsNode(paragraph));
  if (chosen.length === 0) return undefined;
  const own = ownWords(chosen);
  const touched = wordsTouched(
    own.words,
    own.offsetOf(range.startContainer, range.startOffset),
    own.offsetOf(range.endContainer, range.endOffset),
  );
  if (!touched) return undefined;
  const words = wordsBetween(own.words, touched.first, touched.last) ?? '';
  return { chosen, ...touched, words };
}

function showOffer() {
  const found = release !== '' && isSecureContext ? selected() : undefined;
  offer.hidden = found === undefined;
  const box = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0).getBoundingClientRect() : undefined;
  if (!found || !box) return;
  const page = document.documentElement;
  offer.style.top = `${String(box.bottom + window.scrollY + 8)}px`;
  offer.style.left = `${String(Math.max(8, Math.min(box.left, page.clientWidth - offer.offsetWidth - 8)))}px`;
}

async function copyLink() {
  const found = selected();
  if (!found) return;
  const { chosen, first, last, words } = found;
  const address = new URL(location.pathname, location.href);
  address.searchParams.set('words', printQuotedWords({ release, first, last, hash: await hashOf(words) }));
  const ids = [chosen[0]?.id, chosen.length > 1 ? chosen.at(-1)?.id : undefined].filter(
    (id) => id !== undefined,
  );
  const list = words.split(' ');
  const part = (some: string[]) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  const fragment = list.length <= 8 ? part(list) : `${part(list.slice(0, 4))},${part(list.slice(-4))}`;
  const text = `${address.href}#${ids.join('-')}:~:text=${fragment}`;
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = 'Link to these words copied';
  } catch {
    status.textContent = 'Copying was not allowed';
  }
  offer.hidden = true;
}

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
  status.textContent = message;
}

document.addEventListener('selectionchange', showOffer);
offer.addEventListener('click', () => void copyLink());
showOffer();
const asked = new URLSearchParams(location.search).get('words');
if (asked !== null) {
  const quoted = parseQuotedWords(asked);
  if (quoted && isSecureContext) void arrive(quoted);
  else
    say(
      document.getElementById(location.hash.slice(1)),
      'The words of this link cannot be checked. The link may have been copied incompletely.',
    );
}
