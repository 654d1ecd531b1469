/**
 * The tables of Distributed Text Services 1.0 as JSON Schemas. What they say is optional and this edition
 * leaves out (`view`, `start`, `end`, `extensions`) is not allowed, so that nothing slips in.
 */
const string = { type: 'string' };
const address = { type: 'string', pattern: '^http://localhost:4321/' };
const template = { type: 'string', pattern: '^http://localhost:4321/dts/' };
const strings = { type: 'array', items: string, minItems: 1 };
const count = { type: 'integer', minimum: 0 };

function object(required: Record<string, object>, optional: Record<string, object> = {}) {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

/** “MetadataObject Structure”: literals, words with their language, addresses; nothing deeper. */
const metadata = {
  type: 'object',
  minProperties: 1,
  additionalProperties: {
    anyOf: [
      string,
      { type: 'number' },
      strings,
      {
        type: 'array',
        minItems: 1,
        items: object({
          lang: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' },
          value: { type: 'string', minLength: 1 },
        }),
      },
    ],
  },
};

const citeStructures = {
  type: 'array',
  minItems: 1,
  items: object(
    { citeType: string },
    { '@type': { const: 'CiteStructure' }, citeStructure: { $ref: '#/$defs/citeStructures' } },
  ),
};
const trees = {
  type: 'array',
  items: object(
    { '@type': { const: 'CitationTree' } },
    { identifier: string, description: string, citeStructure: { $ref: '#/$defs/citeStructures' } },
  ),
  // The first is the default and has no identifier.
  prefixItems: [{ not: { required: ['identifier'] } }],
};
const $defs = { citeStructures };

const head = {
  '@context': {
    type: 'array',
    prefixItems: [
      { const: 'https://dtsapi.org/context/v1.0.json' },
      {
        type: 'object',
        properties: { '@base': { const: 'http://localhost:4321/sources/' } },
        required: ['@base'],
        additionalProperties: { type: 'string', pattern: '^dct:' },
      },
    ],
    minItems: 2,
    maxItems: 2,
  },
  dtsVersion: { const: '1.0' },
};

export const entrySchema = object({
  '@context': { const: 'https://dtsapi.org/context/v1.0.json' },
  dtsVersion: { const: '1.0' },
  '@id': address,
  '@type': { const: 'EntryPoint' },
  collection: template,
  navigation: template,
  document: template,
});

const shared = {
  '@id': string,
  title: string,
  totalParents: count,
  totalChildren: count,
  collection: template,
};
const collection = [
  { ...shared, '@type': { const: 'Collection' } },
  { description: string, dublinCore: metadata },
] as const;
const resource = [
  { ...shared, '@type': { const: 'Resource' }, navigation: template, document: template },
  {
    description: string,
    dublinCore: metadata,
    download: { type: 'array', items: address },
    mediaTypes: strings,
    citationTrees: trees,
  },
] as const;
const either = { anyOf: [object(...collection), object(...resource)] };
const member = { type: 'array', items: either };

export const collectionSchema = {
  $defs,
  anyOf: [collection, resource].map(([required, optional]) =>
    object({ ...head, ...required }, { ...optional, member }),
  ),
};

const unit = object(
  {
    identifier: string,
    '@type': { const: 'CitableUnit' },
    level: { type: 'integer', minimum: 1 },
    parent: { type: ['string', 'null'] },
  },
  { '@id': address, citeType: string, dublinCore: metadata },
);

export const navigationSchema = {
  $defs,
  ...object(
    {
      ...head,
      '@id': address,
      '@type': { const: 'Navigation' },
      resource: object(
        {
          '@id': string,
          '@type': { const: 'Resource' },
          collection: template,
          navigation: template,
          document: template,
          citationTrees: trees,
        },
        { mediaTypes: strings },
      ),
    },
    { ref: unit, member: { type: 'array', items: unit } },
  ),
};
