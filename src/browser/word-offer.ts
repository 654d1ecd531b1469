/**
 * A selection in the text offers a link to these very words, and their quotation with its citation.
 * Loaded when a reader selects words.
 */
import type { Stretch } from '../edition/citation.ts';
import { printQuotedWords, wordPlaces, wordsBetween, wordsTouched } from '../edition/quoted-words.ts';
import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import { ownWords } from './own-words.ts';
import { say } from './paragraph-links.ts';
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
offer.dataset['apparatus'] = '';
article?.append(offer);

function offerButton(name: string, act: (found: Selected) => Promise<void>): HTMLButtonElement {
  const made = element('button', '', name);
  made.type = 'button';
  made.addEventListener('click', () => {
    const found = selected();
    if (found) void act(found);
  });
  return made;
}

/** Words of the text that are selected, whole words where only a part of one is. */
interface Selected {
  /** The paragraphs that they stand in. */
  chosen: HTMLElement[];
  /** The first and the last word, counted from 1 in these paragraphs. */
  first: number;
  last: number;
  /** The words without punctuation at their ends, as a link has them. */
  words: string;
  /** The words with the punctuation that was selected, paragraph by paragraph, as a quotation has them. */
  quotation: string;
  /** Where the quotation begins in the first paragraph and ends in the last. */
  stretch: Stretch;
}

function selected(): Selected | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const touching = paragraphs.filter((paragraph) => range.intersectsNode(paragraph));
  const chosen = touching.filter((paragraph) => touches(range, paragraph));
  const own = ownWords(chosen);
  const [from, to] = [
    own.offsetOf(range.startContainer, range.startOffset),
    own.offsetOf(range.endContainer, range.endOffset),
  ];
  const touched = wordsTouched(own.words, from, to);
  if (!touched) return undefined;
  const places = wordPlaces(own.words);
  const start = Math.min(from, places[touched.first - 1]?.start ?? from);
  const end = Math.max(to, places[touched.last - 1]?.end ?? to);
  let offset = 0;
  const parts = chosen.map((paragraph) => {
    const { words } = ownWords([paragraph]);
    const part = words.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    const stretch = { start: Math.max(0, start - offset), end: Math.min(words.length, end - offset) };
    // Between two paragraphs their words have one space.
    offset += words.length + 1;
    return { part: part.trim(), stretch };
  });
  return {
    chosen,
    ...touched,
    words: wordsBetween(own.words, touched.first, touched.last) ?? '',
    quotation: parts.map(({ part }) => part).join('\n\n'),
    stretch: { start: parts[0]?.stretch.start ?? 0, end: parts.at(-1)?.stretch.end ?? 0 },
  };
}

/** Whether a range has any word of a paragraph; a selection by lines ends at the beginning of the next. */
function touches(range: Range, paragraph: HTMLElement): boolean {
  const { words, offsetOf } = ownWords([paragraph]);
  const start = paragraph.contains(range.startContainer)
    ? offsetOf(range.startContainer, range.startOffset)
    : 0;
  const end = paragraph.contains(range.endContainer)
    ? offsetOf(range.endContainer, range.endOffset)
    : words.length;
  return wordsTouched(words, start, end) !== undefined;
}

function showOffer() {
  const found = release !== '' && isSecureContext ? selected() : undefined;
  const last = found?.chosen.at(-1);
  offer.hidden = last === undefined;
  if (!last) return;
  // After the words in the page too, so that the focus goes on from there.
  if (last.nextElementSibling !== offer) last.after(offer);
  const box = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? last.getBoundingClientRect();
  const page = document.documentElement;
  const below = Math.min(box.bottom + 8, window.innerHeight - offer.offsetHeight - 8);
  offer.style.top = `${String(Math.max(8, below) + window.scrollY)}px`;
  offer.style.left = `${String(Math.max(8, Math.min(box.left, page.clientWidth - offer.offsetWidth - 8)))}px`;
}

/** The address of these very words, with a text fragment for browsers that know it. */
async function addressOf({ chosen, first, last, words }: Selected): Promise<string> {
  const address = new URL(location.pathname, location.href);
  address.searchParams.set('words', printQuotedWords({ release, first, last, hash: await hashOf(words) }));
  const list = words.split(' ');
  const part = (some: string[]) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  const fragment = list.length <= 8 ? part(list) : `${part(list.slice(0, 4))},${part(list.slice(-4))}`;
  const ids = new Set([chosen[0]?.id ?? '', chosen.at(-1)?.id ?? '']);
  return `${address.href}#${[...ids].join('-')}:~:text=${fragment}`;
}

async function copyLink(found: Selected) {
  const address = await addressOf(found);
  try {
    await navigator.clipboard.writeText(address);
    say('Link to these words copied');
  } catch {
    say(`Copying was not allowed. The address is ${address}`);
  }
  offer.hidden = true;
  focusOn(found.chosen.at(-1));
}

async function quote(found: Selected) {
  const { chosen, quotation, stretch } = found;
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (!first || !last) return;
  const at = offer.getBoundingClientRect();
  const address = await addressOf(found);
  try {
    const { openOfWords } = await import('./cite-menu.ts');
    const place = { from: first.id.slice(1), to: last.id.slice(1) };
    await openOfWords({ sourceId, place, words: quotation, stretch, address }, at, last);
    offer.hidden = true;
  } catch {
    say('The citations could not be loaded. Check the connection and try again.');
  }
}

/** What had the focus is hidden, so it goes back to the text. */
function focusOn(paragraph: HTMLElement | undefined) {
  if (!paragraph) return;
  paragraph.tabIndex = -1;
  paragraph.focus({ preventScroll: true });
}

/** Who selected words and has no control in focus comes to what is offered for them. */
function tabbed(event: KeyboardEvent) {
  const isPlainTab = event.key === 'Tab' && !event.shiftKey && !event.ctrlKey && !event.altKey;
  if (!isPlainTab || offer.hidden || !document.activeElement?.matches('body, p[id]')) return;
  event.preventDefault();
  offer.querySelector('button')?.focus();
}

document.addEventListener('selectionchange', showOffer);
document.addEventListener('keydown', tabbed);
showOffer();
