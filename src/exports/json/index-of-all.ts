import { authorsOf, entityKinds, titleOf } from '../../edition/labels.ts';
import type { Edition } from '../../edition/model.ts';
import { workName, worksOf } from '../../edition/works.ts';
import {
  claimsFilePath,
  DATA,
  diagramPath,
  editionFilePath,
  entityPath,
  fileBeside,
  figureFilePath,
  figurePath,
  registerPath,
  schemaPath,
  sourcePath,
  sumsPath,
  TEI_SCHEMA,
  topicPath,
  workPath,
} from '../../routes.ts';
import type { IndexData } from '../../schemas/data/index-of-all.ts';
import { dataKinds } from '../../schemas/data/json-schema.ts';
import { entityFolders } from '../../schemas/entity-kinds.ts';
import { allFormats } from '../formats.ts';
import { fileOf, filesOf, full, headOf, type Context } from './shared.ts';

const JSON_TYPE = 'application/json';

/** The list of everything that programs may read: `/data/index.json`. */
export function indexJson(context: Context & { edition: Edition }): IndexData {
  const { edition, formats = allFormats } = context;
  const file = (path: string, mediaType: string) => fileOf(path, mediaType, context);
  const page = (id: string, name: string, path: string) => ({
    id,
    name,
    address: full(path, context),
    files: [file(fileBeside(path, 'json'), JSON_TYPE)],
  });
  const entriesOf = (folder: keyof typeof entityFolders) =>
    folder === 'works'
      ? worksOf(edition).map((entry) => page(entry.id, workName(entry), workPath(entry.id)))
      : edition.entities
          .filter(({ kind }) => kind === entityFolders[folder])
          .map((entity) => page(entity.id, entity.name, entityPath(entity)));
  return {
    ...headOf('index', DATA, context),
    sources: edition.sources.map((source) => ({
      id: source.id,
      name: source.header.short,
      address: full(sourcePath(source.id), context),
      files: filesOf(source, context),
      title: titleOf(source),
      authors: authorsOf(source),
      date: source.header.date,
      language: source.header.language,
    })),
    registers: entityKinds.map(({ folder, name }) => ({
      type: entityFolders[folder],
      name,
      address: full(registerPath(folder), context),
      entries: entriesOf(folder),
    })),
    topics: edition.topics.map(({ id, header }) => {
      const path = topicPath(id);
      const files = formats.topic.map(({ ending, mediaType }) => file(fileBeside(path, ending), mediaType));
      return { ...page(id, header.title, path), files };
    }),
    figures: edition.figures.map(({ id, title }) => {
      const entry = page(id, title, figurePath(id));
      return { ...entry, files: [...entry.files, file(figureFilePath(id), 'text/csv')] };
    }),
    diagrams: edition.diagrams.map(({ id, title }) => page(id, title, diagramPath(id))),
    schemas: dataKinds.map((kind) => file(schemaPath(kind), 'application/schema+json')),
    files: [
      ...formats.edition.map(({ ending, mediaType }) =>
        file(editionFilePath(edition.header, ending), mediaType),
      ),
      file(sumsPath(), 'text/plain'),
      file(TEI_SCHEMA, 'application/xml'),
      file(claimsFilePath('json'), JSON_TYPE),
      file(claimsFilePath('csv'), 'text/csv'),
    ],
  };
}
