import type { Edition } from '../edition/model.ts';
import { isOneBook } from '../exports/pdf/edition.ts';
import { editionFilePath, fileBeside, sourceFilePath, topicPath } from '../routes.ts';

/** A file to be made: of a source, of a topic, or of the whole edition. */
export interface Job {
  /** Its address, which is also its place in the built site. */
  path: string;
  format: 'epub' | 'pdf';
  source?: string;
  topic?: string;
}

/** Every EPUB and PDF of an edition; the ones that take longest come first, so that no worker waits for the last. */
export function jobsOf(edition: Edition): Job[] {
  const { header, sources, topics } = edition;
  const formats = ['pdf', 'epub'] as const;
  return [
    ...(isOneBook(edition) ? formats : []).map((format) => ({
      path: editionFilePath(header, format),
      format,
    })),
    ...sources.flatMap(({ id }) =>
      formats.map((format) => ({ path: sourceFilePath(id, format), format, source: id })),
    ),
    ...topics.map(({ id }) => ({
      path: fileBeside(topicPath(id), 'pdf'),
      format: 'pdf' as const,
      topic: id,
    })),
  ];
}
