import type { Source } from '../../edition/model.ts';
import { dtsNavigationPath, type NavigationCall } from '../../routes.ts';
import { absolute, context, resourceTemplates, type Service } from './answers.ts';
import { citeStructure, depthOf, type CitationTree, type Unit } from './citation-trees.ts';

export const TEI = 'application/tei+xml';

/** Every question on the units of a text that has an answer; `down` goes as far as the tree, and to 2 at least. */
export function navigationCalls(trees: readonly CitationTree[]): NavigationCall[] {
  return trees.flatMap((tree) => {
    const levels = Array.from({ length: Math.max(2, depthOf(tree)) }, (_, index) => index + 1);
    const ofTree = tree.identifier === undefined ? {} : { tree: tree.identifier };
    return [
      ...[...levels, -1].map((down) => ({ ...ofTree, down })),
      ...tree.units.flatMap(({ identifier: ref }) =>
        [undefined, 0, ...levels, -1].map((down) => ({
          ...ofTree,
          ...(down !== undefined && { down }),
          ref,
        })),
      ),
    ];
  });
}

/**
 * The answer to a question on the units of a text, one of `navigationCalls()`.
 * @throws Error where the text has no such tree or unit.
 */
export function navigation(source: Source, call: NavigationCall, { site, treesOf }: Service) {
  const trees = treesOf(source);
  const tree = trees.find(({ identifier }) => identifier === call.tree);
  const ref = tree?.units.find(({ identifier }) => identifier === call.ref);
  if (!tree || (call.ref !== undefined && !ref))
    throw new Error(
      `${source.id} has no unit \`${call.ref ?? ''}\` in the tree \`${call.tree ?? 'default'}\`.`,
    );
  const members = unitsFor(tree, call.down, ref);
  return {
    ...context(site),
    '@id': absolute(dtsNavigationPath(source.id, call), site),
    '@type': 'Navigation' as const,
    resource: {
      '@id': source.id,
      '@type': 'Resource' as const,
      ...resourceTemplates(source.id, site),
      mediaTypes: [TEI],
      citationTrees: trees.map(describeTree),
    },
    ...(ref && { ref: citableUnit(ref, site) }),
    ...(members && { member: members.map((unit) => citableUnit(unit, site)) }),
  };
}

/** Which units `down` asks for, by the table under “Usage of down, ref, start and end”. */
function unitsFor(
  { units }: CitationTree,
  down: number | undefined,
  ref: Unit | undefined,
): Unit[] | undefined {
  if (down === undefined) return undefined;
  if (down === 0) return units.filter(({ parent }) => parent === ref?.parent);
  const deepest = down === -1 ? Infinity : (ref?.level ?? 0) + down;
  return (ref ? subtree(units, ref) : units).filter(({ level }) => level <= deepest);
}

/** A unit and all that it holds, which follows it. */
function subtree(units: readonly Unit[], root: Unit): Unit[] {
  const start = units.indexOf(root);
  const end = units.findIndex(({ level }, index) => index > start && level <= root.level);
  return units.slice(start, end === -1 ? undefined : end);
}

function citableUnit({ identifier, level, parent, citeType, title, path }: Unit, site: URL) {
  return {
    ...(path !== undefined && { '@id': absolute(path, site) }),
    '@type': 'CitableUnit' as const,
    identifier,
    level,
    parent,
    citeType,
    dublinCore: { title: [title] },
  };
}

export function describeTree(tree: CitationTree) {
  return {
    '@type': 'CitationTree' as const,
    ...(tree.identifier !== undefined && { identifier: tree.identifier }),
    description: tree.description,
    citeStructure: citeStructure(tree),
  };
}
