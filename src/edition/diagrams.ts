/** Diagrams of what a text describes, with the words that every part of them rests on. */
import { diagramSchema } from '../schemas/diagram.ts';
import type { QuotedPassage } from '../schemas/passage.ts';
import type { Diagram, Place, Source } from './model.ts';
import { passageFinder, type Passage, type PassageFinder, type Quotation } from './passages.ts';
import type { Problem, Result } from './problem.ts';
import type { RawRecord } from './raw.ts';
import { idFaults } from './shared-checks.ts';
import { readYaml } from './yaml.ts';

/** The diagrams in the order of their sources. Those with a fault in their passages are left out. */
export function assembleDiagrams(raws: readonly RawRecord[], sources: readonly Source[]): Result<Diagram[]> {
  const finder = passageFinder(sources);
  const results = raws
    .filter(({ folder }) => folder === 'diagrams')
    .map((raw) => assembleDiagram(raw, finder));
  return {
    value: results
      .flatMap(({ value }) => (value ? [value] : []))
      .sort((a, b) => a.source.header.order - b.source.header.order || a.id.localeCompare(b.id, 'en')),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function assembleDiagram(
  { id, file: { file, text, fault } }: RawRecord,
  finder: PassageFinder,
): Result<Diagram | undefined> {
  if (fault) return { value: undefined, problems: [fault] };
  const { value: header, problems, place } = readYaml(text, file, diagramSchema);
  problems.push(...idFaults(id, file, 'diagram-id'));
  if (!header) return { value: undefined, problems };
  const source = finder.source(header.source);
  if (!source) {
    problems.push({
      code: 'diagram-source-unknown',
      place: place(['source']),
      fact: `There is no source \`${header.source}\`.`,
      action: 'Name the source that the diagram draws.',
    });
    return { value: undefined, problems };
  }
  const ids = header.nodes.map((node) => node.id);
  ids.forEach((one, index) => {
    if (ids.indexOf(one) === index) return;
    problems.push({
      code: 'diagram-node-duplicate',
      place: place(['nodes', index]),
      fact: `There is already a node \`${one}\`.`,
      action: 'Give every node an id of its own.',
    });
  });
  header.edges.forEach((edge, index) => {
    for (const end of ['from', 'to'] as const) {
      if (ids.includes(edge[end])) continue;
      problems.push({
        code: 'diagram-node-unknown',
        place: place(['edges', index, end]),
        fact: `There is no node \`${edge[end]}\` in this diagram.`,
        action: 'Name a node by its id, or add it.',
      });
    }
  });
  const resolve = (at: (string | QuotedPassage)[], path: PropertyKey[]) =>
    at.flatMap((one, index) => groundOf(one, source, place([...path, 'at', index]), finder, problems));
  const nodes = header.nodes.map((node, index) => ({ ...node, at: resolve(node.at, ['nodes', index]) }));
  const edges = header.edges.map((edge, index) => ({ ...edge, at: resolve(edge.at, ['edges', index]) }));
  const isSound = problems.length === 0;
  const { title, description, direction } = header;
  return {
    value: isSound ? { id, source, title, description, direction, nodes, edges, place: { file } } : undefined,
    problems,
  };
}

/** The passage that a node or edge names, which must be of the source that is drawn. */
function groundOf(
  named: string | QuotedPassage,
  source: Source,
  place: Place,
  finder: PassageFinder,
  problems: Problem[],
): (Passage | Quotation)[] {
  const found = finder.show(named, place, problems);
  if (!found) return [];
  if (found.source !== source) {
    problems.push({
      code: 'diagram-source-other',
      place,
      fact: `\`${found.at}\` is of another source than ${source.id}.`,
      action: 'A diagram draws what one text says: name a passage of that text.',
    });
  }
  return [found];
}
