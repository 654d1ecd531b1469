/** Words of the head of a source that the edition supplied, marked as supplied. */
import type { SourceHeader } from '../../edition/model.ts';
import { EDITOR, pointer } from './ids.ts';
import { mixed, type Attributes, type XmlElement } from '../xml.ts';

/** Who supplied it. */
export const suppliedBy: Attributes = { reason: 'not-in-witness', resp: pointer(EDITOR) };

export function suppliedWords(words: string): XmlElement {
  return mixed('supplied', suppliedBy, words);
}

/** Words of the head of a source, marked where the edition supplied them. */
export function supplied(
  name: string,
  { text, ...by }: SourceHeader['title'],
  attributes: Attributes,
): XmlElement {
  return mixed(name, attributes, by['supplied-by'] === 'edition' ? suppliedWords(text) : text);
}
