import type { APIRoute } from 'astro';
import { jsonAnswers, type Answer } from '../../exports/dts/calls.ts';
import { getTextService } from '../../library.ts';
import { getPageKeys } from '../../page-paths.ts';
import { DTS } from '../../routes.ts';

type Props = { make: Answer<object>['make'] };

export async function getStaticPaths() {
  const [service, key] = await Promise.all([getTextService(), getPageKeys()]);
  return jsonAnswers(service).map(({ path, source, make }) => ({
    params: { call: path.slice(DTS.length, -'.json'.length) },
    props: { make },
    ...(source && { cacheKey: key(source, service.grain) }),
  }));
}

/** The entry point, a collection or a citation tree of Distributed Text Services. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(JSON.stringify(props.make()), { headers: { 'Content-Type': 'application/ld+json' } });
