import type { NoteHeader } from '../schemas/note.ts';

/** What a reader chose to see in texts. */
export interface ReadingChoice {
  names: boolean;
  noTopics: boolean;
  /** Kinds of the editor's notes that are hidden. */
  hidden: NoteHeader['kind'][];
}

const KEY = 'reading';

/** The choice of this browser; what cannot be read counts as none. */
export function readChoice(): ReadingChoice {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    // Storage may be closed to this page, or hold what another program wrote.
  }
  const kept = (stored ?? {}) as Partial<ReadingChoice>;
  return {
    names: kept.names === true,
    noTopics: kept.noTopics === true,
    hidden: Array.isArray(kept.hidden) ? kept.hidden : [],
  };
}

/** Keeps it; nothing is kept where all is as it was at first. */
export function saveChoice(choice: ReadingChoice): void {
  const isDefault = !choice.names && !choice.noTopics && choice.hidden.length === 0;
  try {
    if (isDefault) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Then it holds for this page alone.
  }
}
