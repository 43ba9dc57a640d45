import type { ShownAround, ShownPoint, ShownSpeech, ShownText } from './shownEdition.js';

export type StoredText = ShownAround | ShownText | ShownSpeech;

/**
 * The first line of a text that is ready for pages. Its strings come after it as they are, and the line tells their
 * lengths: JSON writes and reads each character and each small object by itself, which took three times as long.
 */
type Head = { points: number[] } & Partial<Omit<ShownSpeech, keyof ShownText | 'opening'> & { opening: number | null }>;

/** Numbers in a head for each point: how many it stands under, and the lengths of its marker and title. */
const OF_POINT = 3;

/** @returns the text as one string */
export function writeText(text: StoredText): string {
  if (!('body' in text) || text.body.type !== 'ready') return `${JSON.stringify(text)}\n`;
  const points: number[] = [];
  const titles = addPoints(text.outline, 0, points);
  if (!('id' in text)) return `${JSON.stringify({ points } satisfies Head)}\n${titles}${text.body.html}`;
  const { id, opening, notes, detail, excerpt } = text;
  const head: Head = { points, id, opening: opening === null ? null : opening.length, notes, detail, excerpt };
  return `${JSON.stringify(head)}\n${titles}${opening ?? ''}${text.body.html}`;
}

/** @returns what {@link writeText} was given */
export function readText<T extends StoredText>(written: string): T;
export function readText(written: string): StoredText {
  let at = written.indexOf('\n') + 1;
  const head: Head | StoredText = JSON.parse(written.slice(0, at));
  if (!('points' in head)) return head as StoredText;
  const take = (length: number): string => {
    at += length;
    return written.slice(at - length, at);
  };
  const outline = takePoints(head.points, take);
  const { id, opening, notes = [], detail = null, excerpt = false } = head;
  if (id === undefined) return { body: { type: 'ready', html: written.slice(at) }, outline };
  const first = typeof opening === 'number' ? take(opening) : null;
  return { id, body: { type: 'ready', html: written.slice(at) }, outline, opening: first, notes, detail, excerpt };
}

/** @returns the markers and titles of points, and of those below each */
function addPoints(points: readonly ShownPoint[], depth: number, lengths: number[]): string {
  let text = '';
  for (const { marker, title, points: inner } of points) {
    lengths.push(depth, marker.length, title.length);
    text += marker + title;
    if (inner.length > 0) text += addPoints(inner, depth + 1, lengths);
  }
  return text;
}

function takePoints(lengths: readonly number[], take: (length: number) => string): ShownPoint[] {
  const outline: ShownPoint[] = [];
  /** The lists that are not ended, from the outermost. */
  const lists = [outline];
  for (let at = 0; at < lengths.length; at += OF_POINT) {
    const [depth = 0, marker = 0, title = 0] = [lengths[at], lengths[at + 1], lengths[at + 2]];
    const point: ShownPoint = { marker: take(marker), title: take(title), points: [] };
    lists[depth]?.push(point);
    lists[depth + 1] = point.points;
  }
  return outline;
}
