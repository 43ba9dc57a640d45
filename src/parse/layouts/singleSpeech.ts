import type { Digest } from '../digest.js';
import { bareHeads } from './headlineFirst.js';
import type { Layout, Segment } from './layout.js';

/** One speech alone in a file: title, ——在…上的讲话, titles name, (date), text. */
export const singleSpeech: Layout = {
  id: 'single-speech',
  name: { zh: '单篇讲话', en: 'one speech alone' },
  example: `迎难而上 再立新功
——在全市重点工程总结大会上的讲话
市委书记 何砚
（2031年3月2日）
同志们：
今天我们在这里召开大会。
一、成绩来之不易
去年完成投资300亿元。`,
  weight: 0.9,
  segment,
  fits: () => true,
};

/** The speaker stands at the top: title, occasion, date and source are all that may stand before. */
const HIGHEST = 4;

function segment(digest: Digest): Segment[] {
  const [only, ...others] = bareHeads(digest);
  if (!only || others.length > 0) return [];
  const before = digest.lines.slice(0, only.at).filter(({ kind, line }) => kind === 'text' && !isAside(line.trimmed));
  if (before.length > 1 || only.at > HIGHEST + 2) return [];
  return [
    {
      head: only.head,
      at: only.at,
      first: only.at,
      end: digest.lines.length,
      headline: null,
      text: null,
      titled: true,
    },
  ];
}

/** The occasion or the date: no headline of its own. */
function isAside(text: string): boolean {
  return /^[——―-]{1,2}/u.test(text) || /^[（(].*[）)]$/u.test(text);
}
