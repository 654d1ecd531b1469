/** A drawing as SVG, with its name, its description and a link on every mark. */
import type { Figure } from '../edition/model.ts';
import { drawBars } from './bars.ts';
import { drawDots, drawShape } from './dots.ts';
import { lookOf, type Look } from './marks.ts';
import { PAPERS, type Paper } from './paper.ts';
import { drawSteps } from './steps.ts';
import { escapeSvg, svg } from './svg.ts';

const kinds = { bars: drawBars, dots: drawDots, steps: drawSteps };

/** One drawing for each paper; style shows the one that fits. */
export function drawChart(figure: Figure): string[] {
  return PAPERS.map((paper) => drawOn(figure, paper));
}

function drawOn(figure: Figure, paper: Paper): string {
  const { body, height } = kinds[figure.kind](figure, paper);
  const id = `chart-${figure.id}-${paper.name}`;
  return svg(
    'svg',
    {
      viewBox: `0 0 ${String(paper.width)} ${String(Math.ceil(height))}`,
      class: `chart ${paper.name}`,
      'data-chart': figure.id,
      role: 'group',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
    },
    svg('title', { id: `${id}-title` }, escapeSvg(figure.title)),
    svg('desc', { id: `${id}-desc` }, escapeSvg(figure.description)),
    svg('defs', {}, hatch(paper)),
    body,
  );
}

/** The lines of bars that the edition supplied. */
function hatch({ name }: Paper): string {
  return svg(
    'pattern',
    {
      id: `hatch-${name}`,
      width: 5,
      height: 5,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    svg('rect', { width: 2.4, height: 5, class: 'hatch' }),
  );
}

/** What the shapes of a drawing mean, where its marks do not say whose they are. */
export function chartKey(figure: Figure): { look: Look; name: string; shape: string }[] {
  if (figure.kind !== 'dots') return [];
  return figure.series.map(({ name }, index) => {
    const look = lookOf(figure, index);
    return {
      look,
      name,
      shape: svg(
        'svg',
        { viewBox: '0 0 14 14', class: 'key-shape', 'aria-hidden': 'true' },
        drawShape(look, 7, 7),
      ),
    };
  });
}
