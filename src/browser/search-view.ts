/**
 * `<search-view>`: around a search form, shows what it finds. With the attribute `address` it has
 * filters and keeps its state in the address of the page; without, the form leads to that page.
 */
import { usualLayout, type Layout } from '../search/layout.ts';
import { parseQuery, type Query } from '../search/query.ts';
import type { Concordance } from './concordance.ts';
import { element } from './element.ts';
import { queryInAddress, readAddress, SearchHistory } from './search-address.ts';
import type { Answer, Filters, Found } from '../search/found.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { search } from './search-core.ts';
import { SearchFilters } from './search-filters.ts';
import { moveAmong } from './search-keys.ts';
import { resultItem } from './search-list.ts';
import { helpFor, nameFor, placeFor, textFor } from './search-offers.ts';
import {
  alsoSearched,
  failed,
  nothingAsked,
  notSearched,
  occurrences,
  onPaper,
  outcome,
  remarks,
} from './search-messages.ts';

/** Results shown where the form leads to a page with all of them. */
const shownAside = 20;
/** Milliseconds without a key before what is typed is searched. */
const pause = 150;

export class SearchView extends HTMLElement {
  readonly #status = element('p', 'search-status');
  readonly #here = element('div', 'search-here');
  readonly #go = element('div', 'search-place');
  readonly #named = element('div', 'search-named');
  readonly #list = element('ol', 'search-results');
  readonly #also = element('p', 'search-also');
  /** What was asked for, on paper, where fields and filters are left out. */
  readonly #asked = element('p', 'search-asked');
  readonly #help = element('div', 'search-helps');
  readonly #all = element('p', 'search-all');
  readonly #title = document.title;
  readonly #history = this.hasAttribute('address') ? new SearchHistory() : undefined;
  #filters: SearchFilters | undefined;
  #concordance: Concordance | undefined;
  #layout: Layout = usualLayout;
  #unknown: string[] = [];
  #run = new AbortController();
  #timer = 0;

  connectedCallback() {
    this.#here.ariaLive = this.#go.ariaLive = this.#named.ariaLive = this.#also.ariaLive = 'polite';
    this.#status.role = 'status';
    this.#status.ariaLive = 'polite';
    // Safari does not tell a list without markers from a paragraph.
    this.#list.role = 'list';
    this.append(
      this.#here,
      this.#go,
      this.#named,
      this.#asked,
      this.#status,
      this.#also,
      this.#help,
      this.#list,
      this.#all,
    );
    this.addEventListener('input', this.#typed);
    this.addEventListener('submit', this.#submitted);
    this.addEventListener('keydown', this.#pressed);
    if (this.#history) window.addEventListener('popstate', this.#arrived);
    void this.#start();
  }

  disconnectedCallback() {
    this.#run.abort();
    clearTimeout(this.#timer);
    this.removeEventListener('input', this.#typed);
    this.removeEventListener('submit', this.#submitted);
    this.removeEventListener('keydown', this.#pressed);
    window.removeEventListener('popstate', this.#arrived);
  }

  get #input(): HTMLInputElement {
    const input = this.querySelector<HTMLInputElement>('input[name=q]');
    if (!input) throw new Error('A <search-view> holds a form with a field `q`.');
    return input;
  }

  async #start() {
    if (this.#history) await this.#arrived();
    else if (this.#input.value !== '') this.#search();
  }

  /** @param event undefined when the page has just been loaded. */
  readonly #arrived = async (event?: Event) => {
    const catalogue = await loadCatalogue().catch(() => undefined);
    if (catalogue && !this.#filters) {
      this.#filters = new SearchFilters(catalogue.sources, this.#filtered);
      this.#status.before(this.#filters.element);
    }
    const known = await readAddress().catch(() => undefined);
    this.#history?.arrived();
    this.#unknown = known?.unknown ?? [];
    // What a reader typed while the page loaded is newer than the address.
    if (event || this.#input.value === '') this.#input.value = queryInAddress();
    this.#layout = known?.state.layout ?? usualLayout;
    if (this.#filters && known) {
      const { state } = known;
      Object.assign(this.#filters, { value: state, isExact: state.isExact, view: state.view });
    }
    this.#search();
  };

  readonly #typed = (event: Event) => {
    if (event.target !== this.#input) return;
    clearTimeout(this.#timer);
    this.dataset['searchState'] = 'searching';
    this.#timer = window.setTimeout(() => {
      this.#search({ isDraft: true });
    }, pause);
  };

  readonly #submitted = (event: SubmitEvent) => {
    if (event.target !== this.#input.form) return;
    const place = this.#go.querySelector<HTMLElement>('[data-go-for]');
    if (place?.dataset['goFor'] === parseQuery(this.#input.value).text) {
      event.preventDefault();
      place.querySelector('a')?.click();
      return;
    }
    if (!this.#history) return;
    event.preventDefault();
    this.#search({ isDraft: false });
  };

  readonly #filtered = () => {
    this.#search({ isDraft: false });
  };

  readonly #pressed = (event: KeyboardEvent) => {
    moveAmong(event, this.#input, [
      ...this.querySelectorAll<HTMLAnchorElement>('.search-go a, .search-results .search-head a'),
    ]);
  };

  /** @param change what the reader did, unless the state came from the address. */
  #search(change?: { isDraft: boolean }) {
    this.#run.abort();
    clearTimeout(this.#timer);
    const { signal } = (this.#run = new AbortController());
    const isExact = this.#filters?.isExact ?? false;
    const query = parseQuery(this.#input.value, { isExact });
    const filters = this.#filters?.value ?? {};
    const view = this.#filters?.view ?? 'list';
    if (change) {
      this.#unknown = [];
      this.#history?.remember(
        { q: query.text, ...filters, isExact, view, layout: this.#layout },
        change.isDraft,
      );
    }
    if (this.#history) document.title = query.text === '' ? this.#title : `${query.text} · ${this.#title}`;

    this.#help.replaceChildren();
    void this.#offer(this.#go, placeFor(query), signal);
    void this.#offer(this.#named, nameFor(query), signal);
    void this.#offer(this.#here, textFor(query, this.closest('dialog')), signal);
    const nothing = nothingAsked(query);
    if (nothing !== undefined || view === 'list') this.#concordance?.element.remove();
    if (nothing !== undefined) {
      this.#count([], []);
      this.#show([], query);
      this.#finish(nothing, query);
      return;
    }
    this.dataset['searchState'] = 'searching';
    if (this.#list.childElementCount === 0) this.#status.textContent = 'Searching …';
    if (view === 'concordance') {
      void this.#showConcordance(query, filters, signal);
      return;
    }
    search(query, filters, signal, (progress) => {
      const { results, found, also, isDone } = progress;
      this.#show(results, query);
      if (!found) return;
      this.#count(found, results);
      this.#tell(outcome(progress, filters, query), query, also);
      if (!isDone) return;
      this.dataset['searchState'] = 'done';
      if (found.length === 0) this.#helpOut(query, signal);
    }).catch(() => {
      if (signal.aborted) return;
      this.#show([], query);
      this.#finish(failed, query);
    });
  }

  #count(found: readonly Found[], shown: readonly Found[]) {
    // Without the names and headings, the numbers that do not need them are right all the same.
    this.#filters?.count(found, shown).catch(() => undefined);
  }

  /** Puts what is offered where it belongs, unless the reader has asked something else by then. */
  async #offer(place: HTMLElement, offer: Promise<HTMLElement | undefined>, signal: AbortSignal) {
    const offered = await offer;
    if (!signal.aborted) place.replaceChildren(...(offered ? [offered] : []));
  }

  #helpOut(query: Query, signal: AbortSignal) {
    void this.#offer(this.#help, helpFor(query, this.#input.form?.action ?? ''), signal);
  }

  async #showConcordance(query: Query, filters: Filters, signal: AbortSignal) {
    try {
      const { Concordance } = await import('./concordance.ts');
      this.#concordance ??= new Concordance((layout) => {
        this.#layout = layout;
        this.#search({ isDraft: false });
      });
      const { found, also } = await this.#concordance.show(query, filters, this.#layout, signal);
      if (signal.aborted) return;
      this.#show([], query);
      if (found.length === 0) this.#helpOut(query, signal);
      this.#list.before(this.#concordance.element);
      this.#count(found, []);
      this.#finish(occurrences(found, filters), query, also);
    } catch {
      if (signal.aborted) return;
      this.#concordance?.element.remove();
      this.#finish(failed, query);
    }
  }

  #show(results: readonly Answer[], query: Query) {
    const focused = this.#list.contains(document.activeElement)
      ? (document.activeElement as HTMLAnchorElement).href
      : undefined;
    const shown = this.#history ? results : results.slice(0, shownAside);
    this.#list.replaceChildren(...shown.map((result) => resultItem(result, query)));
    if (focused !== undefined)
      [...this.#list.querySelectorAll('a')].find(({ href }) => href === focused)?.focus();
    this.#all.replaceChildren();
    if (this.#history || results.length === 0) return;
    const link = element('a', '');
    link.href = `${this.#input.form?.action ?? ''}?${new URLSearchParams({ q: query.text }).toString()}`;
    link.append(
      results.length > shown.length
        ? `All ${String(results.length)} results, with filters`
        : 'These results on a page of their own, with filters',
    );
    this.#all.append(link);
  }

  /** Whatever was found, it is not all where words are not shown. */
  async #tellLimits(told: string) {
    const limits = notSearched((await loadCatalogue().catch(() => undefined))?.withheld);
    if (limits !== '' && this.#status.textContent === told) this.#status.textContent = `${told} ${limits}`;
  }

  #finish(message: string, query: Query, also: readonly string[] = []) {
    this.#tell(message, query, also);
    this.dataset['searchState'] = 'done';
  }

  #tell(message: string, query: Query, also: readonly string[]) {
    this.#status.textContent = [message, ...remarks(query, this.#unknown)].join(' ');
    // The page of search says so in any case.
    if (!this.#history && query.text !== '') void this.#tellLimits(this.#status.textContent);
    this.#also.textContent = alsoSearched(query, also);
    if (this.#history) this.#asked.textContent = onPaper(query, this.#filters?.chosen ?? []);
  }
}
