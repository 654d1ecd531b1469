import type { Loader } from 'astro/loaders';
import { contentRoot, readContent } from './content-files.ts';
import { noteSchema } from './schemas/note.ts';
import { sourceSchema } from './schemas/source.ts';
import { readYaml, splitFrontMatter } from './edition/yaml.ts';

/**
 * Loads the headers of sources. Their texts are not put into Astro's store: they are read by the
 * library, with the line numbers of their files.
 */
export function sourcesLoader(): Loader {
  return {
    name: 'edition-sources',
    load: async (context) => {
      const { store } = context;
      store.clear();
      for (const { id, header } of (await readContent(contentRoot())).sources) {
        const { value } = readYaml(header.text, header.file, sourceSchema);
        if (value)
          store.set({ id, data: value, filePath: header.file, digest: context.generateDigest(header.text) });
      }
    },
  };
}

/** Loads the headers of the editor's notes; ids are `<source-id>/<note-id>`. */
export function notesLoader(): Loader {
  return {
    name: 'edition-notes',
    load: async (context) => {
      const { store } = context;
      store.clear();
      for (const { sourceId, id, file } of (await readContent(contentRoot())).notes) {
        const { value } = readYaml(splitFrontMatter(file.text)?.matter ?? '', file.file, noteSchema);
        if (value)
          store.set({
            id: `${sourceId}/${id}`,
            data: { ...value },
            filePath: file.file,
            digest: context.generateDigest(file.text),
          });
      }
    },
  };
}
