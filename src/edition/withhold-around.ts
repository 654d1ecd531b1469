/** What stands around the sources, with no more of their words than may be quoted. */
import { locate } from './find.ts';
import type { Claim, Edition, Entity, Figure, Paragraph, Source, Topic } from './model.ts';
import type { Passage, Quotation } from './passages.ts';
import type { QuotationLimit } from './quotation-limit.ts';
import type { Showing } from './showing.ts';
import type { Withheld } from './withhold-source.ts';

/** A source of which words are withheld. */
export interface Limited {
  source: Source;
  showing: Showing;
  quote: QuotationLimit;
}

type Around = Pick<Edition, 'claims' | 'topics' | 'figures' | 'diagrams' | 'entities'>;

/** Claims, topics, diagrams and events ask for words in this order. */
export function withholdAround(
  edition: Around,
  limited: ReadonlyMap<string, Limited>,
  withheld: ReadonlyMap<Source, Withheld>,
): Around {
  const sourceOf = (source: Source) => withheld.get(source)?.source ?? source;
  const paragraphOf = (source: Source, paragraph: Paragraph) =>
    withheld.get(source)?.paragraphs.get(paragraph) ?? paragraph;

  const passageOf = <P extends Passage | Quotation>(passage: P): P => {
    const of = limited.get(passage.source.id);
    const source = sourceOf(passage.source);
    const [first] = passage.paragraphs;
    if (!of || !first || !('words' in passage) || of.showing.shows(first.anchor))
      return {
        ...passage,
        source,
        paragraphs: passage.paragraphs.map((one) => paragraphOf(passage.source, one)),
      };
    const { paragraph, words, start, end } = of.quote(first, passage.start, passage.end);
    return { ...passage, source, paragraphs: [paragraph], words, start, end };
  };

  const claimOf = (claim: Claim): Claim => {
    const { paragraph, note } = claim;
    const of = limited.get(claim.source.id);
    const own = {
      source: sourceOf(claim.source),
      note: note && (withheld.get(claim.source)?.notes.get(note) ?? note),
    };
    if (!of || of.showing.shows(paragraph.anchor))
      return { ...claim, ...own, paragraph: paragraphOf(claim.source, paragraph) };
    const { words, ...quoted } = of.quote(paragraph, claim.start, claim.end);
    return { ...claim, ...own, ...quoted, quote: words };
  };

  const topicOf = (topic: Topic): Topic => ({
    ...topic,
    // The rows say what the header’s do, and the header’s hold all words.
    header: { ...topic.header, rows: topic.header.rows.map(({ point }) => ({ point, passages: {} })) },
    summaries: topic.summaries.map(({ source, text }) => ({ source: sourceOf(source), text })),
    rows: topic.rows.map(({ point, sides }) => ({
      point,
      sides: sides.map(({ source, passages }) => ({
        source: sourceOf(source),
        passages: passages.map(passageOf),
      })),
    })),
    prompts: topic.prompts.map(({ question, passages }) => ({
      question,
      passages: passages.map(passageOf),
    })),
  });

  const entityOf = (entity: Entity): Entity => ({
    ...entity,
    implied: entity.implied.map((implied) => {
      const [id = '', anchor = ''] = implied.at.split('#');
      const of = limited.get(id);
      const paragraph = of?.source.paragraphs.find((one) => one.anchor === anchor);
      if (!of || !paragraph || of.showing.shows(anchor)) return implied;
      const found = locate(paragraph.words, implied.quote, implied.occurrence);
      return { ...implied, quote: 'start' in found ? of.quote(paragraph, found.start, found.end).words : '' };
    }),
  });

  const claims = new Map(edition.claims.map((claim) => [claim, claimOf(claim)]));
  const figureOf = (figure: Figure): Figure => ({
    ...figure,
    series: figure.series.map((series) => ({
      ...series,
      source: series.source && sourceOf(series.source),
      values: series.values.map((value) => ({
        ...value,
        claims: value.claims.map((claim) => claims.get(claim) ?? claimOf(claim)),
      })),
    })),
    see: figure.see.map(({ source, paragraph }) => ({
      source: sourceOf(source),
      paragraph: paragraphOf(source, paragraph),
    })),
  });

  return {
    claims: [...claims.values()],
    topics: edition.topics.map(topicOf),
    figures: edition.figures.map(figureOf),
    diagrams: edition.diagrams.map((diagram) => ({
      ...diagram,
      source: sourceOf(diagram.source),
      nodes: diagram.nodes.map((node) => ({ ...node, at: node.at.map(passageOf) })),
      edges: diagram.edges.map((edge) => ({ ...edge, at: edge.at.map(passageOf) })),
    })),
    entities: edition.entities.map(entityOf),
  };
}
