/** What every page that shows a text or a note loads; all the rest comes when a reader asks for it. */
import './on-demand.ts';
import './paragraph-links.ts';

/** Whether the reader chose what texts show; storage may be closed. */
function hasChosen() {
  try {
    return 'reading' in localStorage;
  } catch {
    return false;
  }
}

const asked = new URLSearchParams(location.search);
if (asked.has('q')) void import('./landing.ts');

// Links to words are for paragraphs.
if (document.querySelector('article[data-source]')) {
  if (hasChosen()) void import('./reading-options.ts').then(({ apply }) => apply());
  if (asked.has('words')) void import('./word-arrival.ts');
  const offerWords = () => {
    if (getSelection()?.isCollapsed !== false) return;
    document.removeEventListener('selectionchange', offerWords);
    void import('./word-offer.ts');
  };
  document.addEventListener('selectionchange', offerWords);
}
