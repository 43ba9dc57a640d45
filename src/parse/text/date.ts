import type { Span } from './span.js';

const DIGITS = '〇零○一二三四五六七八九';
const NUMERIC =
  /((?:19|20)\d{2})(?:\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?|([-./])(\d{1,2})\4(\d{1,2}))(?:\s*(?:星期|周)[一二三四五六日天])?(?:[\sT]*\d{1,2}[:：时時点]\d{2}(?:[:：分]\d{2}秒?|分)?)?/u;
const CHINESE =
  /([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?/u;

export interface FoundDate {
  /** `2031-03-02` or `2031-03`. */
  iso: string;
  /** The date with the time of day behind it. */
  span: Span;
  /** The date alone. */
  date: Span;
}

/**
 * Finds a date in a text: 2031年3月2日, 2031-03-02 17:21, 二〇三一年三月二日.
 * @returns the first one that is a real day, or null
 */
export function findDate(written: string): FoundDate | null {
  // Digits of either width, of one length: ２０３１年３月２日.
  const text = written.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [whole, year, month, day, , month2, day2] = numeric;
    const iso = isoDate(Number(year), Number(month ?? month2), optional(day ?? day2));
    if (!iso) return null;
    const time = /[\sT]*\d{1,2}[:：时時点]\d{2}(?:[:：分]\d{2}秒?|分)?$/u.exec(whole);
    const end = numeric.index + whole.length;
    return {
      iso,
      span: { start: numeric.index, end },
      date: { start: numeric.index, end: time ? numeric.index + time.index : end },
    };
  }
  const chinese = CHINESE.exec(text);
  if (!chinese) return null;
  const year = [...(chinese[1] ?? '')].map((digit) => Math.max(0, DIGITS.indexOf(digit) - 2)).join('');
  const iso = isoDate(Number(year), chineseNumber(chinese[2] ?? ''), chinese[3] ? chineseNumber(chinese[3]) : null);
  const span = { start: chinese.index, end: chinese.index + chinese[0].length };
  return iso ? { iso, span, date: span } : null;
}

function optional(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** @returns the value of 一 to 九十九 */
export function chineseNumber(text: string): number {
  if (!text.includes('十')) return digitOf(text, 0);
  const [tens, ones] = text.split('十');
  return digitOf(tens, 1) * 10 + digitOf(ones, 0);
}

function digitOf(text: string | undefined, empty: number): number {
  return text ? DIGITS.indexOf(text) - 2 : empty;
}

function isoDate(year: number, month: number, day: number | null): string | null {
  const pad = (value: number) => String(value).padStart(2, '0');
  if (month < 1 || month > 12) return null;
  if (day === null) return `${year}-${pad(month)}`;
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCMonth() === month - 1 && day >= 1 ? `${year}-${pad(month)}-${pad(day)}` : null;
}
