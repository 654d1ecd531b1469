import type { Copy } from '../edition/quoting.ts';

/**
 * Copies formatted text, with its plain form for programs that take no other; called in answer to
 * what a reader did, since browsers refuse it at any other time.
 * @throws when the browser refuses.
 */
export async function copy({ text, html }: Copy): Promise<void> {
  const blob = (content: string, type: string) => new Blob([content], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
    ]);
  } catch {
    // Some browsers copy plain text alone.
    await navigator.clipboard.writeText(text);
  }
}
