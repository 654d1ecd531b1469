/** Every file of Distributed Text Services. */
import { DTS_ENTRY, dtsCollectionPath, dtsNavigationPath } from '../../routes.ts';
import { entryPoint, type Service } from './answers.ts';
import { collection, holdings, ROOT } from './collections.ts';
import { navigation, navigationCalls } from './navigation.ts';

/** A file, and what makes it. */
export interface Answer<Made> {
  path: string;
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
        make: () => navigation(source, call, service),
      });
  return answers;
}
