import type { EditionLedger, Ledger, LedgerRecord, WholeRecord } from '../schemas/ledger.ts';

/** The words of an address from a release on. */
export interface Version {
  since: string;
  words: string;
}

/** What a release did to one address. */
export interface Change {
  id: string;
  what: 'anchor' | 'note';
  kind: 'new' | 'changed' | 'retired';
  record: LedgerRecord;
  /** For `changed`: the words before and after. */
  before?: string;
  after?: string;
}

/** Every state of an address’s words, oldest first. */
export function versions(record: LedgerRecord): Version[] {
  return [
    ...(record.former ?? []).map(({ since, words }) => ({ since, words })),
    { since: record.changed, words: record.words },
  ];
}

/** Whether anything a source published has other words than before, or was retired. */
export function hasHistory(ledger: Ledger): boolean {
  return [...Object.values(ledger.anchors), ...Object.values(ledger.notes)].some(
    ({ former, status }) => former !== undefined || status !== 'live',
  );
}

/**
 * The words of an address in a release; undefined before it was published and after it was retired.
 * `order` names the releases, oldest first.
 */
export function wordsIn(record: LedgerRecord, release: string, order: string[]): string | undefined {
  const at = order.indexOf(release);
  if (at === -1 || (record.retired !== undefined && order.indexOf(record.retired) <= at)) return undefined;
  return versions(record).findLast(({ since }) => order.indexOf(since) <= at)?.words;
}

/** What a release added to a source, changed in it and retired from it, in the order of the ledger. */
export function changesIn(ledger: Ledger, release: string): Change[] {
  const inPart = (records: Ledger['anchors'], what: Change['what']) =>
    Object.entries(records).flatMap(([id, record]): Change[] => {
      const list = versions(record);
      const index = list.findIndex(({ since }) => since === release);
      const changes: Change[] = [];
      if (record.first === release) changes.push({ id, what, kind: 'new', record });
      const [before, after] = [list[index - 1]?.words, list[index]?.words];
      if (index > 0 && before !== undefined && after !== undefined) {
        changes.push({ id, what, kind: 'changed', record, before, after });
      }
      if (record.retired === release) changes.push({ id, what, kind: 'retired', record });
      return changes;
    });
  return [...inPart(ledger.anchors, 'anchor'), ...inPart(ledger.notes, 'note')];
}

/** What a release did to one page around the sources. */
export interface PageChange {
  id: string;
  kind: 'new' | 'retired';
  record: WholeRecord;
}

/** The pages that a release added and retired, by the first part of their address, in the order of the ledger. */
export function pageChangesIn({ pages }: EditionLedger, release: string): Map<string, PageChange[]> {
  const changes = Object.entries(pages).flatMap(([id, record]): PageChange[] => [
    ...(record.first === release ? [{ id, kind: 'new' as const, record }] : []),
    ...(record.retired === release ? [{ id, kind: 'retired' as const, record }] : []),
  ]);
  return Map.groupBy(changes, ({ id }) => id.split('/')[0] ?? '');
}
