import type { Digest } from '../digest.js';
import { type Candidate, isStrong } from './candidate.js';

/** Title, occasion, date and source are all that may stand above the speaker of a lone speech. */
const HIGHEST = 6;

/** @returns the line that names who gives the lone speech of a file: title, ——在…上的讲话, titles name, (date) */
export function loneSpeaker(digest: Digest, all: readonly Candidate[]): Candidate | null {
  const only = all.find(
    ({ head, after }) => !after && head.form === 'bare' && head.ornament !== 'label' && head.reading.titles.length > 0,
  );
  if (!only || only.at > HIGHEST || digest.nextText(0, only.at, null) < 0) return null;
  const above = digest.lines.slice(0, only.at).filter(({ kind }) => kind === 'text');
  const texts = above.map(({ line }) => line.trimmed);
  if (texts.filter((text) => !isBesideTitle(text)).length > 1) return null;
  const below = digest.lines.slice(only.at + 1, only.at + 4).map(({ line }) => line.trimmed);
  const others = all.some(
    ({ head, after }) =>
      !after &&
      head !== only.head &&
      head.form === 'bare' &&
      (head.reading.shape === only.head.reading.shape ||
        (head.reading.certainty !== 'doubtful' && head.reading.certainty !== 'likely')) &&
      head.reading.titles.length > 0,
  );
  if (others) return null;
  const isFramed = texts.some((text) => OCCASION.test(text)) || below.some((text) => SALUTATION.test(text));
  return isFramed || !all.some(({ head, at }) => at !== only.at && isStrong(head)) ? only : null;
}

/** The occasion or the date: no headline of its own. */
function isBesideTitle(text: string): boolean {
  return /^[——―-]{1,2}/u.test(text) || /^[（(].*[）)]$/u.test(text);
}

const OCCASION = /^[—―–-]{1,4}\s*在.{2,60}(?:讲话|报告|致辞|講話)$/u;
const SALUTATION =
  /^(?:[（(](?:19|20|二〇)[\d〇一二三四五六七八九十年月日.\-/\s]{4,16}[）)]|[\p{Script=Han}、，,\s]{0,20}(?:同志们|代表们|委员们|老师们|同学们|朋友们|各位[\p{Script=Han}]{2,6}|女士们|先生们|来宾们)[\p{Script=Han}、，,\s]{0,24}[：:！!])$/u;
