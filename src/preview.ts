/**
 * Whether this build is a preview of a branch, as `EDITION_PREVIEW` says: `1`, or unset. A preview says
 * on every page that it is none to cite, and asks search engines to leave it out.
 * @throws Error where it says anything else.
 */
export function isPreview(): boolean {
  const said = process.env['EDITION_PREVIEW'] ?? '';
  if (said !== '' && said !== '1')
    throw new Error(`EDITION_PREVIEW is “${said}”. Set it to \`1\` for a preview, or unset it to publish.`);
  return said === '1';
}
