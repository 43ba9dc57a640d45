import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
import { takeBrackets } from '../people/brackets.js';
import { titleSpans } from '../people/core.js';
import { readLabel } from '../people/label.js';
import { isNickname, isPhrase, isTranscribed, nameStrength } from '../people/name.js';
import { isOffice } from '../people/offices.js';
import type { People } from '../people/people.js';
import { NEVER_IN_LABEL, type Reading, readingOf } from '../people/reading.js';
import type { Line } from '../text/line.js';
import { depths } from '../text/marks.js';
import { type Span, textOf, trim } from '../text/span.js';
import { type Head, headOf, LONGEST_LABEL, type Opening } from './head.js';
import { isTitle } from './titles.js';

/** The colon stands outside brackets and quotes, and is no part of a time, a ratio or an address. */
export function readColon(line: Line, opening: Opening, people: People): Head | null {
  const { start } = opening;
  const { end } = line.content;
  if (!hasColonOrDash(line.text, start, Math.min(end, start + LONGEST_LABEL))) return null;
  const window = line.text.slice(start, Math.min(end, start + LONGEST_LABEL));
  const depth = depths(window);
  // 云川市市长何砚—— with nothing behind it introduces the words below as a colon does.
  const dashes = start + window.length === end ? (/[—―]{1,2}$/u.exec(window.slice(-2))?.[0].length ?? 0) : 0;
  // 莫 愁——把专家“种”在乡镇: a name, and its headline behind a dash.
  const parted = dashes > 0 ? null : BEFORE_DASH.exec(window);
  if (parted?.[1] !== undefined) {
    const who = trim(line.text, { start, end: start + parted[1].length });
    const reading = readLabel(line.text, who, people) ?? (isOffice(parted[1].trim()) ? labelIn(line.text, who) : null);
    const isNamed =
      reading !== null && reading.shape !== 'nameless' && !/^.{0,12}[:：]/u.test(window.slice(parted[0].length));
    if (isNamed && (reading.kind === 'person' || reading.shape === 'role' || reading.shape === 'label'))
      return headOf(line, opening, 'colon', reading, who, trim(line.text, { start: start + parted[0].length, end }));
  }
  const at = dashes > 0 ? window.length - dashes : findColon(window, depth);
  if (at <= 0) return null;
  const label = trim(line.text, { start, end: start + at });
  const rest = trim(line.text, { start: start + at + Math.max(1, dashes), end });
  const reading = readLabel(line.text, label, people);
  if (reading === null || reading.titles.length === 0 || reading.shape === 'nameless') {
    const named = nameBehindColon(line.text, label, rest, people);
    if (named) {
      const behind = named.rest.at(-1)?.end ?? named.name.end;
      return headOf(
        line,
        opening,
        'colon',
        named,
        { start: label.start, end: behind },
        trim(line.text, { start: behind, end }),
      );
    }
  }
  if (reading) return headOf(line, opening, 'colon', reading, label, rest);
  const unknown = labelIn(line.text, label);
  return unknown && headOf(line, opening, 'colon', unknown, label, rest);
}

const BEFORE_DASH = /^([^。！？!?；;，,:：“”—―]{2,30})[—―]{2}\s*(?=\S{4})/u;
/** 男, 听证申请人, 《云川生态》, 后排的一位老先生: short words without a mark of a sentence. */
const LABEL_WORDS = /^[\p{Script=Han}A-Za-z0-9·《》“”（）() ]{1,14}$/u;
/** 一句话, 三个到位, 老支书告诉我: what a speech says before a colon. */
const NEVER_A_LABEL =
  /^[一二三四五六七八九十两几](?!位|名|[牛狗娃毛妞丫蛋柱虎宝姐哥叔婶嫂爷娘伯]$)|(?:告诉|告訴)?[我你他她它咱]$|[是为在有]$/u;

/** @returns the words as someone nobody knows, a remark in brackets apart; null for what is no label */
export function labelIn(text: string, span: Span): Reading | null {
  const { core, titles, notes, marks } = takeBrackets(text, span);
  if (!mayBeLabel(textOf(text, core))) return null;
  const reading = readingOf('role', 'label', 'doubtful', core);
  reading.notes.push(...titles, ...notes);
  reading.rest.push(...marks);
  return reading;
}

function mayBeLabel(text: string): boolean {
  return LABEL_WORDS.test(text) && !NEVER_A_LABEL.test(text) && !isPhrase(text);
}

/** 青石镇党委书记：何砚, and behind a space a headline. */
function nameBehindColon(text: string, label: Span, rest: Span, people: People): Reading | null {
  const found = /^(\S{2,12}?)(同志|先生|女士)?(?=$|\p{White_Space}+\S{4,48}$)/u.exec(textOf(text, rest));
  const words = found?.[1];
  if (found === null || words === undefined || !isTitle(textOf(text, label))) return null;
  const vouched = people.has(words);
  if (!vouched && nameStrength(words) !== 'strong' && !isTranscribed(words) && !isNickname(words)) return null;
  const name = { start: rest.start, end: rest.start + words.length };
  const reading = readingOf('person', 'spaced', vouched ? 'confirmed' : 'clear', name, titleSpans(text, label));
  if (found[2] !== undefined) reading.rest.push({ start: name.end, end: name.end + found[2].length });
  return reading;
}

const COLONS = unitsOf(':：﹕∶');
const COLON_OR_DASH = unitsOf(':：﹕∶—―');

/** Whether one stands there with no sentence's end before it: what has such a mark inside is no label. */
function hasColonOrDash(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = unitAt(text, at);
    if (COLON_OR_DASH[unit] === 1) return true;
    if (NEVER_IN_LABEL[unit] === 1) return false;
  }
  return false;
}

function findColon(text: string, depth: readonly number[]): number {
  const { length } = text;
  for (let at = 0; at < length; at++) {
    if (COLONS[unitAt(text, at)] !== 1 || depth[at] !== 0) continue;
    if (/\d/u.test(text[at - 1] ?? '') || text.startsWith('//', at + 1)) return -1;
    return at;
  }
  return -1;
}
