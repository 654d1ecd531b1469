import { epubMaterials } from '../epub-materials.ts';
import type { Edition } from '../edition/model.ts';
import type { RawFile } from '../edition/raw.ts';
import { epubOfEdition } from '../exports/epub/epub-of-edition.ts';
import { epubOfSource } from '../exports/epub/epub-of-source.ts';
import type { Job } from './jobs.ts';
import { editionPdf, sourcePdf, topicPdf } from './pdf.ts';

/** What the files are made of. */
export interface Making {
  edition: Edition;
  site: URL;
  /** The pages of the edition's own prose. */
  pages: readonly RawFile[];
}

/**
 * Makes one file.
 * @throws Error where it cannot be made, with what to do about it.
 */
export async function makeBook(job: Job, { edition, site, pages }: Making): Promise<Uint8Array> {
  const source = edition.sources.find(({ id }) => id === job.source);
  const topic = edition.topics.find(({ id }) => id === job.topic);
  const context = pages.find(({ file }) => file.endsWith('/context.mdx'));
  if (job.format === 'epub') {
    const materials = await epubMaterials(edition, site, source);
    return source
      ? epubOfSource(edition, source, materials)
      : epubOfEdition(edition, { ...materials, context });
  }
  if (topic) return topicPdf(edition, topic, site);
  return source ? sourcePdf(edition, source, site) : editionPdf(edition, site, context);
}
