import type { Point } from '../../src/records/point.js';

/** Names with a surname that every reader knows. */
export const names =
  '何砚 罗青 陆明 徐善斌 王正军 韩小桥 程远 仇志坚 傅小满 温如玉 江晓月 厉大江 姚望 崔颖 薄一鸣 欧阳宁 诸葛云 闻人杰 司马青 上官玉梅 陳國華 張學文 李𠮷祥 盛夏 钟书成 屈波 冉阿强 裘建勇 屠强 丁一'.split(
    ' ',
  );

/** Dots of every kind, kept as written. */
export const dotted = '阿依·热合曼 买买提・艾山 古丽•阿不都 卓玛‧央金'.split(' ');

/** Each names an office and is one title; none splits at 、 or a comma. */
export const titles =
  '市委常委 纪委书记 监委主任 市教育局局长 区委副书记 河东街道(高新园)党工委书记 市委、市政府副秘书长 云川重机党委书记 市政协委员 青石村党支部书记 市第一人民医院院长 城南建管委（三江街道）党工委书记 市发展改革委主任 省人大代表 白塔镇镇长 临溪县委书记 市工商联副主席 市博物馆馆长 开发区党工委书记 常务副市长'.split(
    ' ',
  );

export const organisations =
  '市工商联 市政协经济委员会 民盟云川市委 市城市管理局 河东街道 市粮食和物资储备局 致公党云川市委会 云川师范学院'.split(
    ' ',
  );

export const headlines = [
  '为更好更快发展提供坚强作风保障',
  '两手都要硬 两战都要赢',
  '让“老树”发出“新芽”来',
  '聚焦“三个一”：打好翻身仗',
  '过紧日子，办大事情',
  '办好老百姓家门口的学校',
  '一渠清水润云川',
  '材料精简了62%，然后呢',
  '把专利从“抽屉”里请出来',
  '向3:2:1的产业结构要效益',
  '念好山海经 种好责任田',
  '在一线练兵、在实战中成长',
];

const points = [
  '强链补链',
  '腾笼换鸟',
  '筑巢引凤',
  '摸清底数',
  '狠抓项目建设',
  '提升“硬核”实力',
  '守牢安全底线',
  '做优营商环境，激发市场活力',
  '补齐民生短板',
];

/**
 * Sentences of bodies. Many begin in words with a colon behind them, as a speaker line does; with a number of
 * its own each is unlike all others of a digest.
 */
const sentences: readonly ((n: number) => string)[] = [
  (n) => `今年以来，新签约项目${n}个，总投资${n + 3}亿元。`,
  (n) => `时间表：${(n % 6) + 6}月底前完成清零，${n}个村全面验收。`,
  (n) => `三个到位:思想到位、责任到位、措施到位，${n}项任务落地。`,
  (n) => `总书记强调：绿水青山就是金山银山，我们关停企业${n}家。`,
  (n) => `市长热线 12345：全年受理群众诉求${n}件。`,
  (n) => `会议定在上午9:30开始，第${n}组的配比按3:2:1安排。`,
  (n) => `群众说得好：“路修到家门口，日子就有奔头”，这样的话我听了${n}遍！`,
  (n) => `更多详情请到${n}号窗口咨询。`,
  (n) => `地址：云川市望江路${n}号。`,
  (n) => `老支书李守田告诉我：“人心齐，泰山移。”这话我记了${n}年。`,
  (n) => `目标任务：新增学位${n}个；“大班额”基本消除。`,
  (n) => `我和何砚、罗青一起走访了${n}户群众，收获很大。`,
  (n) => `坚持问题导向,开短会、讲短话(不超过${n}分钟),办实事.`,
  (n) => `为什么能成？靠的是${n}名党员带头干。`,
  (n) => `责任链条：市级统筹、县级主体、乡级落实，一级抓一级，共${n}级。`,
  (n) => `财政收入增长8.${n}%，民生支出占比保持在76%以上。`,
  (n) => `网址https://www.yunchuan.gov.cn/a/${n}.html可以查询进度。`,
  (n) => `联系电话:0571-${86520000 + n}，欢迎监督。`,
  (n) => `一句话：干就对了，已有${n}个专班进驻。`,
];

export const sentenceKinds = sentences.length;

/** Gives sentences, never the same one twice. */
export class Sentences {
  #given = 10;

  next(kind: number): string {
    this.#given += 1;
    return (sentences[kind % sentences.length] ?? String)(this.#given);
  }

  paragraph(kinds: readonly number[]): string {
    return kinds.map((kind) => this.next(kind)).join('');
  }
}

export type Outline = 'none' | 'flat' | 'nested' | 'inline' | 'wordsInside';

/** How the points of a digest are numbered. */
export interface Markers {
  flat: (number: number) => string;
  inner: (number: number) => string;
}

const han = (number: number) => '一二三四五六七八九'[number - 1] ?? '';

const flatMarkers: readonly Markers['flat'][] = [
  (n) => `${han(n)}、`,
  (n) => `（${han(n)}）`,
  (n) => `(${han(n)})`,
  (n) => `${n}.`,
  (n) => `${n}、`,
  (n) => `（${n}）`,
  (n) => `${han(n)}是`,
  (n) => `${han(n)}要`,
  (n) => `第${han(n)}，`,
];

const wordMarkers: readonly Markers['flat'][] = [(n) => `${han(n)}是`, (n) => `${han(n)}要`, (n) => `第${han(n)}，`];

/** The text of a speech with the outline that it has. */
export interface Spoken {
  paragraphs: string[];
  points: Point[];
}

export interface BodyPlan {
  /** Kinds of sentences, paragraph by paragraph; never empty. */
  paragraphs: number[][];
  outline: Outline;
  marker: number;
  /** First of the point titles. */
  point: number;
}

/** @returns a speech's text: plain paragraphs, then the outline */
export function speak({ paragraphs: kinds, outline, marker, point }: BodyPlan, sentences: Sentences): Spoken {
  const paragraphs = kinds.map((each) => sentences.paragraph(each));
  const title = (index: number) => points[(point + index) % points.length] ?? '';
  const flat = flatMarkers[marker % flatMarkers.length] ?? String;
  const word = wordMarkers[marker % wordMarkers.length] ?? String;
  const at = paragraphs.length;
  const one = (mark: string, index: number, paragraph: number, inside: Point[] = []): Point => ({
    marker: mark,
    title: title(index),
    paragraph,
    points: inside,
  });
  switch (outline) {
    case 'none':
      return { paragraphs, points: [] };
    case 'flat':
      paragraphs.push(...[0, 1].map((index) => `${flat(index + 1)}${title(index)}。${sentences.next(index)}`));
      return { paragraphs, points: [0, 1].map((index) => one(flat(index + 1), index, at + index)) };
    case 'inline':
      paragraphs.push([0, 1, 2].map((index) => `${word(index + 1)}${title(index)}。${sentences.next(15)}`).join(''));
      return { paragraphs, points: [0, 1, 2].map((index) => one(word(index + 1), index, at)) };
    case 'nested':
      paragraphs.push(
        `一、${title(0)}`,
        `（一）${title(1)}。${sentences.next(0)}`,
        `（二）${title(2)}。${sentences.next(3)}`,
      );
      paragraphs.push(`二、${title(3)}。${sentences.next(5)}`);
      return {
        paragraphs,
        points: [one('一、', 0, at, [one('（一）', 1, at + 1), one('（二）', 2, at + 2)]), one('二、', 3, at + 3)],
      };
    case 'wordsInside':
      paragraphs.push(
        `一、${title(0)}。${word(1)}${title(1)}。${sentences.next(0)}${word(2)}${title(2)}。${sentences.next(13)}`,
      );
      return { paragraphs, points: [one('一、', 0, at, [one(word(1), 1, at), one(word(2), 2, at)])] };
  }
}
