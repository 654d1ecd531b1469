/** All that can be taken away of a place: citations to copy, files to save, an error to report. */
import type { Format } from '../edition/citation.ts';
import {
  citationCopy,
  printCited,
  quotationCopy,
  recordOf,
  STYLE_NAMES,
  type ChosenStyle,
  type Cited,
  type Copy,
} from '../edition/quoting.ts';
import { reportAddress } from '../edition/report.ts';
import { copy } from './copy.ts';
import { element } from './element.ts';
import { save } from './save.ts';

export interface PanelOptions {
  /** The name of the files, without ending. */
  file: string;
  /** Where errors are reported, if the edition says so. */
  report: string | undefined;
  /** Tells the reader what was done. */
  say: (message: string) => void;
}

/** Formats that are saved as files: their names, endings and types (IANA, and Zotero for RIS). */
const files: [Format, string, string, string][] = [
  ['bibtex', 'BibTeX', 'bib', 'application/x-bibtex'],
  ['ris', 'RIS', 'ris', 'application/x-research-info-systems'],
  ['csl-json', 'CSL-JSON', 'csl.json', 'application/vnd.citationstyles.csl+json'],
  ['text', 'plain text', 'txt', 'text/plain;charset=utf-8'],
  ['json', 'JSON', 'json', 'application/json'],
];

export function citePanel(cited: Cited, { file, report, say }: PanelOptions): HTMLElement {
  const style = element('select', 'cite-style');
  style.append(...STYLE_NAMES.map(([value, name]) => new Option(name, value)));
  style.value = rememberedStyle();
  const chosen = () => style.value as ChosenStyle;
  const preview = element('p', 'cite-preview');
  const show = () => {
    // Made by `fill`, which escapes all that is not the pattern's own.
    preview.innerHTML = citationCopy(cited, chosen()).html;
  };
  style.addEventListener('change', () => {
    show();
    rememberStyle(style.value);
  });
  show();

  const copying = (name: string, what: () => Copy, done: string) =>
    button(name, () => {
      copy(what()).then(
        () => {
          say(done);
        },
        () => {
          say('Copying was not allowed. The citation can be selected and copied by hand.');
        },
      );
    });
  const copies = element(
    'p',
    'cite-buttons',
    copying('Copy citation', () => citationCopy(cited, chosen()), 'Citation copied'),
  );
  if (cited.blanks.words !== undefined)
    copies.append(
      copying(
        'Copy quotation with citation',
        () => quotationCopy(cited, chosen()),
        'Quotation with citation copied',
      ),
    );

  const saves = element('p', 'cite-files', element('span', 'cite-caption', 'Save as '));
  for (const [format, name, ending, type] of files)
    saves.append(
      button(name, () => {
        save(printCited(cited, format), `${file}.${ending}`, type);
        say(`${file}.${ending} saved`);
      }),
    );
  const caption = element('label', '', element('span', 'cite-caption', 'Cite as '), style);
  const panel = element('div', 'cite-panel', caption, preview, copies, saves);
  if (report !== undefined) {
    const { address, release, words = '' } = recordOf(cited);
    const link = element('a', '', 'Report an error here');
    link.href = reportAddress(report, { address, release, words });
    panel.append(element('p', 'cite-report', link));
  }
  return panel;
}

export function button(name: string, act: () => void): HTMLButtonElement {
  const made = element('button', 'cite-button', name);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

const styleName = 'citation-style';

function rememberedStyle(): ChosenStyle {
  try {
    const remembered = localStorage.getItem(styleName);
    return STYLE_NAMES.find(([style]) => style === remembered)?.[0] ?? 'chicago-note';
  } catch {
    return 'chicago-note';
  }
}

function rememberStyle(style: string) {
  try {
    localStorage.setItem(styleName, style);
  } catch {
    // Without storage the choice holds on this page alone.
  }
}
