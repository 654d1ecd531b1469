/**
 * On the list of figures of a large edition: the address of one figure, `/figures/#strong-1934--c1`, leads on to
 * the table of its source, which has the same anchor.
 */
import { figuresOfSourcePath } from '../routes.ts';

function leadOn(): void {
  const { hash } = location;
  const sourceId = /^#([^-].*?)--./.exec(hash)?.[1];
  if (sourceId === undefined || document.getElementById(hash.slice(1))) return;
  // The list knows which sources have a table.
  const path = figuresOfSourcePath(sourceId);
  if (document.querySelector(`.source-index a[href="${CSS.escape(path)}"]`)) location.replace(path + hash);
}

leadOn();
addEventListener('hashchange', leadOn);
