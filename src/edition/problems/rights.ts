import type { Rule } from './rule.ts';

/** Rules for the rights in each hand’s words. */
export const rightsRules = {
  'rights-missing': {
    title: 'A hand of which no rights are stated',
    means:
      'Under `rights` in `source.yaml` stands a record for the author’s words and, where there are notes of a transcriber, one for these. What is not known is said to be unknown.',
  },
  'rights-excerpt-unknown': {
    title: 'An excerpt of paragraphs that are not there',
    means: 'With `display: excerpt`, `excerpt` names the paragraphs that are shown.',
  },
  'rights-quotation-too-long': {
    title: 'A long quotation in the edition’s own prose',
    means:
      'Where a text or the notes of a hand are not known to be cleared, a deployment may withhold them, and then no more than 25 words are quoted at once. Under `quote` they are shortened then by the program; in prose nobody can shorten them but you.',
  },
} as const satisfies Record<string, Rule>;
