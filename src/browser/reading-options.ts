/**
 * What a reader wants to see in a text: names, the marks of topics, which kinds of the editor's notes.
 * Loaded when a reader asks for it, or chose something before; the choice is kept in this browser.
 */
import { capital, KIND_NAMES } from '../edition/labels.ts';
import type { ReadingNames } from '../exports/reading-names.ts';
import type { NoteHeader } from '../schemas/note.ts';
import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import { loadJson } from './load-json.ts';
import { hideNames, showNames } from './names-in-text.ts';
import { say } from './paragraph-links.ts';
import { readChoice, saveChoice } from './reading-choice.ts';
import css from './reading-options.css?inline';
import { SidePopover } from './side-popover.ts';

adoptStyle(css);

const choice = readChoice();
/** The kinds of notes, in the order of the edition. */
const noteKinds = Object.keys(KIND_NAMES) as NoteHeader['kind'][];
function load(): Promise<ReadingNames> {
  const address = document.querySelector<HTMLAnchorElement>('a.shown')?.href.replace(/\/$/, '.json') ?? '';
  return loadJson<ReadingNames>(address);
}

/** Brings the page to what is chosen. */
export async function apply(): Promise<void> {
  document.documentElement.toggleAttribute('data-no-topics', choice.noTopics);
  if (!choice.names) hideNames();
  const known = choice.names || choice.hidden.length > 0 ? await load() : undefined;
  if (choice.names && known) showNames(known);
  for (const call of document.querySelectorAll<HTMLElement>('.call[data-hand=editor-note]')) {
    const id = call.id.slice('call-'.length);
    const isHidden = choice.hidden.includes(known?.notes[id] as NoteHeader['kind']);
    call.toggleAttribute('data-off', isHidden);
    document.getElementById(`note-${id}`)?.toggleAttribute('data-off', isHidden);
  }
  // What an address names is shown, whatever was chosen.
  const asked = location.hash.slice(1);
  if (asked) document.getElementById(asked)?.removeAttribute('data-off');
}

function changed() {
  saveChoice(choice);
  apply().catch(() => {
    say('The names and kinds could not be loaded');
  });
}

function box(name: string, isOn: boolean, set: (isOn: boolean) => void): HTMLLabelElement {
  const input = element('input', '');
  input.type = 'checkbox';
  input.checked = isOn;
  input.addEventListener('change', () => {
    set(input.checked);
    changed();
  });
  return element('label', '', input, ` ${name}`);
}

/** `<reading-options>`: the switches, beside the link that opens them. */
class ReadingOptions extends SidePopover {
  show(opener: HTMLElement, { notes }: ReadingNames) {
    const onText = Object.entries(notes).filter(([id]) => document.getElementById(`call-${id}`));
    const counts = Map.groupBy(onText, ([, kind]) => kind);
    const present = noteKinds.filter((kind) => counts.has(kind));
    const kinds = present.map((kind) =>
      box(
        `${capital(KIND_NAMES[kind])} (${String(counts.get(kind)?.length ?? 0)})`,
        !choice.hidden.includes(kind),
        (isOn) => {
          choice.hidden = choice.hidden.filter((one) => one !== kind);
          if (!isOn) choice.hidden.push(kind);
        },
      ),
    );
    const all = element('a', '', 'All names in this text');
    all.href = (opener as HTMLAnchorElement).href;
    this.showBeside(
      opener,
      'What is shown in the text',
      group(
        'In the text',
        box('Names of people, places, bodies, terms and events', choice.names, (isOn) => {
          choice.names = isOn;
        }),
        box('Where topics use a paragraph', !choice.noTopics, (isOn) => {
          choice.noTopics = !isOn;
        }),
      ),
      group('The editor’s notes on', ...kinds),
      element('p', 'all-names', all),
    );
  }
}

function group(legend: string, ...parts: HTMLElement[]): HTMLElement {
  return element('fieldset', '', element('legend', '', legend), ...parts);
}

customElements.define('reading-options', ReadingOptions);
let panel: ReadingOptions | undefined;

/** Opens the switches. @throws when what they need cannot be loaded. */
export async function open(opener: HTMLElement): Promise<void> {
  const names = await load();
  if (!panel) {
    panel = document.createElement('reading-options') as ReadingOptions;
    document.body.append(panel);
  }
  panel.show(opener, names);
}
