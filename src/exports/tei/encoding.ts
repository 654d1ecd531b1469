/** How a file is encoded: `encodingDesc`. */
import { KIND_NAMES } from '../../edition/labels.ts';
import type { EditionHeader } from '../../schemas/edition.ts';
import { checkedId, kindId } from './annotations.ts';
import type { Writing } from './inline.ts';
import { el, mixed, type XmlElement } from '../xml.ts';

export function encodingDesc({ source }: Writing, edition: EditionHeader): XmlElement {
  const isApparatus = source.apparatus.decisions.some(({ kind }) => kind !== 'sic');
  return el(
    'encodingDesc',
    {},
    el('projectDesc', {}, mixed('p', {}, edition.description)),
    editorialDecl(),
    el('refsDecl', { default: 'true' }, ...citable.map((attributes) => el('citeStructure', attributes))),
    el('classDecl', {}, taxonomy('checked', checks, checkedId), taxonomy('kind', KIND_NAMES, kindId)),
    isApparatus ? el('variantEncoding', { method: 'location-referenced', location: 'external' }) : undefined,
  );
}

/** Anchors are references: `p12`, `s2`. They are unique in the file and permanent, and so are ids of notes. */
const citable = [
  {
    unit: 'paragraph',
    match: '/TEI/text/body//(p|lg|item|table)[@xml:id]',
    use: '@xml:id',
  },
  { unit: 'section', match: '/TEI/text/body//div', use: '@xml:id' },
  { unit: 'note', match: '/TEI/text/back/div/note', use: '@xml:id' },
  { unit: 'page', match: '/TEI/text/body//pb', use: '@n' },
];

const checks = {
  read: 'The references given were opened and say so.',
  standard: 'Standard knowledge; no page was seen.',
};

function taxonomy(
  name: string,
  categories: Readonly<Record<string, string>>,
  idOf: (category: string) => string,
): XmlElement {
  return el(
    'taxonomy',
    { 'xml:id': `taxonomy-${name}` },
    ...Object.entries(categories).map(([category, words]) =>
      el('category', { 'xml:id': idOf(category) }, mixed('catDesc', {}, words)),
    ),
  );
}

/** What was done to the words of the witness. */
function editorialDecl(): XmlElement {
  const practice = (name: string, attributes: Record<string, string>, ...words: string[]) =>
    el(name, attributes, ...words.map((paragraph) => mixed('p', {}, paragraph)));
  return el(
    'editorialDecl',
    {},
    practice(
      'correction',
      { method: 'markup' },
      'Words that look like misprints stand as the witness has them, in sic; in choice the probable reading, a conjecture of the editor and so of medium certainty, stands beside them in corr. What is said of a reading stands in a note of the type textual.',
    ),
    practice('normalization', { method: 'markup' }, 'Nothing is normalised.'),
    practice('quotation', { marks: 'all' }, 'Quotation marks stand as the witness has them.'),
    practice(
      'hyphenation',
      { eol: 'hard' },
      'Line ends are joined. Hyphens at line ends were judged one by one; the decisions are in the apparatus.',
    ),
    practice(
      'segmentation',
      {},
      'The anchor of a paragraph or section is its xml:id, and permanent; n is the number that readers see. Words that a note of the editor is on are a seg. Elements that would cross are cut in pieces, which next and prev join.',
      'No white space was added in elements that hold words. The words of a paragraph are its string value without those in corr; in a stanza a line feed stands between two lines.',
    ),
    practice(
      'interpretation',
      {},
      'Heads in supplied are the editor’s. Where people, places, organisations, terms, events and works are named was found by the forms that their registers list; ref points there.',
      'Calls of the notes that came with the witness are ptr, without the printed mark, which stands in n. These notes stand in back, hand by hand; where they stood is not recorded. Notes of the editor and replies stand off the text, in standOff. In each note, resp says whose it is.',
      'hi marks emphasis: rend is “italic”, or “bold” for strong emphasis. pb marks where a page of the witness begins.',
    ),
  );
}
