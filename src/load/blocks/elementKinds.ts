import type { Element } from 'hast';
import type { PictureFact } from './builder.js';

/** Elements that stand on lines of their own. */
const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section ' +
    'summary table tbody td tfoot th thead title tr ul xmp'
  ).split(' '),
);

/** Elements whose content a browser does not show as text. */
const unseen = new Set(
  'script style template noscript iframe noframes noembed object applet audio video canvas svg math head title'.split(
    ' ',
  ),
);

export function isBlock(tagName: string): boolean {
  return blocks.has(tagName);
}

/** @returns whether the element's content is never shown as text: scripts, styles, embedded things */
export function isUnseen({ tagName }: Element): boolean {
  return unseen.has(tagName);
}

/** @returns whether the page hides the element */
export function isHidden(element: Element): boolean {
  const { properties, tagName } = element;
  // A page that fades in hides its whole body until its script has run.
  if (tagName === 'html' || tagName === 'body') return false;
  if (properties.hidden !== undefined && properties.hidden !== false && properties.hidden !== null) return true;
  if (tagName === 'input' && properties.type === 'hidden') return true;
  // `visibility` is no sign: WeChat hides its whole article by it until a script has run.
  return /(?:^|;)\s*display\s*:\s*none/i.test(stringOf(element, 'style'));
}

/** @returns whether the element sets its lines in the middle, or null where it leaves that to the one around it */
export function isCentred(element: Element): boolean | null {
  if (element.tagName === 'center') return true;
  const style = /(?:^|;)\s*text-align\s*:\s*([\w-]+)/i.exec(stringOf(element, 'style'))?.[1];
  const align = (style ?? stringOf(element, 'align')).toLowerCase();
  return align === '' || align === 'inherit' ? null : align === 'center' || align === '-webkit-center';
}

/** @returns the picture of an `<img>`; pages that load it late keep its address elsewhere. Null without any */
export function pictureOf(image: Element): PictureFact | null {
  const source = ['dataSrc', 'dataOriginal', 'src']
    .map((key) => stringOf(image, key).trim())
    .find((value) => value !== '');
  return source === undefined ? null : { source, alt: stringOf(image, 'alt') };
}

/** @returns an attribute's text; empty when it is missing */
export function stringOf({ properties }: Element, name: string): string {
  const value = properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
