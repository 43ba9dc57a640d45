/**
 * The fragment of a point on a page. An underscore stands in no slug: with a hyphen, the second point of
 * `xu-shanbin` and the second speech of the same speaker in an edition would both be `xu-shanbin-2`.
 * @param speech the speech's anchor on the page
 * @param path the point's path in the outline: `2-1`
 */
export function pointAnchor(speech: string, path: string): string {
  return `${speech}_${path}`;
}
