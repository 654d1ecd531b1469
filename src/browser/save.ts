import { element } from './element.ts';

/** Saves a file that was made here, in answer to what a reader did. */
export function save(content: string, name: string, type: string): void {
  const link = element('a', '');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser has taken the content by the time that another task runs.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
