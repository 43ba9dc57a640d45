import type { PhrasingContent, Text } from 'mdast';
import type { Block } from '../load/document.js';
import { HOLDS } from '../load/inventory.js';
import { readLabel } from './people/label.js';
import { nameStrength, plainName } from './people/name.js';
import { holdsOffice, isOffice, officeAtEnd, splitTitles } from './people/offices.js';
import { People } from './people/people.js';
import { isRole } from './people/roles.js';
import { onlyText } from './text/line.js';
import { matchesOf } from './text/matches.js';

/**
 * Editors paste lines that were glued together, and lines that were broken inside a speaker's titles.
 * @returns the lines as their authors meant them; positions stay those of the input
 */
export function regroup(blocks: readonly Block[]): readonly Block[] {
  let known: ReadonlySet<string> | null = null;
  const labels = () => (known ??= turnLabels(blocks));
  const shorts = blocks.map(shortText);
  let result: Block[] | null = null;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const text = onlyText(block);
    const cuts = text === null ? NO_CUTS : cutsIn(text, labels);
    const next = blocks[index + 1];
    const first = shorts[index] ?? null;
    const second = next?.data?.facts?.gap === true ? null : (shorts[index + 1] ?? null);
    const isJoined = first !== null && second !== null && belongTogether(first, second, index + 2 === blocks.length);
    if (cuts.length === 0 && !isJoined) {
      result?.push(block);
      continue;
    }
    result ??= blocks.slice(0, index);
    if (text !== null && cuts.length > 0) result.push(...split(block, text, cuts));
    else if (next && isJoined) {
      const between = isBrokenWord(first, second) ? [] : [separator()];
      result.push({ ...block, children: [...block.children, ...between, ...next.children] } as Block);
      index++;
    }
  }
  return result ?? blocks;
}

const NO_CUTS: readonly number[] = [];

/** 详情》》》 or [详情] with more behind it on the line. */
const BEHIND_DETAIL =
  /(?:(?:详情|詳情|全文)\s*[》>＞»]{2,}\s*(?=[^\s》>＞»])|[[【（(](?:查看)?(?:详情|詳情|全文)[\]】）)]\s*(?=\S))(?![（(【[]?https?:|[\])）】>（(])/gu;
/** [云川网]:… [09:25] [云川网]:…, 【主持人】大家好。【葛长风】网友们好。: each pair of brackets begins a turn. */
const BRACKET_TURN = /(?<=[\s。！？!?…”])(?=(?:[[【]([^[\]【】\d]{1,20})[\]】])(\s*[:：])?)/gu;
/** 口述：民兵营长 庄大路　整理：本报记者 钱多, 姓名：韩灯　身份：外卖骑手: fields of their own. */
const NEXT_FIELD =
  /[^\s]\s+(?=(?:(?:文字)?(?:整理|采写|记录|撰文|执笔|采访)|身份|年龄|职业|职务|单位|性别|籍贯)\s*[:：])/gu;
/** A sentence's end, and what stands before the next colon. */
const SENTENCE_THEN_LABEL = /[。！？!?…”]\s*(?=([^。！？!?…：:，,；;“”]{1,40})[：:])/gu;

/** @returns offsets at which another line begins */
function cutsIn(node: Text, labels: () => ReadonlySet<string>): readonly number[] {
  const text = node.value;
  const cuts: number[] = [];
  if (mayHold(node, HOLDS.closing)) {
    for (const { index, 0: link } of matchesOf(text, BEHIND_DETAIL)) cuts.push(index + link.length);
    if (/^\s*[[【]/u.test(text))
      for (const { index, 1: label = '', 2: colon } of matchesOf(text, BRACKET_TURN))
        if (index > 0 && (colon !== undefined || opensTurn(label))) cuts.push(index);
  }
  if (!mayHold(node, HOLDS.colonOrDash)) return cuts;
  if (text.length < 80 && mayHold(node, HOLDS.space)) {
    for (const { index, 0: before } of matchesOf(text, NEXT_FIELD)) cuts.push(index + before.length);
  }
  for (const { index, 0: mark, 1: label = '' } of matchesOf(text, SENTENCE_THEN_LABEL)) {
    const own = LABEL_FIRST.exec(text)?.[1] ?? '';
    const isTurn = labels().has(own);
    if (isTurn ? label !== own && (labels().has(label) || opensTurn(label)) : beginsSpeech(label))
      cuts.push(index + mark.length);
  }
  return cuts.length > 1 ? [...new Set(cuts)].sort((a, b) => a - b) : cuts;
}

/** A reader that has looked at each character says what it saw; of another's texts nothing is known yet. */
function mayHold({ data }: Text, kind: number): boolean {
  return data?.inventory === undefined || (data.inventory.holds & kind) !== 0;
}

const LABEL_FIRST = /^\s*([^\s。！？!?：:，,、；;“”]{1,8})[：:]/u;

function opensTurn(label: string): boolean {
  return isRole(label) || nameStrength(label) === 'strong';
}

/** 市财政局局长 罗青, 柴扉（县教育局局长）, 主持人: behind a sentence and before a colon another's speech begins. */
function beginsSpeech(label: string): boolean {
  if (label.length < 3) return false;
  if (/主持人?$|^记者$/u.test(label)) return isRole(label);
  if (label.length < 5 || !holdsOffice(label)) return false;
  const reading = readLabel(label, { start: 0, end: label.length }, nobody);
  if (reading?.kind !== 'person' || reading.certainty !== 'clear' || reading.notes.length > 0) return false;
  return reading.titles.some((title) => officeAtEnd(label.slice(title.start, title.end)) !== null);
}

const nobody = new People();

/** Names and roles that open a line with a colon behind them: the same words inside such a line open another turn. */
function turnLabels(blocks: readonly Block[]): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const block of blocks) {
    const text = onlyText(block);
    if (text === null || !mayHold(text, HOLDS.colonOrDash)) continue;
    const label = LABEL_FIRST.exec(text.value.slice(0, 24))?.[1];
    if (label !== undefined && (isRole(label) || nameStrength(label) === 'strong')) labels.add(label);
  }
  return labels;
}

function split(block: Block, { value, position }: Text, cuts: readonly number[]): Block[] {
  const borders = [0, ...cuts, value.length];
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? 0;
    const from = { line: position?.start.line ?? 1, column: (position?.start.column ?? 1) + start };
    const text: Text = { type: 'text', value: value.slice(start, end), position: { start: from, end: from } };
    const facts = index === 0 ? block.data?.facts : { ...block.data?.facts, gap: false, pictures: [] };
    const own = { children: [text], ...(facts && { data: { ...block.data, facts } }) };
    return (index === 0 ? { ...block, ...own } : { type: 'paragraph', ...own }) as Block;
  });
}

/** White space is in nobody's count. */
function separator(): PhrasingContent {
  return { type: 'text', value: ' ' };
}

const LONGEST = 60;

/** 市委常委、市总工会主席、 and the rest of the titles below; or titles on one line and the name on the next. */
function belongTogether(first: string, second: string, isLast: boolean): boolean {
  // ——何砚 and （云川县县长） below it.
  if (/^[—―]{1,4}\s*[\p{Script=Han}·]{2,8}$/u.test(first))
    return /^[（(][^（()）]{2,40}[）)]$/u.test(second) && !/记者|整理|编辑|摄/u.test(second);
  if ('、，,'.includes(first.slice(-1))) return areTitles(first) && startsWithTitle(second);
  if (isBrokenWord(first, second)) return true;
  if (!/^[\p{Script=Han}·、，,（）()\s]+$/u.test(first)) return false;
  if (isLast) return false;
  return isNameLine(first) ? areOffices(second) : isNameLine(second) && areOffices(first);
}

/** …党组书记、局 and below it 长 阚立：治占道. */
function isBrokenWord(first: string, second: string): boolean {
  const end = /^(\p{Script=Han}{1,2})\p{White_Space}+\p{Script=Han}{2,4}\s*(?:[:：]|$)/u.exec(second)?.[1];
  return (
    end !== undefined &&
    officeAtEnd(first) === null &&
    /^[\p{Script=Han}、，,（）()]+$/u.test(first) &&
    /[、，,]/u.test(first) &&
    areTitles(first + end)
  );
}

function shortText({ children }: Block): string | null {
  let text = '';
  for (const node of children) {
    if (node.type !== 'text' && node.type !== 'strong') return null;
    text +=
      node.type === 'text' ? node.value : node.children.map((each) => ('value' in each ? each.value : '')).join('');
    if (text.length > LONGEST + 20) return null;
  }
  const trimmed = text.trim();
  return trimmed.length > 1 && trimmed.length <= LONGEST ? trimmed : null;
}

function areTitles(text: string): boolean {
  return splitTitles(text).every(({ start, end }) => isOffice(text.slice(start, end)));
}

function startsWithTitle(text: string): boolean {
  const words = /^[^:：。！？!?；;]{2,40}/u.exec(text)?.[0] ?? '';
  return splitTitles(words).length > 0 && /[:：]|\s|[\p{Script=Han}]{2}$/u.test(text);
}

/** Particles and verbs that headlines have and titles hardly do: 争当人民满意的公务员. */
const OF_A_HEADLINE = /[的了把让做当为争要“”！？]/u;

/** 市发改委主任、党组书记: offices and nothing else. */
export function areOffices(text: string): boolean {
  if (text.length < 4 || OF_A_HEADLINE.test(text) || /[:：\p{White_Space}]/u.test(text)) return false;
  const pieces = splitTitles(text).map(({ start, end }) => text.slice(start, end));
  return pieces.every((piece) => officeAtEnd(piece) !== null) && pieces.some((piece) => officeAtEnd(piece) !== piece);
}

/** 何砚, 何　砚, 何砚： or 何砚：念好山海经. */
function isNameLine(text: string): boolean {
  const name = plainName(/^[^:：【《]*/u.exec(text)?.[0] ?? '');
  return name.length < 8 && nameStrength(name) === 'strong' && officeAtEnd(name) === null;
}
