import type { DigestLine } from './digest.js';
import { isMatter } from './turns/talk.js';

/** Lines that say when, where and with whom a meeting was, at most. */
const MOST = 24;
const LABELLED = /^([^:：。！？!?；;，,｜|]{1,16})([:：｜|])(.*)$/u;
/** 嘉　宾：, 主持人：, whatever stands behind. */
const OF_THOSE_PRESENT =
  /(?:嘉宾|主持人?|与谈人|與談人|發言人|发布人|参加人?员?|出席(?:领导)?|列席(?:单位)?|记录人?|記錄|报告人|報告人|主讲人|召集人|整理人?|质询|質詢|议题|議題|案由)$/u;

/**
 * Below the title of a record stands who presides, who takes part, when and where: label lines and names up to the
 * first empty line, none of them a sentence. None of them is a turn to speak, and the names are of people who will.
 * @returns indices of these lines; none where the block is anything else
 */
export function topBlock(lines: readonly DigestLine[]): readonly number[] {
  const first = lines.findIndex(({ kind, line }) => kind === 'text' && !/^[—―─–]/u.test(line.trimmed)) + 1;
  const block: number[] = [];
  let labels = 0;
  let at = first;
  for (; at < lines.length && at < first + MOST; at++) {
    const each = lines[at] as DigestLine;
    if (each.gap && block.length > 0) break;
    if (each.kind !== 'text' || /^[—―─–]/u.test(each.line.trimmed)) continue;
    const label = LABELLED.exec(each.line.trimmed);
    if (each.line.endsInStop || /[。！？!?]|\.$/u.test(each.line.trimmed)) return [];
    const [, words = '', mark = '', rest = ''] = label ?? [];
    if ('｜|'.includes(mark) && label && !isMatter(words) && !OF_THOSE_PRESENT.test(words)) return [];
    const isOwn = label ? isOfMeeting(each, words, rest) : labels > 0 && each.line.trimmed.length < 60;
    if (!isOwn) return [];
    if (label) labels++;
    block.push(at);
  }
  const isApart = lines[at]?.gap === true;
  return labels > 0 && isApart && hasSpeakers(lines, at) && !recurs(lines, block, at) ? block : [];
}

/** 主持人：晨曦, 案由：…, 正方：江临一中, and no 县长 何砚：念好山海经. */
function isOfMeeting(each: DigestLine, label: string, rest: string): boolean {
  const words = label.replace(/\s/gu, '');
  if (isMatter(words) || OF_THOSE_PRESENT.test(words)) return true;
  const isTitled = each.heads.some(
    ({ form, reading, ornament }) =>
      form !== 'bare' && ornament !== 'label' && reading.kind !== 'role' && reading.titles.length > 0,
  );
  return !isTitled && rest.length < 80;
}

/** Somebody speaks below: 发言人：何砚 above a lone speech is no list. */
function hasSpeakers(lines: readonly DigestLine[], from: number): boolean {
  return lines
    .slice(from)
    .some(({ heads }) => heads.some(({ form, reading }) => form !== 'bare' || reading.titles.length > 0));
}

/** 述责人： stands above each speech. */
function recurs(lines: readonly DigestLine[], block: readonly number[], from: number): boolean {
  const labels = new Set<string>();
  for (const at of block) {
    const each = lines[at] as DigestLine;
    const label = LABELLED.exec(each.line.trimmed)?.[1];
    const isRole = each.heads.some(({ reading }) => reading.kind === 'role' && reading.shape === 'role');
    if (label !== undefined && !isRole) labels.add(label);
  }
  for (let at = from; at < lines.length && labels.size > 0; at++) {
    const text = lines[at]?.line.trimmed ?? '';
    const label = LABELLED.exec(text.slice(0, 20))?.[1];
    if (label !== undefined && labels.has(label) && !text.endsWith('。')) return true;
  }
  return false;
}
