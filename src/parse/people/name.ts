import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
import { isOffice, isOrganisation, officeAtEnd } from './offices.js';
import { isRole } from './roles.js';
import { hasRareSurname, isCompound, surnameOf } from './surnames.js';
import { isWord } from './words.js';

/** The dots inside names of minority peoples and foreigners; kept as written, equal for identity. */
export const NAME_DOT = /[·・•‧∙⋅･．]/u;
const DOTS = /[·・•‧∙⋅･．]/gu;

/** What stands within such a name: Leonel Alves da Costa. */
const PARTICLE = '(?:da|de|do|dos|van|von|der|den|bin|ibn|al|el|del|di|la|le|du) ';
/** Maria Lopez: words in Latin letters with capitals; one alone may be anything (GDP, Alpha). */
const WORD = "\\p{Lu}[\\p{Script=Latin}'’.-]*";
const LATIN = `${WORD}(?: (?:${PARTICLE})?${WORD}){1,4}`;
const LATIN_NAME = new RegExp(`^${LATIN}$`, 'u');
/** A name in Latin letters at the beginning of a label. */
const LATIN_FIRST = new RegExp(`^${LATIN}(?=[,，\\p{White_Space}])(?! ${PARTICLE})`, 'u');
const LATIN_LAST = new RegExp(`(?<!\\p{Script=Latin}| |^)\\p{White_Space}*(${LATIN})$`, 'u');

/** @returns the name in Latin letters that a label ends with, offices such as CEO left out; null without one */
export function latinAtEnd(label: string): string | null {
  if (isUsualHan(label.charCodeAt(label.length - 1))) return null;
  const words = LATIN_LAST.exec(label)?.[1]?.split(' ') ?? [];
  while (words.length > 0 && officeAtEnd(words[0] ?? '') !== null) words.shift();
  return words.length > 1 ? words.join(' ') : null;
}

/** @returns the length of the name in Latin letters that a label begins with; null without one */
export function latinAtStart(label: string): number | null {
  return isUsualHan(label.charCodeAt(0)) ? null : (LATIN_FIRST.exec(label)?.[0].length ?? null);
}

/** Nearly all characters of nearly all names: none of them is a Latin letter. */
export function isUsualHan(code: number): boolean {
  return code >= 0x4e00 && code < 0xa000;
}

/** Verbs of saying stand where a name could (总书记强调：) and are never one. */
const VERBS = new Set(
  '强调 指出 表示 认为 要求 提出 建议 介绍 透露 坦言 呼吁 回应 回答 写道 告诉 补充 总结 感慨 直言 讲话 发言 说道 明确 表态 交流 寄语 点评 简介 名单 回复 答复 留言 摘登 汇报 述职 提醒 希望 宣布 致辞 解释 补充道'.split(
    ' ',
  ),
);

/** Particles: what has one inside is a phrase. */
const PARTICLES = /[的了吗嗎呢吧们們这這哪么麼]/u;
/** Characters that given names hardly have: they give a word away where nothing else speaks for a name. */
const NO_GIVEN =
  /[的了是在与及或个個们們这這那哪么吗呢吧也就还很被把让给从到对為于者所等间間里裡案法额額率量项項款务務局部厅廳处處科股委办辦室组組队隊站院校厂店县縣街您你我他她它谁么怎事且仍则再又才都各每某该此何不没沒无非未已将应须可能要会请请说說讲講问問谈談看做用去]/u;

/** True for a verb of saying, a name with one behind it, and what has a particle inside. */
export function isPhrase(text: string): boolean {
  return VERBS.has(text) || VERBS.has(text.slice(-2)) || PARTICLES.test(text);
}

export type NameStrength = 'strong' | 'fair' | 'weak' | 'none';

/** Nothing to remove and nothing to fold: nearly every name. */
const HAN_ONLY = /^[\u4e00-\u9fff]*$/;

/** The name as a record holds it: padding inside removed, dots kept as written. */
export function plainName(text: string): string {
  if (HAN_ONLY.test(text)) return text;
  return /\p{Script=Latin}/u.test(text) ? text.trim() : text.replace(/\p{White_Space}+/gu, '');
}

/** Equal for one person: dots are one dot, padding is none. */
export function identityOf(name: string): string {
  if (HAN_ONLY.test(name)) return name;
  return plainName(name).replace(DOTS, '·').normalize('NFC');
}

/**
 * How much a text looks like a person's name by itself, without any context.
 * strong: surname and usual length, or parts with dots; fair: a surname and an unusual length; weak: Han
 * characters that could be a name without surname (艾尔肯, 扎西).
 * @param text may have padding inside: 王　刚
 */
export function nameStrength(text: string): NameStrength {
  // A longer text may be a part of a whole file's to V8 (it copies up to 12 units), and would keep that in memory.
  if (text.length > LONGEST_KNOWN) return strengthOf(text);
  const before = known.get(text);
  if (before !== undefined) return before;
  const strength = strengthOf(text);
  if (known.size === MOST_KNOWN) known.clear();
  known.set(text, strength);
  return strength;
}

/** The same words are asked about for several readings of a line, and the same names come again in an archive. */
const known = new Map<string, NameStrength>();
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 12;

function strengthOf(text: string): NameStrength {
  const name = plainName(text);
  if (!HAN_ONLY.test(name)) {
    if (NAME_DOT.test(name)) return dottedStrength(name);
    if (LATIN_NAME.test(name)) return 'strong';
  } else if (name.length > 8) return 'none';
  const characters = name.length > 16 ? [] : [...name];
  if (characters.length < 2 || characters.length > 8 || !/^\p{Script=Han}+$/u.test(name)) return 'none';
  // 程前强调, 华佗说: a name and what its bearer does.
  if (/[说說]$/u.test(name)) return 'none';
  if (
    VERBS.has(name) ||
    (characters.length > 2 && VERBS.has(name.slice(-2))) ||
    isRole(name) ||
    officeAtEnd(name) !== null ||
    PARTICLES.test(hasRareSurname(name) ? name.slice(1) : name)
  )
    return 'none';
  const surname = surnameOf(name);
  const given = characters.slice([...(surname ?? '')].length).join('');
  if (surname === null) return weakStrength(name, characters.length);
  const length = characters.length;
  if (isWord(name) || NO_GIVEN.test(given)) return characters.length <= 3 && !isOrganisation(name) ? 'weak' : 'none';
  // 高新区, 石门乡: a place, though it begins with a surname.
  if (length === 3 && /[区區县縣市省州镇鎮乡鄉]$/u.test(name)) return 'weak';
  if (isCompound(surname)) return length <= 4 ? 'strong' : length === 5 ? 'fair' : 'none';
  if (hasRareSurname(name)) return 'fair';
  if (length <= 3) return 'strong';
  if (isOffice(name) || isOrganisation(name)) return 'none';
  return length === 4 ? 'fair' : 'weak';
}

function dottedStrength(name: string): NameStrength {
  const parts = name.split(NAME_DOT);
  const areParts =
    parts.length <= 5 && parts.every((part) => /^(?:[\p{Script=Han}-]{1,8}|\p{Script=Latin}+\.?)$/u.test(part));
  return areParts && !hasOfficeBefore(parts[0] ?? '') ? 'strong' : 'none';
}

/** 常务副市长卓玛‧央金, 市工商联卓玛‧央金: what stands before the dot begins with a title or a body. */
function hasOfficeBefore(first: string): boolean {
  for (let end = 2; end <= first.length; end++) {
    const start = first.slice(0, end);
    if (officeAtEnd(start) !== null || (end > 2 && isOrganisation(start))) return true;
  }
  return false;
}

/** What names of Tibetans, Uyghurs, Mongols and others are transcribed with, and few words are made of. */
const TRANSCRIBED = new Set(
  '阿艾巴班才次旦达德登迪丹尔尕嘎噶格古哈汗吉加嘉卡克库拉朗勒里洛玛买曼麦姆木穆尼努诺帕平其钦琼热仁日如萨桑色什索苏塔特图吐托娃旺乌西央依扎增泽珍孜卓宗措让赛都提肯江别斯敖布仓多丽罕宁沙叶岩罕沙莎娅娜额敦逊勒',
);

/** @returns false for a text that no such name ends: at most one of its characters is another's */
export function endsTranscribed(text: string): boolean {
  return TRANSCRIBED.has(text.slice(-1)) || TRANSCRIBED.has(text.slice(-2, -1));
}

/** True for 才让卓玛, 艾尔肯: a name of a people without surnames, by its characters alone. */
export function isTranscribed(name: string): boolean {
  const characters = [...name];
  const known = characters.filter((character) => TRANSCRIBED.has(character)).length;
  return known >= 3 && known >= characters.length - 1 && characters.length <= 6;
}

/** 老李, 小王, 李大爷, 王奶奶: what neighbours and old colleagues call each other. */
const NICKNAME =
  /^(?:[老小阿大](\p{Script=Han})|(\p{Script=Han})(?:大爷|大妈|大娘|大叔|大伯|大哥|大姐|大嫂|大婶|老汉|老太|阿姨|奶奶|爷爷|伯伯|叔叔|婶婶|师傅|师父|嫂子|先生|女士|小姐|太太|同学|叔|婶|伯|嫂|姨|哥|姐|老|总|工))$/u;

const NICKNAME_LAST = unitsOf('某生士姐爷妈学师傅姨娘叔伯哥嫂婶奶汉太父子老总工');

/** True for a name by which people are called and not registered: its bearer speaks in records of talks. */
export function isNickname(text: string): boolean {
  const half = text.length / 2;
  const isCalled = NICKNAME_LAST[unitAt(text, text.length - 1)] === 1 || '老小阿大'.includes(text.slice(0, 1));
  if (text.length > 4 || (!isCalled && text.slice(0, half) !== text.slice(half))) return false;
  // 豆豆, 糖糖: pet names.
  if (/^(\p{Script=Han})\1$/u.test(text)) return !isWord(text);
  if (/^[A-ZＡ-Ｚ](?:某|先生|女士|小姐|大爷|大妈|同学|老师|师傅|阿姨)$/u.test(text)) return true;
  if (/^\p{Script=Han}(?:大爷|大妈|大娘|大叔|大伯|大哥|大姐|大嫂|大婶|阿姨|奶奶|爷爷|师傅|老汉)$/u.test(text))
    return !isWord(text);
  const surname = NICKNAME.exec(text);
  return surname !== null && surnameOf(`${surname[1] ?? surname[2]}某`) !== null && !isWord(text);
}

/** 梁議員朝陽: the office between surname and given name, as minutes in Taiwan have it. */
export function isOfficeInside(text: string): boolean {
  const surname = text.length < 4 || text.length > 8 ? null : surnameOf(text);
  if (surname === null) return false;
  for (let given = 1; given <= 2; given++) {
    const office = text.slice(surname.length, -given);
    const own = office.replace(/^[副常]/u, '');
    if (own.length > 1 && officeAtEnd(own) === own && !NO_GIVEN.test(text.slice(-given))) return true;
  }
  return false;
}

function weakStrength(name: string, length: number): NameStrength {
  if (NO_GIVEN.test(name) || isOffice(name) || isOrganisation(name)) return 'none';
  return length <= 6 ? 'weak' : 'none';
}
