/**
 * A selection in the text offers a link to these very words, and their quotation with its citation.
 * Loaded when a reader selects words.
 */
import { printQuotedWords, wordsBetween, wordsTouched } from '../edition/quoted-words.ts';
import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import { ownWords } from './own-words.ts';
import { hashOf } from './word-hash.ts';

const article = document.querySelector<HTMLElement>('article[data-source]');
const { source: sourceId = '', release = '' } = article?.dataset ?? {};
const paragraphs = [...(article?.querySelectorAll<HTMLElement>('p[id]') ?? [])];

adoptStyle(`
  .offer { position: absolute; display: flex; background: var(--ink); border-radius: 3px; z-index: 1; }
  .offer[hidden] { display: none; }
  .offer button { font: inherit; font-size: 1rem; padding: 0.3rem 0.8rem; color: var(--paper); background: none; border: 0; cursor: pointer; }
  .offer button + button { border-left: 1px solid var(--ink-soft); }
  .offer :focus-visible { outline-offset: -3px; outline-color: currentcolor; }
  @media print { .offer { display: none; } }
`);
const offer = element(
  'div',
  'offer',
  offerButton('Copy link to these words', copyLink),
  offerButton('Quote and cite', quote),
);
offer.role = 'group';
offer.ariaLabel = 'The selected words';
offer.hidden = true;
const status = element('p', 'toast');
status.role = 'status';
article?.append(offer, status);

function offerButton(name: string, act: (found: Selected) => Promise<void>): HTMLButtonElement {
  const made = element('button', '', name);
  made.type = 'button';
  made.addEventListener('click', () => {
    const found = selected();
    if (found) void act(found);
  });
  return made;
}

/** Words of the text that are selected. */
interface Selected {
  /** The ids of the first and the last paragraph that they stand in. */
  from: string;
  to: string;
  /** The first and the last word, counted from 1 in these paragraphs. */
  first: number;
  last: number;
  words: string;
}

function selected(): Selected | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const chosen = paragraphs.filter((paragraph) => range.intersectsNode(paragraph));
  const [from, to] = [chosen[0]?.id, chosen.at(-1)?.id];
  if (from === undefined || to === undefined) return undefined;
  const own = ownWords(chosen);
  const touched = wordsTouched(
    own.words,
    own.offsetOf(range.startContainer, range.startOffset),
    own.offsetOf(range.endContainer, range.endOffset),
  );
  if (!touched) return undefined;
  return { from, to, ...touched, words: wordsBetween(own.words, touched.first, touched.last) ?? '' };
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

/** The address of these very words, with a text fragment for browsers that know it. */
async function addressOf({ from, to, first, last, words }: Selected): Promise<string> {
  const address = new URL(location.pathname, location.href);
  address.searchParams.set('words', printQuotedWords({ release, first, last, hash: await hashOf(words) }));
  const list = words.split(' ');
  const part = (some: string[]) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  const fragment = list.length <= 8 ? part(list) : `${part(list.slice(0, 4))},${part(list.slice(-4))}`;
  return `${address.href}#${from === to ? from : `${from}-${to}`}:~:text=${fragment}`;
}

async function copyLink(found: Selected) {
  try {
    await navigator.clipboard.writeText(await addressOf(found));
    status.textContent = 'Link to these words copied';
  } catch {
    status.textContent = 'Copying was not allowed';
  }
  offer.hidden = true;
}

async function quote(found: Selected) {
  const at = offer.getBoundingClientRect();
  const address = await addressOf(found);
  try {
    const { openOfWords } = await import('./cite-menu.ts');
    const place = { from: found.from.slice(1), to: found.to.slice(1) };
    await openOfWords({ sourceId, place, words: found.words, isBlock: false, address }, at);
    offer.hidden = true;
  } catch {
    status.textContent = 'The citations could not be loaded. Check the connection and try again.';
  }
}

document.addEventListener('selectionchange', showOffer);
showOffer();
