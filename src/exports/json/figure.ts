import type { Diagram, Edition, Figure } from '../../edition/model.ts';
import { diagramPath, FIGURES, figurePath, sourcePath } from '../../routes.ts';
import type { ClaimsData, FigureData } from '../../schemas/data/figure.ts';
import type { DiagramData } from '../../schemas/data/diagram.ts';
import { exportClaim } from '../claims.ts';
import { full, headOf, passageOf, referencesOf, rightsInPassages, type Context } from './shared.ts';

/** The file of a drawing of figures: `/figures/<id>/<id>.json`. */
export function figureJson(figure: Figure, context: Context): FigureData {
  const { id, title, question, kind, unit, along, base, gap, items, description, caveats } = figure;
  const claims = [...new Set(figure.series.flatMap(({ values }) => values.flatMap((value) => value.claims)))];
  return {
    ...headOf('figure', figurePath(id), context),
    id,
    title,
    question,
    type: kind,
    unit,
    along,
    base,
    gap,
    items,
    description,
    caveats,
    series: figure.series.map(({ name, source, references, checked, note, values }) => ({
      name,
      source: source?.id,
      references: referencesOf(references, context),
      checked,
      note,
      values: values.map((value) => ({
        ...value,
        claims: value.claims.map((claim) => ({ source: claim.source.id, id: claim.id })),
      })),
    })),
    claims: claims.map((claim) => exportClaim(claim, context.site)),
    see: figure.see.map(({ source, paragraph }) =>
      passageOf({ at: '', source, paragraphs: [paragraph] }, context),
    ),
    rights: rightsInPassages([...claims, ...figure.see].map(({ source }) => source)),
  };
}

/** All figures that the sources state: `/figures/claims.json`. */
export function claimsJson({ claims }: Edition, context: Context): ClaimsData {
  return {
    ...headOf('claims', FIGURES, context),
    claims: claims.map((claim) => exportClaim(claim, context.site)),
    rights: rightsInPassages(claims.map(({ source }) => source)),
  };
}

/** The file of a diagram: `/diagrams/<id>/<id>.json`. */
export function diagramJson(diagram: Diagram, context: Context): DiagramData {
  const { id, source, title, description, direction, nodes, edges } = diagram;
  return {
    ...headOf('diagram', diagramPath(id), context),
    id,
    source: { id: source.id, name: source.header.short, address: full(sourcePath(source.id), context) },
    title,
    description,
    direction,
    nodes: nodes.map(({ id: node, label, level, kind, at }) => ({
      id: node,
      label,
      level,
      type: kind,
      passages: at.map((passage) => passageOf(passage, context)),
    })),
    edges: edges.map(({ from, to, label, at }) => ({
      from,
      to,
      label,
      passages: at.map((passage) => passageOf(passage, context)),
    })),
    rights: rightsInPassages([source]),
  };
}
