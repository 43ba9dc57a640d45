import { MARKER_FIRST } from '../load/inventory.js';
import type { Point } from '../records/point.js';
import { unitAt } from '../typography/unitAt.js';
import { unitsOf, WHITE_SPACE } from '../typography/units.js';
import type { Stretch } from './digest.js';
import { chineseNumber } from './text/date.js';
import { type Span, textOf } from './text/span.js';

/**
 * Kinds of outline markers, the outermost first: 一、 over (一) over 1. over (1). 一是, 一要, 第一， and 首先，
 * stand one below the open numbered level (contract, "Points").
 */
type Kind = 'han' | 'hanBracket' | 'digit' | 'digitBracket' | 'word';
const RANK: Record<Exclude<Kind, 'word'>, number> = { han: 1, hanBracket: 2, digit: 3, digitBracket: 4 };

interface Marker extends Span {
  kind: Kind;
  /** Series within the kind: 是 for 一是, 要 for 一要; lists of different series do not count on. */
  series: string;
  number: number;
}

/** A point found, with where its marker and title stand in its paragraph. */
export interface FoundPoint {
  point: Point;
  kind: Kind;
  paragraph: number;
  marker: Span;
  title: Span;
  level: number;
  /** `2-1`: the first point inside the second. */
  anchor: string;
}

const HAN = '一二三四五六七八九十';
const IS_HAN = unitsOf(HAN);
const HAN_NUMBER = `[${HAN}]{1,3}`;
/**
 * One alternative a kind, behind a mark that ends something. A digit marker is followed by no digit (1.5亿), and a word
 * marker such as 一是 by no second one: 一是一、二是二 is an idiom and no outline. Nothing is captured: what a list of
 * fourteen groups would tell, a few characters do, and to make it takes longer than the search.
 */
const MARKER = new RegExp(
  `(?:${HAN_NUMBER}[、.．]|[（(]${HAN_NUMBER}[)）][、.．]?|[（(]\\d{1,2}[)）][、.．]?|[①-⑳]|\\d{1,2}[.．、](?!\\d)|${HAN_NUMBER}(?:是|要|靠|抓|讲|看|为|在|个是)(?!${HAN_NUMBER}[，、,])|其${HAN_NUMBER}[，,、：:]|第${HAN_NUMBER}[，,、：:]|(?:首先|其次|再次|再者|然后|最后)[，,])`,
  'uy',
);
const FIRST = unitsOf(MARKER_FIRST);
/** Marks that end a sentence, and with it a title. */
const ENDS_TITLE = unitsOf('。；;！!？?');
const FIRST_WORDS: Record<string, number> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 然后: 3, 最后: 9 };
/** A comma before a marker is enough inside a running list only. */
const SOFT_BOUNDARY = unitsOf('，,、');
/** What stands between a marker and its title, or behind the title. */
const BETWEEN = unitsOf(`${WHITE_SPACE}，,、：:`);
const BEHIND_TITLE = unitsOf(`${WHITE_SPACE}，,、:：﹕∶`);
/** 一看 and the like are ordinary words: they count as markers only where a second one follows. */
const NEEDS_SECOND = new Set(['靠', '抓', '讲', '看', '为', '在']);

/**
 * Finds the outline of a speech.
 * @param paragraphs as the record has them
 * @returns the points in order of text; their `point` objects are nested already
 */
export function findPoints(paragraphs: readonly Stretch[]): FoundPoint[] {
  const markers: Placed[] = [];
  for (let paragraph = 0; paragraph < paragraphs.length; paragraph++)
    findMarkers(paragraphs[paragraph] as Stretch, paragraph, markers);
  if (markers.length === 0) return [];
  const kept = keepRunning(markers);
  const found: FoundPoint[] = [];
  const open: FoundPoint[] = [];
  const roots: Point[] = [];
  for (let index = 0; index < kept.length; index++) {
    const marker = kept[index] as Placed;
    const next = kept[index + 1];
    const limit = next && next.paragraph === marker.paragraph ? next.start : marker.text.length;
    const title = titleSpan(marker.text, marker.end, limit);
    if (title.end <= title.start) continue;
    while (closes(marker.kind, open.at(-1)?.kind)) open.pop();
    const parent = open.at(-1);
    const siblings = parent ? parent.point.points : roots;
    const point = {
      marker: marker.text.slice(marker.start, marker.end),
      title: marker.text.slice(title.start, title.end),
      paragraph: marker.paragraph,
      points: [],
    };
    siblings.push(point);
    const anchor = parent ? `${parent.anchor}-${siblings.length}` : `${siblings.length}`;
    const entry: FoundPoint = {
      point,
      kind: marker.kind,
      paragraph: marker.paragraph,
      marker: { start: marker.start, end: marker.end },
      title,
      level: open.length + 1,
      anchor,
    };
    open.push(entry);
    found.push(entry);
  }
  return found;
}

/** @returns the outermost points, as the record has them */
export function outlineOf(found: readonly FoundPoint[]): Point[] {
  return found.filter(({ level }) => level === 1).map(({ point }) => point);
}

/** True when a marker of this kind ends an open point of that kind. */
function closes(kind: Kind, open: Kind | undefined): boolean {
  if (open === undefined) return false;
  if (open === 'word') return true;
  return kind !== 'word' && RANK[kind] <= RANK[open];
}

/** Adds the markers of one paragraph: one may begin where it does, or where the line's inventory says so. */
function findMarkers({ line, span }: Stretch, paragraph: number, markers: Placed[]): void {
  const starts = line.inventory.markers;
  if (starts.length === 0 && FIRST[unitAt(line.text, span.start)] !== 1) return;
  const text = textOf(line.text, span);
  addMarker(text, 0, paragraph, markers);
  for (const start of starts) {
    const at = start - span.start;
    if (at > 0 && at < text.length) addMarker(text, at, paragraph, markers);
  }
}

function addMarker(text: string, at: number, paragraph: number, markers: Placed[]): void {
  if (FIRST[unitAt(text, at)] !== 1) return;
  MARKER.lastIndex = at;
  if (!MARKER.test(text)) return;
  const end = MARKER.lastIndex;
  const { kind, series, number } = readMarker(text.slice(at, end));
  if (isMarkerThere(text, at, end, kind, number))
    markers.push({ kind, series, number, start: at, end, paragraph, text });
}

function isMarkerThere(text: string, start: number, end: number, kind: Kind, number: number): boolean {
  const before = text[start - 1];
  if (isSoft(text, start) && (kind !== 'word' || number === 1)) return false;
  // 1、2月份 and 二、三产业 are enumerations; 3.5 was ruled out above.
  if (kind === 'digit' && /[月日号年、]/u.test(text[end] ?? '')) return false;
  const isInside = kind === 'han' && before !== undefined && /[\p{White_Space}）)”]/u.test(before);
  return !isInside || text.slice(0, start).trim() === '';
}

/** True behind a comma. */
function isSoft(text: string, start: number): boolean {
  return SOFT_BOUNDARY[unitAt(text, start - 1)] === 1;
}

/** @param words what {@link MARKER} found */
function readMarker(words: string): Pick<Marker, 'kind' | 'series' | 'number'> {
  const first = words[0] ?? '';
  const isBracket = first === '（' || first === '(';
  // Behind a bracket, 其 or 第 the number begins with the second character.
  const start = IS_HAN[unitAt(words, 0)] === 1 ? 0 : 1;
  let end = start;
  while (IS_HAN[unitAt(words, end)] === 1) end++;
  if (end > start) {
    const number = chineseNumber(words.slice(start, end));
    if (isBracket) return { kind: 'hanBracket', series: '', number };
    if (start > 0) return { kind: 'word', series: first, number };
    const series = words.slice(end);
    return /^[、.．]/u.test(series) ? { kind: 'han', series: '', number } : { kind: 'word', series, number };
  }
  const circled = unitAt(words, 0) - 0x2460;
  if (circled >= 0 && circled < 20) return { kind: 'digitBracket', series: '', number: circled + 1 };
  const number = Number.parseInt(isBracket ? words.slice(1) : words, 10);
  if (!Number.isNaN(number)) return { kind: isBracket ? 'digitBracket' : 'digit', series: '', number };
  return { kind: 'word', series: '首', number: FIRST_WORDS[words.slice(0, 2)] ?? 1 };
}

interface Placed extends Marker {
  paragraph: number;
  text: string;
}

/**
 * Keeps the markers that belong to a list: a first one, or one that counts on. At a paragraph's beginning any
 * number stands, since editors excerpt: a list may begin at 二、.
 */
function keepRunning(markers: readonly Placed[]): Placed[] {
  const last = new Map<string, number>();
  return markers.filter((marker, index) => {
    const key = `${marker.kind}${marker.series}`;
    const previous = last.get(key) ?? 0;
    const leads = marker.start === 0 && marker.series !== '首';
    const counts =
      marker.number === previous + 1 ||
      (marker.series === '首' && marker.number > previous && (previous > 0 || marker.number === 1));
    if (!leads && !counts && (marker.number !== 1 || isSoft(marker.text, marker.start))) return false;
    if (marker.number === 1 && NEEDS_SECOND.has(marker.series) && !hasSecond(markers, index)) return false;
    last.set(key, marker.number);
    // A numbered marker begins the lists inside it anew.
    if (marker.kind !== 'word') for (const other of last.keys()) if (isInside(other, marker.kind)) last.delete(other);
    return true;
  });
}

function isInside(key: string, kind: Exclude<Kind, 'word'>): boolean {
  return key.startsWith('word') || RANK[key as Exclude<Kind, 'word'>] > RANK[kind];
}

function hasSecond(markers: readonly Placed[], index: number): boolean {
  const { series, kind } = markers[index] as Placed;
  return markers
    .slice(index + 1, index + 30)
    .some((other) => other.kind === kind && other.series === series && other.number === 2);
}

/** Up to the first mark that ends a sentence, the next marker, or the line's end; the closing mark left out. */
function titleSpan(text: string, from: number, limit: number): Span {
  let start = from;
  while (start < limit && BETWEEN[unitAt(text, start)] === 1) start++;
  let end = start;
  while (end < limit && ENDS_TITLE[unitAt(text, end)] !== 1) end++;
  while (end > start && BEHIND_TITLE[unitAt(text, end - 1)] === 1) end--;
  return { start, end };
}
