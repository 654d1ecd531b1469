import { addressOf, SEARCH } from '../routes.ts';
import type { EditionHeader } from '../schemas/edition.ts';
import { escapeHtml } from './html.ts';

/** The search of the edition as OpenSearch 1.1 describes it; names there have at most 16 characters. */
export function openSearch({ title, description }: EditionHeader, site: URL | undefined): string {
  const short = title.length <= 16 ? title : `${title.slice(0, 15).trimEnd()}…`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeHtml(short)}</ShortName>
  <LongName>${escapeHtml(title.slice(0, 48))}</LongName>
  <Description>${escapeHtml(description.slice(0, 1024))}</Description>
  <Url type="text/html" template="${escapeHtml(searchTemplate(site, '{searchTerms}'))}"/>
  <InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
`;
}

/** The address that searches for what stands in the place of `terms`. */
export function searchTemplate(site: URL | undefined, terms: string): string {
  return `${addressOf(SEARCH, site)}?q=${terms}`;
}
