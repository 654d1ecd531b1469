import type { Rule } from './rule.ts';

/** Rules for what editors write around the sources: notes, entities, topics, figures, diagrams, pages. */
export const aroundRules = {
  'note-source-unknown': {
    title: 'Notes on a source that is not there',
    means: 'Editor’s notes stand in `notes/SOURCE/`, in a folder with the name of the source’s own folder.',
  },
  'note-markup': {
    title: 'A note with more than paragraphs',
    means:
      'An editor’s note is one or more plain paragraphs, with emphasis and links. It has no headings, lists or tables.',
  },
  'note-id-taken': {
    title: 'A note with a name that belongs to the witness',
    means:
      'Names that begin with `author-` or `transcriber-` are addresses of the notes that came with the witness.',
  },
  'note-target-unknown': {
    title: 'A note on a paragraph or note that is not there',
    means: '`at` is the anchor of a paragraph, `on` the label of a note, of the same source.',
  },
  'note-quote': {
    title: 'A note on words that its paragraph does not have, or has more than once',
    means:
      '`quote` is the words as they stand in the paragraph, without note calls and page marks. If they stand there more than once, `occurrence` says which.',
  },
  'about-unknown': {
    title: 'A note about something that has no file',
    means:
      'Under `about` stand names of files of `people/`, `places/`, `organisations/`, `terms/`, `events/` or `works/`.',
  },
  'entity-id': {
    title: 'The name of a file cannot be an address',
    means:
      'The name of a file of people, places, organisations, terms, events or works is the address of its page.',
  },
  'form-unused': {
    title: 'A form that no text has',
    means:
      '`forms` are spellings that stand in a text or note. What readers may type and no text has belongs under `other`.',
  },
  'form-shared': {
    title: 'A form that means two things',
    means:
      'No place may leave open which entity a form means. `ambiguous` lists the places where it means this one; `exclude` those where it does not.',
  },
  'form-place-unknown': {
    title: 'A form at a place that is not there',
    means: 'Each place under `ambiguous` or `exclude` is a paragraph or note, like `strong-1934#p3`.',
  },
  'exclude-unknown': {
    title: 'An exclusion of something that is not a form',
    means: '`exclude` says where one of the `forms` of the same file means something else.',
  },
  'topic-id': {
    title: 'The name of a topic’s file cannot be an address',
    means: 'It is the address of the topic’s page: small letters, digits and single hyphens.',
  },
  'topic-order': {
    title: 'Two topics with one number',
    means: '`order` is the place of a topic among the topics.',
  },
  'topic-introduction': {
    title: 'A topic without a plain introduction',
    means: 'The words of a topic’s file are one or more paragraphs, without headings or lists.',
  },
  'topic-summary': {
    title: 'A summary of the wrong source, or none',
    means:
      'Each source that a topic quotes has a summary there, and each summary is of a source of the edition.',
  },
  'passage-source': {
    title: 'A passage under another source',
    means:
      'In a row of a topic each passage stands under the id of its own source, or readers would take one author’s words for another’s.',
  },
  'passage-unknown': {
    title: 'A passage that is not there',
    means:
      'A passage is a source and a paragraph of it, like `strong-1934#p3`, or several that follow each other, `strong-1934#p3-p5`.',
  },
  'passage-quote': {
    title: 'Words that do not stand in their passage, or stand there more than once',
    means:
      '`quote` is the words as the paragraph has them. If they stand there more than once, `occurrence` says which.',
  },
  'claim-source-unknown': {
    title: 'Claims of a source that is not there',
    means:
      'The figures that a source states are listed in `claims/SOURCE.yaml`, named as the source’s folder.',
  },
  'claim-duplicate': {
    title: 'Two claims with one id',
    means: 'The id of a claim is part of its address.',
  },
  'claim-note-unknown': {
    title: 'A claim checked by a note that is not there',
    means: '`note` is the name of an editor’s note on the same source.',
  },
  'figure-id': {
    title: 'The name of a figure’s file cannot be an address',
    means: 'It is the address of the figure’s page: small letters, digits and single hyphens.',
  },
  'figure-item-unknown': {
    title: 'A value of something that the figure does not compare',
    means: '`item` of a value is one of the `items` of the figure, letter for letter.',
  },
  'figure-value': {
    title: 'A value that does not follow from its claims',
    means:
      'A value of a source is the number of its claim, or `reckoned` says how it follows from the numbers of several.',
  },
  'figure-claim-unknown': {
    title: 'A value that rests on a claim that is not there',
    means: 'Each of `claims` is the id of a claim of the series’ source.',
  },
  'diagram-id': {
    title: 'The name of a diagram’s file cannot be an address',
    means: 'It is the address of the diagram’s page: small letters, digits and single hyphens.',
  },
  'diagram-source-unknown': {
    title: 'A diagram of a source that is not there',
    means: '`source` is the name of a folder of `sources/`.',
  },
  'diagram-node-duplicate': {
    title: 'Two nodes with one id',
    means: 'Lines of a diagram find their ends by these ids.',
  },
  'diagram-node-unknown': {
    title: 'A line to a node that is not there',
    means: '`from` and `to` of an edge are ids of nodes of the same diagram.',
  },
  'diagram-source-other': {
    title: 'A diagram that quotes another source',
    means: 'A diagram draws what one text says, so its words are of that text alone.',
  },
  'statement-unknown': {
    title: 'References for a paragraph that is not there',
    means: 'Each entry under `references` of a page is for a paragraph that ends in its id, like `^p3`.',
  },
  'statement-reference-missing': {
    title: 'A paragraph that does not say what it rests on',
    means: 'On a page with `references` each paragraph ends in an id that has an entry there.',
  },
  'statement-markup': {
    title: 'More than headings and paragraphs on a page with references',
    means: 'On such a page every statement is a paragraph, so that none can do without its references.',
  },
} as const satisfies Record<string, Rule>;
