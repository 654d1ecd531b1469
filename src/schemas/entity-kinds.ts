/** What an entity is, by the folder of `content/` that holds its file `<id>.yaml`. No zod here: browsers load this. */
export const entityFolders = {
  people: 'person',
  places: 'place',
  organisations: 'organisation',
  terms: 'term',
  events: 'event',
  works: 'work',
} as const;

export type EntityFolder = keyof typeof entityFolders;
export type EntityKind = (typeof entityFolders)[EntityFolder];

export function folderOf(kind: EntityKind): EntityFolder {
  return (Object.keys(entityFolders) as EntityFolder[]).find(
    (folder) => entityFolders[folder] === kind,
  ) as EntityFolder;
}
