/** Whose words, where, and naming whom: choices with the number of results beside each. */
import { HAND_NAMES } from '../edition/labels.ts';
import type { Hand } from '../edition/model.ts';
import { Facets } from '../search/facets.ts';
import { isFiltered, readYears, writeYears, type Filters, type Found } from '../search/found.ts';
import type { SearchSource } from '../search/records.ts';
import { element } from './element.ts';
import { FilterSelect } from './filter-select.ts';
import { loadPreferredNames } from './load-names.ts';
import { readSource } from './read-sources.ts';
import type { View } from './search-address.ts';
import { grouped } from './search-messages.ts';

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

  /** What is chosen, in words. */
  get chosen(): string[] {
    const hand = this.#hands.find(({ input }) => input.checked)?.value;
    const selects = [this.#source, this.#section, this.#year, this.#mentions].map(({ chosen }) => chosen);
    return [this.isExact ? 'exact form only' : undefined, hand && HAND_NAMES[hand], ...selects].filter(
      (name) => name !== undefined,
    );
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

  /**
   * Says beside every choice what it would show, the others as they are: blocks in a list, hits in a concordance.
   * @param shown those whose texts were read.
   */
  async count(found: readonly Found[], shown: readonly Found[]): Promise<void> {
    const filters = this.value;
    const facets = new Facets(found, filters, this.view === 'list' ? () => 1 : ({ hits }) => hits);
    for (const { value, count, label } of this.#hands) {
      const number = facets.total({ hand: value });
      count.textContent = grouped(number);
      label.classList.toggle('empty', number === 0);
    }
    const isUsed = this.isExact || isFiltered(filters) || this.view !== 'list';
    this.element.hidden = found.length === 0 && !isUsed;
    const all = (name: string, others: Filters) => ({ value: '', name, count: facets.total(others) });
    this.#source.show(all('all sources', { sourceId: undefined, section: undefined }), [
      { name: '', facets: facets.sources(this.#sources) },
    ]);
    const years = facets.years();
    const isOneYear = years.flatMap((decade) => decade.facets).length < 2;
    this.#year.show(all('all years', { years: undefined }), isOneYear ? [] : years);
    const [sections, names] = await Promise.all([
      filters.sourceId === undefined ? [] : readSource(filters.sourceId).then((source) => source.sections),
      loadPreferredNames(),
    ]);
    // What the reader chose meanwhile is counted by another call.
    if (filters.sourceId !== this.#source.value) return;
    this.#section.show(all('all sections', { section: undefined }), [
      { name: '', facets: facets.sections(sections) },
    ]);
    this.#mentions.show(all('anyone and anything', { mentions: undefined }), facets.mentions(shown, names));
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
