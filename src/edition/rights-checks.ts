import type { NoteHand, Place, Source } from './model.ts';
import type { Problem } from './problem.ts';
import { excerptOf, rightsIn } from './rights.ts';

/** Whether the rights of a source are stated for every hand that came with it, and name what is there. */
export function rightsFaults(
  source: Pick<Source, 'id' | 'header' | 'paragraphs' | 'witnessNotes'>,
  place: (path: PropertyKey[]) => Place,
): Problem[] {
  const hands: ['author' | NoteHand, whose: string][] = [
    ['author', 'the author’s words'],
    ...(source.witnessNotes.some(({ hand }) => hand === 'transcriber-note')
      ? [['transcriber-note', 'the transcriber’s notes'] as [NoteHand, string]]
      : []),
  ];
  const missing = hands.flatMap(([hand, whose]): Problem[] =>
    rightsIn(source, hand)
      ? []
      : [
          {
            code: 'rights-missing',
            place: place(['rights']),
            fact: `Nothing is stated of the rights in ${whose}.`,
            action: `Add a record with \`hand: ${hand.replace('-note', '')}\`; if little is known, its term is \`CNE\` or \`UND\`.`,
          },
        ],
  );
  const unknown = source.header.rights.flatMap((rights, index) =>
    excerptOf(source, rights).unknown.map((range): Problem => ({
      code: 'rights-excerpt-unknown',
      place: place(['rights', index, 'excerpt']),
      fact: `There are no paragraphs \`${range}\` in ${source.id}.`,
      action: 'Name paragraphs of its text.md in their order, like `p1-p3`.',
    })),
  );
  return [...missing, ...unknown];
}
