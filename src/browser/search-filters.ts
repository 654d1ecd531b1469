/** Whose words, where, and naming whom: choices with the number of results beside each. */
import { capital, HAND_NAMES } from '../edition/labels.ts';
import type { Hand } from '../edition/model.ts';
import { countOf, mentionFacets, sectionFacets, sourceFacets, yearFacets } from '../search/facets.ts';
import { readYears, writeYears, type Filters, type Found } from '../search/found.ts';
import { few, type SearchSource } from '../search/records.ts';
import { element } from './element.ts';
import { FilterSelect } from './filter-select.ts';
import { loadPreferredNames } from './load-names.ts';
import { readSource } from './read-sources.ts';
import type { View } from './search-address.ts';

interface HandChoice {
  value: Hand | undefined;
  input: HTMLInputElement;
  count: HTMLElement;
  label: HTMLElement;
}

export class SearchFilters {
  readonly element = element('form', 'search-filters');
  readonly #sources: readonly SearchSource[];
  readonly #hands: HandChoice[];
  readonly #source = new FilterSelect('source', 'Source');
  readonly #section = new FilterSelect('section', 'Section');
  readonly #year = new FilterSelect('year', 'Year');
  readonly #mentions = new FilterSelect('mentions', 'Names');
  readonly #exact = checkbox('exact');
  readonly #concordance = checkbox('view');

  /** @param changed called when the reader chooses. */
  constructor(sources: readonly SearchSource[], changed: () => void) {
    this.#sources = sources;
    this.#hands = [undefined, ...(Object.keys(HAND_NAMES) as Hand[])].map(handChoice);
    const choices = element('div', 'search-choices', ...this.#hands.map(({ label }) => label));
    choices.role = 'radiogroup';
    choices.ariaLabel = 'Whose words';
    const where = [this.#source, this.#section, this.#year].map((select) => select.element);
    const switches = element(
      'div',
      'search-choices',
      element('label', '', this.#exact, ' exact form only'),
      element('label', '', this.#concordance, ' as a concordance, a line for each occurrence'),
    );
    this.element.append(
      ...[caption('Whose words'), choices],
      ...[caption('Where'), element('div', 'search-choices', ...where)],
      ...[caption('Naming'), element('div', 'search-choices', this.#mentions.element)],
      ...[caption('Show'), switches],
    );
    this.element.ariaLabel = 'Filters';
    this.element.hidden = true;
    this.element.addEventListener('change', ({ target }) => {
      // Sections are those of one source.
      if (target === this.#source.element) this.#section.value = undefined;
      changed();
    });
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
    });
  }

  get value(): Filters {
    return {
      hand: this.#hands.find(({ input }) => input.checked)?.value,
      sourceId: this.#source.value,
      section: this.#section.value,
      years: readYears(this.#year.value ?? ''),
      mentions: this.#mentions.value,
    };
  }

  set value({ hand, sourceId, section, years, mentions }: Filters) {
    for (const choice of this.#hands) choice.input.checked = choice.value === hand;
    this.#source.value = sourceId;
    this.#section.value = section;
    this.#year.value = years && writeYears(years);
    this.#mentions.value = mentions;
  }

  get isExact(): boolean {
    return this.#exact.checked;
  }

  set isExact(isExact: boolean) {
    this.#exact.checked = isExact;
  }

  get view(): View {
    return this.#concordance.checked ? 'concordance' : 'list';
  }

  set view(view: View) {
    this.#concordance.checked = view === 'concordance';
  }

  /** Each number counts what that choice would show, the other choices as they are. */
  async count(found: readonly Found[]): Promise<void> {
    const filters = this.value;
    for (const { value, count, label } of this.#hands) {
      const number = countOf(found, { ...filters, hand: value });
      count.textContent = String(number);
      label.classList.toggle('empty', number === 0);
    }
    const isUsed = [...Object.values(filters), this.isExact || undefined].some(
      (filter) => filter !== undefined,
    );
    this.element.hidden = found.length === 0 && !isUsed && this.view === 'list';
    const all = (name: string, filter: keyof Filters) => {
      const others = {
        ...filters,
        [filter]: undefined,
        ...(filter === 'sourceId' && { section: undefined }),
      };
      return { value: '', name, count: countOf(found, others) };
    };
    this.#source.show(all('all sources', 'sourceId'), [
      { name: '', facets: sourceFacets(found, filters, this.#sources, few) },
    ]);
    this.#year.show(all('all years', 'years'), yearFacets(found, filters));
    const [sections, names] = await Promise.all([
      filters.sourceId === undefined ? [] : readSource(filters.sourceId).then((source) => source.sections),
      loadPreferredNames(),
    ]);
    // What the reader chose meanwhile is counted by another call.
    if (filters.sourceId !== this.#source.value) return;
    this.#section.show(all('all sections', 'section'), [
      { name: '', facets: sectionFacets(found, filters, sections) },
    ]);
    const mentions = mentionFacets(found, filters, names);
    this.#mentions.show(
      all('anyone and anything', 'mentions'),
      mentions.map(({ name, facets }) => ({ name: capital(name), facets })),
    );
  }
}

function handChoice(value: Hand | undefined): HandChoice {
  const input = element('input', '');
  input.type = 'radio';
  input.name = 'whose';
  input.value = value ?? '';
  const count = element('span', 'search-count');
  const label = element('label', '', input, ` ${value === undefined ? 'all' : HAND_NAMES[value]} `, count);
  if (value !== undefined) label.dataset['hand'] = value;
  return { value, input, count, label };
}

function checkbox(name: string): HTMLInputElement {
  const input = element('input', '');
  input.type = 'checkbox';
  input.name = name;
  return input;
}

/** What a group of choices is called, for those who see it; the group itself says it to the others. */
function caption(text: string): HTMLSpanElement {
  const made = element('span', 'search-caption', text);
  made.ariaHidden = 'true';
  return made;
}
