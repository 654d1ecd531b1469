import type { APIRoute } from 'astro';
import { getEdition } from '../library.ts';
import { HOME, iconPath } from '../routes.ts';

/** The web app manifest (W3C), for readers who put the edition on their home screen. */
export const GET: APIRoute = async () => {
  const { header } = await getEdition();
  // It is no page, so nothing else puts the base before its paths.
  const based = (path: string) => import.meta.env.BASE_URL + path.slice(1);
  const icon = (name: string, size: number, purpose: string) => ({
    src: based(iconPath(name)),
    sizes: `${String(size)}x${String(size)}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: based(HOME),
    name: header.title,
    short_name: header.title,
    description: header.description,
    start_url: based(HOME),
    scope: based(HOME),
    display: 'minimal-ui',
    lang: 'en',
    background_color: '#fcfaf5',
    theme_color: '#7b2320',
    icons: [
      icon('icon-192', 192, 'any'),
      icon('icon-512', 512, 'any'),
      icon('maskable-512', 512, 'maskable'),
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
