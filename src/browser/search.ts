/** The search of the site. Loaded when a reader is about to search, never by a page merely read. */
import { adoptStyle } from './adopt-style.ts';
import { openIndex } from './search-index.ts';
import { SearchView } from './search-view.ts';
import css from './search.css?inline';

adoptStyle(css);

if (!customElements.get('search-view')) customElements.define('search-view', SearchView);
// Whoever meets the failure is told when they search.
openIndex().catch(() => undefined);
