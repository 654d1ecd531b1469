import { citationStyles } from '../../src/citation-styles.ts';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { SourceCitations } from '../../src/edition/citation.ts';
import type { Edition } from '../../src/edition/model.ts';
import { makeFormatter } from '../../src/exports/citation/format.ts';
import { sourceCitations } from '../../src/exports/citation/record.ts';
import type { Answer } from '../../src/search/go-to/places.ts';
import { directoryOf } from '../../src/search/go-to/directory.ts';
import { goTo } from '../../src/search/go-to/go-to.ts';

const format = makeFormatter(await citationStyles());
const site = new URL('http://localhost:4321');

/** An edition of a folder, and what going to a citation in it answers. */
export async function openGoTo(root: string) {
  const { edition } = assemble(await readContent(root)) as { edition: Edition };
  const made = new Map(
    edition.sources.map((source) => [
      source.id,
      sourceCitations(source, { edition: edition.header, site, format }),
    ]),
  );
  const directory = directoryOf(edition);
  const find = (text: string): Promise<Answer> =>
    goTo(text, directory, (id) => Promise.resolve(made.get(id) as SourceCitations));
  return { edition, made, directory, find };
}
