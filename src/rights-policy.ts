import { rightsPolicies, type RightsPolicy } from './edition/rights.ts';

/**
 * What this deployment shows, as `EDITION_RIGHTS` says: `as-stated`, which it is unset, or `cleared-only`.
 * @throws Error where it says neither.
 */
export function rightsPolicy(): RightsPolicy {
  const said = process.env['EDITION_RIGHTS'] ?? 'as-stated';
  const policy = rightsPolicies.find((one) => one === said);
  if (policy) return policy;
  throw new Error(
    `EDITION_RIGHTS is “${said}”. Set it to \`cleared-only\`, which withholds every text and note not known to be cleared, or to \`as-stated\` (which it is unset), which shows what each source.yaml says.`,
  );
}
