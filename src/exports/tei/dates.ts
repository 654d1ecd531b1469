import type { Attributes } from '../xml.ts';

/**
 * A date in EDTF (see `schemas/common.ts`) as attributes of TEI’s class att.datable.w3c. What is
 * approximate (`~`) has a middling certainty, what is uncertain (`?`, `%`) a low one.
 */
export function dating(edtf: string): Attributes {
  const [from = '', to] = edtf.split('/');
  const cert = certaintyOf(edtf);
  return to === undefined ? { when: plain(from), cert } : { from: plain(from), to: plain(to), cert };
}

function certaintyOf(edtf: string): string | undefined {
  if (/[?%]/.test(edtf)) return 'low';
  return edtf.includes('~') ? 'medium' : undefined;
}

function plain(date: string): string {
  return date.replace(/[?~%]$/, '');
}
