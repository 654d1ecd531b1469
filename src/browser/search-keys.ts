/** Arrow keys lead from the search box through the links of the results and back. */
export function moveAmong(
  event: KeyboardEvent,
  input: HTMLInputElement,
  links: readonly HTMLAnchorElement[],
): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const at = event.target === input ? -1 : links.indexOf(event.target as HTMLAnchorElement);
  if (at === -1 && event.target !== input) return;
  const next = at + step;
  if (next < -1 || next >= links.length) return;
  event.preventDefault();
  (links[next] ?? input).focus();
}
