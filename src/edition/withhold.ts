/**
 * Takes the words that are not to be shown out of the text model, once: whatever is drawn from it, page,
 * file, index or answer, cannot hold them. Everything is checked before, on the whole texts.
 */
import { locate } from './find.ts';
import type { Edition } from './model.ts';
import { quotationLimit } from './quotation-limit.ts';
import type { RightsPolicy } from './rights.ts';
import { showingOf } from './showing.ts';
import { withholdAround, type Limited } from './withhold-around.ts';
import { withholdSource } from './withhold-source.ts';

type Answer = Edition['header']['opening']['answers'][number];

/** The edition as a deployment may show it; the very same where nothing is withheld. */
export function withhold(edition: Edition, policy: RightsPolicy): Edition {
  const limited = edition.sources.flatMap((source) => {
    const showing = showingOf(source, policy);
    return showing ? [{ source, showing, quote: quotationLimit(source) }] : [];
  });
  if (limited.length === 0) return edition;
  const byId = new Map<string, Limited>(limited.map((one) => [one.source.id, one]));
  // Who asks first gets the words that may be quoted: the home page, the notes, then all else.
  const answers = edition.header.opening.answers.map((answer) => limitAnswer(answer, byId));
  const withheld = new Map(
    limited.map(({ source, showing, quote }) => [source, withholdSource(source, showing, quote)]),
  );
  return {
    ...edition,
    ...withholdAround(edition, byId, withheld),
    header: { ...edition.header, opening: { ...edition.header.opening, answers } },
    sources: edition.sources.map((source) => withheld.get(source)?.source ?? source),
  };
}

function limitAnswer(answer: Answer, limited: ReadonlyMap<string, Limited>): Answer {
  const of = limited.get(answer.source);
  const paragraph = of?.source.paragraphs.find(({ anchor }) => anchor === answer.at);
  if (!of || !paragraph || of.showing.shows(answer.at)) return answer;
  const found = locate(paragraph.words, answer.quote, 1);
  return { ...answer, quote: 'start' in found ? of.quote(paragraph, found.start, found.end).words : '' };
}
