/**
 * Loads the menu of a paragraph, note or source, the popover of a note, the search of the text or what is
 * shown in it when a reader turns to the link that it belongs to. Without script these are plain links.
 */
import { say } from './paragraph-links.ts';

const parts = [
  ['a.number, a.cite', () => import('./cite-menu.ts')],
  ['a.call, a.reading-mark', () => import('./note-popover.ts')],
  ['a.within', () => import('./within-text.ts')],
  ['a.meets', () => import('./meeting-popover.ts')],
  ['a.shown', () => import('./reading-options.ts')],
] as const;

function partOf({ target }: Event) {
  for (const [links, load] of parts) {
    const link = (target as Element).closest?.<HTMLAnchorElement>(links);
    if (link) return { link, load };
  }
  return undefined;
}

for (const intent of ['pointerover', 'focusin'])
  document.addEventListener(
    intent,
    (event) =>
      void partOf(event)
        ?.load()
        .catch(() => undefined),
  );

for (const link of document.querySelectorAll('a.number, a.cite')) link.ariaHasPopup = 'dialog';

document.addEventListener('click', (event) => {
  const part = partOf(event);
  if (!part || event.ctrlKey || event.metaKey || event.button !== 0) return;
  event.preventDefault();
  const { link, load } = part;
  const earlier = document.querySelector('.cited')?.id;
  let copied: Promise<void> | undefined;
  if (link.className === 'number' && !event.shiftKey) {
    const address = new URL(link.href);
    address.search = '';
    // Here and not in the menu: some browsers allow it in the very answer to the click alone.
    copied = navigator.clipboard?.writeText(address.href) ?? Promise.reject(new Error('No clipboard'));
    copied.catch(() => undefined);
    const top = window.scrollY;
    location.hash = link.hash;
    // The reader is there already.
    window.scrollTo({ top, behavior: 'instant' });
  }
  load()
    .then(({ open }) => open(link, { copied, earlier, isRange: event.shiftKey }))
    .catch(() => {
      if (link.className === 'number') say('The menu could not be loaded');
      else location.assign(link.href);
    });
});
