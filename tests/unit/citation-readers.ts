/** Readers of citations that know nothing of how this project writes them. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/** One record, read by Citation.js into CSL-JSON. */
export async function readBack(format: 'bibtex' | 'ris', text: string): Promise<unknown> {
  const type = format === 'bibtex' ? '@biblatex/text' : '@ris/file';
  return (await Cite.async(text, { forceType: type })).data[0];
}

const text = { type: 'string' };
const number = { type: ['string', 'number'] };
const date = {
  type: 'object',
  additionalProperties: false,
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: { type: 'array', minItems: 1, maxItems: 3, items: number },
    },
  },
};
const names = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    properties: { family: text, given: text, literal: text },
  },
};

/**
 * What the schema of CSL-JSON 1.0 says of the keys that are used here; no other key is allowed.
 * https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
 */
export const cslSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      type: {
        enum: [
          'article-magazine',
          'article-journal',
          'article-newspaper',
          'chapter',
          'book',
          'pamphlet',
          'webpage',
        ],
      },
      id: number,
      author: names,
      issued: date,
      'chapter-number': number,
      'container-title': text,
      issue: number,
      language: text,
      locator: number,
      note: text,
      page: number,
      publisher: text,
      'publisher-place': text,
      title: text,
      URL: text,
      version: text,
      volume: number,
    },
  },
};
