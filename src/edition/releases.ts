import type { EditionHeader } from '../schemas/edition.ts';
import { dateInWords } from './labels.ts';

type Releases = Pick<EditionHeader, 'release' | 'releases'>;

/** The day on which a release was published, `2026-11-24`; undefined while it is in preparation. */
export function dateOfRelease({ releases }: Releases, name: string): string | undefined {
  return releases.find((release) => release.name === name)?.date;
}

/**
 * The day for a format that demands one: that of the present release; while it is in preparation, that of
 * the newest published one, else 1 January of the year in its name. Never the clock, so that the same
 * content gives the same bytes.
 */
export function documentDate(header: Releases, name = header.release): string {
  return (
    dateOfRelease(header, name) ??
    header.releases.find(({ date }) => date !== undefined)?.date ??
    `${name.slice(0, 4)}-01-01`
  );
}

/** The present release as readers are told: `2026.1, 24 November 2026`, or `2026.1, in preparation`. */
export function releaseInWords(header: Releases): string {
  const date = dateOfRelease(header, header.release);
  return `${header.release}, ${date === undefined ? 'in preparation' : dateInWords(date)}`;
}
