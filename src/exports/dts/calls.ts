/** Every file of Distributed Text Services. */
import type { Source } from '../../edition/model.ts';
import type { MentionsAt } from '../../edition/register.ts';
import { DTS_ENTRY, dtsCollectionPath, dtsDocumentPath, dtsNavigationPath } from '../../routes.ts';
import type { TeiWriter } from '../tei/document.ts';
import { entryPoint, type Service } from './answers.ts';
import { collection, holdings, ROOT } from './collections.ts';
import { unitDocument, write, type Written } from './documents.ts';
import { navigation, navigationCalls } from './navigation.ts';

/** A file, and what makes it. */
export interface Answer<Made> {
  path: string;
  /** Of which alone it is made, besides what stands around every text; undefined where it is made of all. */
  source?: Source;
  make: () => Made;
}

/** The entry point, the collections and the citation trees. */
export function jsonAnswers(service: Service): Answer<object>[] {
  const answers: Answer<object>[] = [{ path: DTS_ENTRY, make: () => entryPoint(service.site) }];
  for (const holding of holdings(service).values()) {
    for (const nav of [undefined, 'children', 'parents'] as const) {
      const make = () => collection(holding, nav ?? 'children', service);
      answers.push({ path: dtsCollectionPath(holding.id, nav), make });
      if (holding.id === ROOT) answers.push({ path: dtsCollectionPath(undefined, nav), make });
    }
  }
  for (const source of service.edition.sources)
    for (const call of navigationCalls(service.treesOf(source)))
      answers.push({
        path: dtsNavigationPath(source.id, call),
        source,
        make: () => navigation(source, call, service),
      });
  return answers;
}

/** The documents: every source whole, and each unit of its trees. */
export function documentAnswers(
  service: Service,
  { mentions, whole }: { mentions: MentionsAt; whole: TeiWriter },
): Answer<string>[] {
  return service.edition.sources.flatMap((source) => {
    let written: Written | undefined;
    const trees = service.treesOf(source);
    // Without a unit a tree means nothing, and so changes nothing.
    const wholes = [undefined, ...trees.flatMap(({ identifier }) => identifier ?? [])].map((tree) => ({
      path: dtsDocumentPath(source.id, { tree }),
      source,
      make: () => whole(source),
    }));
    const units = trees.flatMap((tree) =>
      tree.units.map((unit) => ({
        path: dtsDocumentPath(source.id, { tree: tree.identifier, ref: unit.identifier }),
        source,
        make: () => unitDocument((written ??= write(source, mentions, service)), tree, unit),
      })),
    );
    return [...wholes, ...units];
  });
}
