/** @returns true where a link leads to another site: `https:`, or `//host`, in which browsers take `\` for `/` */
export function leavesSite(href: string): boolean {
  return /^(?:https?:|[\\/]{2})/iu.test(href);
}
