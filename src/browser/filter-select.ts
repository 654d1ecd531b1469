/** A choice among many, with the number of results beside each. */
import type { Facet, FacetGroup } from '../search/facets.ts';
import { element } from './element.ts';
import { grouped } from './search-messages.ts';

export class FilterSelect {
  readonly element = element('select', '');
  #value = '';

  /** @param name of its field, and `label` what it is called. */
  constructor(name: string, label: string) {
    this.element.name = name;
    this.element.ariaLabel = label;
    this.element.addEventListener('change', () => {
      this.#value = this.element.value;
    });
  }

  get value(): string | undefined {
    return this.#value === '' ? undefined : this.#value;
  }

  /** What is chosen, by its name. */
  get chosen(): string | undefined {
    return this.value === undefined ? undefined : this.element.selectedOptions[0]?.dataset['name'];
  }

  /** A value that is not among the choices is one all the same. */
  set value(value: string | undefined) {
    this.#value = value ?? '';
    if (this.value !== undefined && !this.#has(this.#value))
      this.element.append(new Option(this.#value, this.#value));
    this.element.value = this.#value;
  }

  /** Hidden where there is nothing to choose. The first choice is that for all. */
  show(all: Facet, groups: readonly FacetGroup[]): void {
    const isOne = groups.filter(({ facets }) => facets.length > 0).length < 2;
    const options = groups.flatMap(({ name, facets }) => {
      const made = facets.map(option);
      if (isOne || made.length === 0) return made;
      const group = document.createElement('optgroup');
      group.label = name;
      group.append(...made);
      return [group];
    });
    this.element.replaceChildren(option(all), ...options);
    this.element.hidden = options.length === 0 && this.value === undefined;
    this.value = this.#value;
  }

  #has(value: string): boolean {
    return [...this.element.options].some((option) => option.value === value);
  }
}

function option({ value, name, count }: Facet): HTMLOptionElement {
  const made = new Option(count === undefined ? name : `${name} (${grouped(count)})`, value);
  made.dataset['name'] = name;
  return made;
}
