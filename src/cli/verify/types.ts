import { DTS } from '../../routes.ts';

/** The media types that a file may be sent with. */
interface Types {
  /** As the edition means it. */
  meant: string;
  /** What browsers take as well. */
  also?: readonly string[];
  /** Whether browsers cannot use the file when it is sent as anything else. */
  isNeeded?: boolean;
}

/** By the end of the name; the longest that fits counts. */
const endings: Record<string, Types> = {
  '.html': { meant: 'text/html', isNeeded: true },
  '.css': { meant: 'text/css', isNeeded: true },
  '.js': {
    meant: 'text/javascript',
    also: ['application/javascript', 'application/x-javascript'],
    isNeeded: true,
  },
  '.svg': { meant: 'image/svg+xml', isNeeded: true },
  '.png': { meant: 'image/png', isNeeded: true },
  '.woff2': { meant: 'font/woff2', also: ['application/font-woff2'] },
  '.json': {
    meant: 'application/json',
    also: ['application/ld+json', 'application/schema+json', 'application/opds+json'],
  },
  '.csl.json': { meant: 'application/vnd.citationstyles.csl+json', also: ['application/json'] },
  '.webmanifest': { meant: 'application/manifest+json', also: ['application/json'] },
  '.xml': {
    meant: 'application/xml',
    also: ['text/xml', 'application/atom+xml', 'application/opensearchdescription+xml'],
  },
  '.tei.xml': { meant: 'application/tei+xml', also: ['application/xml', 'text/xml'] },
  '.txt': { meant: 'text/plain' },
  '.md': { meant: 'text/markdown', also: ['text/plain', 'text/x-markdown'] },
  '.csv': { meant: 'text/csv' },
  '.epub': { meant: 'application/epub+zip', isNeeded: true },
  '.pdf': { meant: 'application/pdf', isNeeded: true },
  '.zip': { meant: 'application/zip', also: ['application/x-zip-compressed'], isNeeded: true },
};

/** What Distributed Text Services 1.0 asks for, and nothing else. */
const dts: Record<string, Types> = {
  '.json': { meant: 'application/ld+json' },
  '.xml': { meant: 'application/tei+xml' },
};

/** @returns undefined for a file that may be sent as anything. */
export function typesOf(path: string): Types | undefined {
  if (path.endsWith('/')) return endings['.html'];
  const among = path.startsWith(DTS) ? { ...endings, ...dts } : endings;
  const ending = Object.keys(among)
    .filter((one) => path.endsWith(one))
    .sort((a, b) => b.length - a.length)[0];
  return ending === undefined ? undefined : among[ending];
}

/** Whether programs on other sites have a use for the file. */
export function isData(path: string): boolean {
  return /\.(?:json|txt|md|xml|csv|bib|ris|epub|pdf|zip|rng)$/.test(path) && !path.startsWith('/pagefind/');
}

/** Whether a server should compress the file, which is text. */
export function isText(path: string): boolean {
  return /(?:\/|\.(?:html|css|js|json|svg|xml|txt|md|csv))$/.test(path);
}
