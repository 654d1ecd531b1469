/** Bringing a place of the text before the reader. */
import { boxOf, type PagePlace } from './within-parts.ts';

/** Pixels above a place that are left free, as where an address leads. */
const above = 48;

/** Scrolls to a place if it is not in sight, or lies under the bar. */
export function reveal(place: PagePlace, bar: HTMLElement): void {
  const height = visualViewport?.height ?? window.innerHeight;
  const free = height - bar.offsetHeight - above;
  const { top, bottom } = boxOf(place);
  if (top >= above && bottom <= free) return;
  // A third down, so that what leads up to it can be read.
  const by = top - Math.max(above, free / 3);
  const isNear = Math.abs(by) < window.innerHeight;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollBy({ top: by, behavior: isNear && !isStill ? 'smooth' : 'instant' });
}

/** Screen readers read on from what has the focus. */
export function focusOn(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
