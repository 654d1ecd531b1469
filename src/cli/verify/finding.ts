/** What is said of a deployed site: a fault keeps it from being whole, advice does not. */
export interface Finding {
  level: 'fault' | 'advice';
  /** Permanent, for programs. */
  code: string;
  /** The path it is about, from the top of the site. */
  path: string;
  /** What is so. */
  fact: string;
  /** What to do about all findings of this code. */
  action: string;
}

/** What kinds of findings there are, with what to do about each. */
const kinds = {
  'list-missing': [
    'fault',
    'Is this the address of the edition’s home page? If so, publish the whole of dist/ again: this list is part of it.',
  ],
  'list-disagrees': [
    'fault',
    'Parts of two builds stand on the server. Publish the whole of one build, and empty the caches before it.',
  ],
  'file-missing': ['fault', 'Publish the whole of dist/ again, folders that begin with `_` included.'],
  'file-unreachable': ['fault', 'Look into the log of the server; then run this again.'],
  'page-instead': [
    'fault',
    'The server answers with a page where the file is not. Publish the whole of dist/ again, and turn off any rule that sends all addresses to one page.',
  ],
  'file-truncated': [
    'fault',
    'The file did not arrive whole on the server, or leaves it cut. Publish it again.',
  ],
  'file-other-release': [
    'fault',
    'The file comes from another release. Publish the whole of one build, and empty the caches before it.',
  ],
  'file-changed': [
    'fault',
    'Publish it again. Where many pages differ, something on the way rewrites them (it minifies, adds scripts or hides e-mail addresses): turn that off, since texts are served letter for letter.',
  ],
  'type-wrong': ['fault', 'Have the server send this type; .deploy/ has rules for several servers.'],
  'charset-wrong': [
    'fault',
    'Have the server add `; charset=utf-8` to the type: browsers show the wrong letters else.',
  ],
  'not-found-status': [
    'fault',
    'Have the server answer addresses that are not there with the status 404 and the content of 404.html.',
  ],
  'cached-too-long': [
    'fault',
    'Only files under `_astro/` may be kept for long: readers would not see a new release.',
  ],
  'address-local': [
    'fault',
    'Build again with EDITION_ADDRESS set to the address of the site: links, citations and all formats name it.',
  ],
  'not-found-page': ['advice', 'Have the server send the content of 404.html, which helps readers on.'],
  'address-other': [
    'advice',
    'Right for a copy or a preview. Else build again with EDITION_ADDRESS set to the address of the site.',
  ],
  'type-inexact': [
    'advice',
    'Where the server lets you, have it send this type; .deploy/ has the rules. Some hosts, GitHub Pages among them, cannot.',
  ],
  'cors-missing': [
    'advice',
    'Have the server send `Access-Control-Allow-Origin: *` with data, so that programs on other sites can read it.',
  ],
  uncompressed: [
    'advice',
    'Have the server compress texts (brotli or gzip): they arrive in a third of the time.',
  ],
  'assets-not-cached': [
    'advice',
    'Have the server send `Cache-Control: public, max-age=31536000, immutable` with files under `_astro/`, whose names change with their content.',
  ],
  'sniffing-open': [
    'advice',
    'Have the server send `X-Content-Type-Options: nosniff`, so that no browser takes a text for a program; .deploy/ has this and other headers.',
  ],
  redirected: ['advice', 'Permanent addresses should answer themselves: turn off rules that rewrite them.'],
  preview: ['advice', 'Right for a preview. Build without EDITION_PREVIEW to publish.'],
} as const satisfies Record<string, readonly [Finding['level'], string]>;

export type FindingCode = keyof typeof kinds;

export function finding(code: FindingCode, path: string, fact: string): Finding {
  const [level, action] = kinds[code];
  return { level, code, path, fact, action };
}
