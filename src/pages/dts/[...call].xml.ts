import type { APIRoute } from 'astro';
import { mentionsByPlace } from '../../edition/register.ts';
import { documentAnswers, type Answer } from '../../exports/dts/calls.ts';
import { TEI } from '../../exports/dts/navigation.ts';
import { getRegister, getTeiWriter, getTextService } from '../../library.ts';
import { getPageKeys } from '../../page-paths.ts';
import { DTS } from '../../routes.ts';

type Props = { make: Answer<string>['make'] };

export async function getStaticPaths() {
  const tei = { mentions: mentionsByPlace(await getRegister()), whole: await getTeiWriter() };
  const [service, key] = await Promise.all([getTextService(), getPageKeys()]);
  return documentAnswers(service, tei).map(({ path, source, make }) => ({
    params: { call: path.slice(DTS.length, -'.xml'.length) },
    props: { make },
    ...(source && { cacheKey: key(source, service.grain) }),
  }));
}

/** A text, or a part of it, of Distributed Text Services. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(props.make(), { headers: { 'Content-Type': `${TEI}; charset=utf-8` } });
