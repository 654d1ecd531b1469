/** Whose words, and in which source: two choices with the number of results beside each. */
import { HAND_NAMES } from '../edition/labels.ts';
import type { Hand } from '../edition/model.ts';
import type { SearchSource } from '../search/records.ts';
import { element } from './element.ts';
import type { View } from './search-address.ts';
import type { Filters } from './search-core.ts';
import { passing } from './search-messages.ts';

export class SearchFilters {
  readonly element = element('form', 'search-filters');
  readonly #hands: {
    value: Hand | undefined;
    input: HTMLInputElement;
    count: HTMLElement;
    label: HTMLElement;
  }[] = [];
  readonly #source = element('select', '');
  readonly #exact = element('input', '');
  readonly #concordance = element('input', '');

  constructor(sources: Iterable<SearchSource>, changed: () => void) {
    const choices = element('div', 'search-choices');
    choices.role = 'radiogroup';
    choices.ariaLabel = 'Whose words';
    for (const [value, name] of [[undefined, 'all'], ...Object.entries(HAND_NAMES)] as [
      Hand | undefined,
      string,
    ][]) {
      const label = document.createElement('label');
      const input = document.createElement('input');
      input.type = 'radio';
      input.name = 'whose';
      input.value = value ?? '';
      const count = element('span', 'search-count');
      if (value !== undefined) label.dataset['hand'] = value;
      label.append(input, ` ${name} `, count);
      choices.append(label);
      this.#hands.push({ value, input, count, label });
    }
    this.#source.name = 'source';
    this.#source.ariaLabel = 'Source';
    this.#source.append(new Option('all sources', ''));
    for (const { id, short } of sources) {
      const option = new Option(short, id);
      option.dataset['short'] = short;
      this.#source.append(option);
    }
    const switches = element('div', 'search-choices');
    for (const [input, name, text] of [
      [this.#exact, 'exact', 'exact form only'],
      [this.#concordance, 'view', 'as a concordance, a line for each occurrence'],
    ] as const) {
      input.type = 'checkbox';
      input.name = name;
      switches.append(element('label', '', input, ` ${text}`));
    }
    this.element.append(
      ...[caption('Whose words'), choices, caption('Source'), this.#source],
      ...[caption('Show'), switches],
    );
    this.element.ariaLabel = 'Filters';
    this.element.hidden = true;
    this.element.addEventListener('change', changed);
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
    });
  }

  get value(): Filters {
    const hand = this.#hands.find(({ input }) => input.checked)?.value;
    return { hand, sourceId: this.#source.value || undefined };
  }

  set value({ hand, sourceId }: Filters) {
    for (const choice of this.#hands) choice.input.checked = choice.value === hand;
    this.#source.value = sourceId ?? '';
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

  /** Each number counts what that choice would show, the other choice as it is. */
  count(results: readonly { hand: Hand; sourceId: string }[]): void {
    const { hand, sourceId } = this.value;
    for (const { value, count, label } of this.#hands) {
      const number = passing(results, { hand: value, sourceId }).length;
      count.textContent = String(number);
      label.classList.toggle('empty', number === 0);
    }
    for (const option of this.#source.options) {
      const number = passing(results, { hand, sourceId: option.value || undefined }).length;
      option.text = `${option.dataset['short'] ?? 'all sources'} (${String(number)})`;
    }
    this.element.hidden =
      results.length === 0 &&
      hand === undefined &&
      sourceId === undefined &&
      !this.isExact &&
      this.view === 'list';
  }
}

/** What a group of choices is called, for those who see it; the group itself says it to the others. */
function caption(text: string): HTMLSpanElement {
  const made = element('span', 'search-caption');
  made.ariaHidden = 'true';
  made.append(text);
  return made;
}
