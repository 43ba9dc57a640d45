import { type Digest, type DigestLine, speakerOf } from '../digest.js';
import type { Head } from '../heads/head.js';
import { identityOf, isNickname, isTranscribed, nameStrength } from '../people/name.js';
import { surnameOf } from '../people/surnames.js';
import { isWord } from '../people/words.js';
import { textOf } from '../text/span.js';

/** What a label is about that says when, where, on what: 时间：, 议题：, 主要问题：. */
const MATTER =
  /(?:时间|质询|質詢|案由|时间表|路线图|任务书|责任书|明细|清单|時間|地点|地點|日期|议题|議題|议程|議程|主题|主題|题目|题\s*目|标题|背景|编者按|提示|导读|摘要|关键词|要点|目标|目的|任务|措施|问题|原因|整改|剖析|方向|建议|意见|经验|做法|成效|成果|结果|结论|数据|案例|特点|难点|重点|亮点|优势|短板|方案|步骤|原则|要求|标准|内容|范围|对象|方式|方法|路径|举措|机制|制度|体系|规模|进度|投资|来源|作者|编辑|记录|采访人|记录人|主持|整理|摄影|电话|地址|网址|邮箱|名单|出席|列席|缺席|参会|主办|承办|协办|附|注|其一|其二|一是|二是|三是|例如|比如|就是|答案是|口号是|现在|过去|今天|去年|今年|明天)$/u;
export function isMatter(label: string): boolean {
  return MATTER.test(label);
}

/** 景行, 成功: in a record of talks even a word before a colon may be someone's name. */
export function mayBeAnyName(label: string): boolean {
  return (
    isNickname(label) ||
    (/^[大小老阿二三四五六七八九]\p{Script=Han}$/u.test(label) && nameStrength(label) !== 'none' && !isWord(label)) ||
    isTranscribed(label) ||
    (label.length < 4 &&
      label.length > 1 &&
      (surnameOf(label) !== null || nameStrength(label) === 'weak') &&
      !isWord(label))
  );
}

const LABELLED = /^[^:：。！？!?；;，,]{1,30}[:：]|^[【［[〔](?!\d)[^【】［］[\]〔〕]{1,14}[】］\]〕]\s*\S/u;

interface Talk {
  isTalk: boolean;
  /** Nearly every line has a label, and none takes turns. */
  isOnlyLabelled: boolean;
  /** What an empty line stands above has a label, and other lines have none. */
  byBlocks: boolean;
  repeated: ReadonlySet<string>;
}

const talks = new WeakMap<Digest, Talk>();

/** @returns whether the file is a record of talks, and the labels before two of its lines or more */
export function talkIn(digest: Digest): Talk {
  const known = talks.get(digest);
  if (known) return known;
  const counts = new Map<string, number>();
  const roles = new Set<string>();
  let texts = 0;
  let labelled = 0;
  let labels = 0;
  let alone = 0;
  let blocks = 0;
  let labelledBlocks = 0;
  for (let at = 1; at < digest.lines.length; at++) {
    const { kind, heads, line, gap } = digest.lines[at] as DigestLine;
    if (kind !== 'text') continue;
    texts++;
    if (gap) blocks++;
    if (LABELLED.test(line.trimmed) && !isMatter(line.trimmed.split(/[:：]/u)[0] ?? '')) {
      labels++;
      if (gap) labelledBlocks++;
    }
    const head = heads.find(({ form }) => form === 'colon' || form === 'bracket');
    if (!head) continue;
    const label = textOf(line.text, head.label);
    if (isMatter(label)) continue;
    labelled++;
    if (head.rest.end <= head.rest.start) alone++;
    const speaker = head.reading.shape === 'label' ? label : speakerOf(head);
    if (head.reading.kind === 'role' && head.reading.shape === 'role') roles.add(speaker);
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  const repeated = new Set(
    [...counts].filter(([, count]) => count > 1 && count * 5 >= labelled).map(([label]) => label),
  );
  const turns = [...counts].reduce((sum, [label, count]) => sum + (count > 1 || roles.has(label) ? count : 0), 0);
  const takesTurns =
    (alone > 2 && alone * 5 >= texts * 2) ||
    (labelled > 2 && (turns > 1 ? labelled * 5 >= texts * 2 : turns > 0 && labelled * 3 >= texts * 2));
  const byLines = labels > 2 && labels * 5 >= texts * 4;
  const byBlocks = !takesTurns && !byLines && labelledBlocks > 2 && labelledBlocks * 5 >= blocks * 4;
  const isTalk = takesTurns || byLines || byBlocks;
  const talk = { isTalk, isOnlyLabelled: isTalk && !takesTurns, byBlocks, repeated };
  talks.set(digest, talk);
  return talk;
}

/** @returns whether reported prose (何砚说，…) is the file's form: two lines or more, and most of its text */
export function reportsIn(digest: Digest): boolean {
  let texts = 0;
  let reports = 0;
  for (let at = 1; at < digest.lines.length; at++) {
    const { kind, heads } = digest.lines[at] as DigestLine;
    if (kind !== 'text') continue;
    texts++;
    if (heads.some(({ form }) => form === 'reported')) reports++;
  }
  return reports > 1 && reports * 2 >= texts;
}

const lastHeads = new WeakMap<Digest, Map<string, number>>();

/** ▶ 龙在田：一把焊枪焊出的路 at the top, and the same name and headline again above the words. */
export function isForetold(digest: Digest, at: number, head: Head): boolean {
  if (head.rest.end <= head.rest.start || head.form === 'byline' || head.line.endsInStop) return false;
  // A contents page has entries and no words between them.
  const next = digest.nextText(at + 1, digest.lines.length, null);
  if (next < 0 || !digest.lines[next]?.heads.some(({ form }) => form === 'colon')) return false;
  let last = lastHeads.get(digest);
  if (!last) {
    last = new Map();
    for (const [index, { heads }] of digest.lines.entries())
      for (const each of heads) if (each.rest.end > each.rest.start) last.set(fingerprint(each), index);
    lastHeads.set(digest, last);
  }
  return (last.get(fingerprint(head)) ?? at) > at;
}

/** Page numbers of a contents page left out. */
function fingerprint(head: Head): string {
  const rest = textOf(head.line.text, head.rest).replace(/(?:[\s…·.．—-]+\d{0,4}|[（(]\d{1,4}[）)])$/u, '');
  return `${identityOf(speakerOf(head))}\n${rest}`;
}
