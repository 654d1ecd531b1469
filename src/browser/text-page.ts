/** What every page that shows a text or a note loads; all the rest comes when a reader asks for it. */
import './on-demand.ts';
import './paragraph-links.ts';

const asked = new URLSearchParams(location.search);
if (asked.has('q')) void import('./landing.ts');

// Links to words are for paragraphs.
if (document.querySelector('article[data-source]')) {
  if (asked.has('words')) void import('./word-arrival.ts');
  const offerWords = () => {
    if (getSelection()?.isCollapsed !== false) return;
    document.removeEventListener('selectionchange', offerWords);
    void import('./word-offer.ts');
  };
  document.addEventListener('selectionchange', offerWords);
}
