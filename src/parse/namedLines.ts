import { unitAt } from '../typography/unitAt.js';
import { unitsOf } from '../typography/units.js';
import type { Head } from './heads/head.js';
import { isTranscribed, nameStrength, plainName } from './people/name.js';
import { isOffice } from './people/offices.js';
import { surnameOf } from './people/surnames.js';
import type { Line } from './text/line.js';

/** No name alone on a line, with a remark behind it, is as long. */
const LONGEST_LONE = 24;
const BULLETS = '■●◆▲★□◇▪▶►※◎○☆△•·';
const BULLETS_FIRST = new RegExp(`^[${BULLETS}]+\\s*`, 'u');
const IS_BULLET = unitsOf(BULLETS);

/**
 * @param above the line before: 幸福 below 货车司机 幸福： is a caption, and by itself a word
 * @returns the name that is the whole line, or null
 */
export function loneName(line: Line, above: Line | undefined): string | null {
  const { start, end } = line.content;
  const isLong = end - start > LONGEST_LONE;
  if (isLong && IS_BULLET[unitAt(line.text, start)] !== 1) return null;
  const text = line.trimmed.replace(BULLETS_FIRST, '');
  if (text.length > LONGEST_LONE || text.length < 2) return null;
  const bare = text.replace(/[（(][^（）()]{1,12}[)）]$|(?<=\S{2})(?:同志|先生|女士)$/u, '').trim();
  const strength = nameStrength(bare);
  if (strength === 'none') return null;
  const isName =
    strength !== 'weak' ||
    (bare.length < 4 && surnameOf(bare) !== null) ||
    isTranscribed(bare) ||
    above?.text.includes(bare) === true;
  return isName ? plainName(bare) : null;
}

/**
 * Several names on one line (何砚 罗青 陆明; 何砚、罗青). What only could be a name is added too: it vouches for a
 * reading, and by itself makes no one a speaker.
 */
export function listedNames(line: Line): readonly string[] {
  const { start, end } = line.content;
  if (end - start > 120 || line.endsInStop) return NOBODY;
  const text = line.trimmed;
  // Marks that no name has.
  if (/[:：。；;！!？?“”《》（(]/.test(text)) return NOBODY;
  const pieces = text.split(/[、,，\p{White_Space}|｜/]+/u).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => nameStrength(piece) === 'strong')
    ? pieces.map(plainName)
    : NOBODY;
}

const NOBODY: readonly string[] = [];

const CAST =
  /^(?:召集人|记录人?|嘉宾|特邀嘉宾|访谈嘉宾|对话嘉宾|主持人|主持|与会人员|与会嘉宾|参加人员|参加人|与会者|出席人员|出席|参会人员)[:：](.{2,200})$/u;

const ITEM = /^[-*+]\s+/u;
const CAST_FIRST = unitsOf('-*+嘉特访对主与参出召记');
/** UTF-16 units of a label and two hundred characters behind it. */
const LONGEST_CAST = 405;

/**
 * 嘉宾：市住建局局长　万志远、市教育局副局长　夏天 says who is present, and is no turn to speak.
 * @returns the names, or an empty list where the words are anything else
 */
export function castNames(line: Line): readonly string[] {
  const { start, end } = line.content;
  if (end - start > LONGEST_CAST || CAST_FIRST[unitAt(line.text, start)] !== 1) return NOBODY;
  const text = line.trimmed.replace(ITEM, '');
  const words = CAST.exec(text)?.[1];
  if (words === undefined || /[。！？!?…]/u.test(words)) return [];
  const names: string[] = [];
  // 召集人：雷 鸣　记录：温 文
  for (const piece of words.split(/[、；;，,]|\p{White_Space}+\p{Script=Han}{2,4}[:：]/u)) {
    const tokens = piece
      .trim()
      .replace(/[（(][^（()）]*[）)]$|(?:同志|先生|女士)$/gu, '')
      .split(/\p{White_Space}+/u);
    const isPadded = tokens.length === 2 && tokens.every((token) => token.length === 1);
    const name = isPadded ? tokens.join('') : (tokens.at(-1) ?? '');
    const titled = !isPadded && tokens.length > 1 && isOffice(tokens.slice(0, -1).join(''));
    const strength = nameStrength(name);
    if (titled ? strength === 'none' : strength !== 'strong' && strength !== 'fair') {
      if (!isOffice(piece.trim())) return [];
      continue;
    }
    names.push(plainName(name));
  }
  return names;
}

const CAST_HEAD =
  /^[【[（(■●◆\s]*(?:本期|特邀|与谈|出席|访谈|对话|与会|参会|到场)?(?:嘉宾|人员|专家|对话人|访谈人|与谈人)(?:名单|介绍|简介)?[】\])）:：\s]*$/u;

/** @returns indices of the lines that list those present, below a line that says so and up to the next empty one */
export function castBelow(lines: readonly { line: Line; gap: boolean; heads: readonly Head[] }[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < lines.length; at++) {
    const { line } = lines[at] as { line: Line };
    const { start, end } = line.content;
    const isHead =
      end - start <= 12 &&
      (CAST_HEAD.test(line.trimmed) || (/^(?:主持人?|点评人)$/u.test(line.trimmed) && found.has(at - 1)));
    if (!isHead && castNames(line).length === 0) continue;
    for (let next = at + 1; next < lines.length && next < at + 20; next++) {
      const each = lines[next] as (typeof lines)[number];
      const isApart = each.gap && !(isHead && next === at + 1);
      const isNamed =
        castNames(each.line).length > 0 ||
        each.heads.some(({ form, reading }) => form === 'bare' && reading.titles.length > 0);
      if (isApart || each.line.endsInStop || !(isNamed || (isHead && each.heads.length === 0))) break;
      if (!isNamed && (/^[【[]/u.test(each.line.trimmed) || each.line.content.end - each.line.content.start > 60))
        break;
      if (isHead) found.add(at);
      found.add(next);
    }
  }
  return found;
}
