import type { ReadyProse } from '../render/plainProse.js';

/** A text that may be ready for pages. */
type Text = object & { body?: ReadyProse | { type: string } };

/**
 * @param text plain data
 * @returns it as one line of JSON; the HTML of a text that is ready comes after it as it is, since JSON writes and reads
 *   each of its quotes by itself
 */
export function writeText(text: Text): string {
  const { body } = text;
  if (!isReady(body)) return `${JSON.stringify(text)}\n`;
  const rest: Text = { body: { type: body.type } };
  return `${JSON.stringify(Object.assign({}, text, rest))}\n${body.html}`;
}

/** @returns what {@link writeText} was given */
export function readText<T extends object>(written: string): T {
  const end = written.indexOf('\n');
  const text = JSON.parse(written.slice(0, end)) as T & Text;
  if (text.body?.type === 'ready') text.body = { type: 'ready', html: written.slice(end + 1) };
  return text;
}

function isReady(body: Text['body']): body is ReadyProse {
  return body?.type === 'ready';
}
