/** The search of the site. Loaded when a reader is about to search, never by a page merely read. */
import { openIndex } from './search-index.ts';
import { SearchView } from './search-view.ts';
import css from './search.css?inline';

// The style comes with the script that makes what it is for.
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

if (!customElements.get('search-view')) customElements.define('search-view', SearchView);
// Whoever meets the failure is told when they search.
openIndex().catch(() => undefined);
