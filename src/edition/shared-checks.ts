/** What is asked of several kinds of the editor's files in the same words. */
import { slug } from '../schemas/common.ts';
import type { Place } from './model.ts';
import type { Problem } from './problem.ts';
import type { ProblemCode } from './problems/catalogue.ts';

/** The references to works that the bibliography does not have; `place` gives the line of each by its number. */
export function referenceFaults(
  references: readonly { id: string }[],
  works: ReadonlyMap<string, unknown>,
  place: (index: number) => Place,
): Problem[] {
  return references.flatMap(({ id }, index) =>
    works.has(id)
      ? []
      : [
          {
            code: 'reference-unknown',
            place: place(index),
            fact: `There is no work \`${id}\` in bibliography.json.`,
            action: 'Add the work there, or correct the id.',
          },
        ],
  );
}

/** Whether the name of a file can be part of an address; `code` names the problem for its kind. */
export function idFaults(id: string, file: string, code: ProblemCode): Problem[] {
  if (slug.safeParse(id).success) return [];
  return [
    {
      code,
      place: { file },
      fact: `\`${id}\` cannot be an address.`,
      action: 'Name the file in small letters, digits and single hyphens.',
    },
  ];
}
