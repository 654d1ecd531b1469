import type { APIRoute } from 'astro';
import { drawIcon } from '../../cards.ts';

interface Icon {
  size: number;
  isMaskable: boolean;
}

/** The mark of the edition for home screens; a maskable one keeps it within the circle that every shape has. */
export function getStaticPaths() {
  const icons: [string, Icon][] = [
    ['icon-192', { size: 192, isMaskable: false }],
    ['icon-512', { size: 512, isMaskable: false }],
    ['maskable-512', { size: 512, isMaskable: true }],
  ];
  return icons.map(([name, props]) => ({ params: { name }, props }));
}

export const GET: APIRoute<Icon> = async ({ props }) =>
  new Response(await drawIcon(props.size, props.isMaskable), { headers: { 'Content-Type': 'image/png' } });
