import fc from 'fast-check';
import type { Detail, SpeakerKind } from '../../src/records/speech.js';
import { layoutsOfDigests } from './layouts.js';
import {
  type BodyPlan,
  dotted,
  headlines,
  names,
  organisations,
  Sentences,
  type Spoken,
  sentenceKinds,
  speak,
  titles,
} from './pool.js';

export type Role =
  | 'title'
  | 'imprint'
  | 'lede'
  | 'list'
  | 'head'
  | 'caption'
  | 'headline'
  | 'body'
  | 'detail'
  | 'occasion'
  | 'date'
  | 'credit'
  | 'furniture'
  | 'blank';

/** One line of a digest, and whose it is. */
export interface DigestLine {
  text: string;
  role: Role;
  /** Index of the speech, or null for what is the edition's. */
  owner: number | null;
}

/** A person as the digest writes the name, and as the record has it. */
export interface Person {
  written: string;
  name: string;
}

/** One speech of a plan: what is said, before any layout. */
export interface SpeechPlan {
  person: Person;
  titles: string[];
  /** Sex or nationality in brackets, or null. */
  note: string | null;
  headline: string;
  spoken: Spoken;
}

/** How a file is set. One file has one style, as an editor's paste has. */
export interface Style {
  colon: string;
  /** Between two titles. */
  comma: string;
  /** Between titles and name. */
  space: string;
  brackets: [string, string];
  indent: string;
  captions: boolean;
  /** Blank lines between speeches. */
  gaps: boolean;
  bullet: string;
  dash: string;
  list: boolean;
  detail: { written: string; record: Detail; ownLine: boolean } | null;
  column: string;
  bar: string;
  /** Number before a speaker, from 1. */
  number: (index: number) => string;
}

export interface ExpectedSpeech {
  speaker: string;
  speakerKind: SpeakerKind;
  titles: string[];
  notes: string[];
  headline: string | null;
  paragraphs: string[];
  points: Spoken['points'];
  detail: Detail | null;
  excerpt: boolean;
}

export interface ExpectedEdition {
  title: string;
  date: string | null;
  source: string | null;
  occasion: string | null;
  lede: string[];
  credits: string[];
  speeches: ExpectedSpeech[];
}

export interface Plan {
  title: string;
  speeches: SpeechPlan[];
  organisations: string[];
  /** The next speaker of each turn in a transcript. */
  turns: number[];
  style: Style;
}

/** A layout of digests: sets a plan as lines, with the records that they are. */
export interface DigestLayout {
  format: 'txt' | 'md';
  /** Fixes what the layout needs of the style. */
  style?: (style: Style) => Partial<Style>;
  set: (plan: Plan) => { lines: DigestLine[]; speeches: ExpectedSpeech[]; edition?: Partial<ExpectedEdition> };
  /** Fewest speeches in which the layout can be told from another; 1 if not given. */
  least?: number;
  /** An unmarked paragraph may stand between title and first speaker: the speaker lines are marked. */
  takesLede: boolean;
}

export interface GeneratedDigest {
  layout: string;
  format: 'txt' | 'md';
  style: Style;
  lines: DigestLine[];
  text: string;
  expected: ExpectedEdition;
}

const pick = <T>(...values: T[]) => fc.constantFrom(...values);

const detailLabels = ['详情', '详细', '查看详情', '更多详情', '阅读全文', '全文'];
const arrows = ['》》》》》》', '》', '>>', '＞＞', '>', ''];
const address = 'https://www.yunchuan.gov.cn/art/1.html';

const detail: fc.Arbitrary<Style['detail']> = fc
  .record({
    label: pick(...detailLabels),
    arrow: pick(...arrows),
    form: pick('plain', 'plain', 'space', 'square', 'thick', 'markdown', 'html', 'address', 'script'),
    ownLine: fc.boolean(),
  })
  .map(({ label, arrow, form, ownLine }) => {
    const record = (href: string | null = null): Detail => ({ label, href });
    switch (form) {
      case 'space':
        return { written: ` ${label}${arrow}`, record: record(), ownLine };
      case 'square':
        return { written: `[${label}]`, record: record(), ownLine };
      case 'thick':
        return { written: `【${label}】`, record: record(), ownLine };
      case 'markdown':
        return { written: `[${label}${arrow}](${address})`, record: record(address), ownLine };
      case 'html':
        return { written: `<a href="${address}">${label}</a>`, record: record(address), ownLine };
      case 'script':
        return { written: `<a href="javascript:void(0)">${label}</a>`, record: record(), ownLine };
      case 'address':
        return { written: `${label}${arrow || '：'}${address}`, record: record(address), ownLine };
      default:
        // Right behind a sentence, words without a mark are the sentence's.
        return { written: `${label}${arrow || '》》'}`, record: record(), ownLine };
    }
  });

const style: fc.Arbitrary<Style> = fc.record({
  colon: pick('：', ':'),
  comma: pick('、', '，', ','),
  space: pick(' ', '　'),
  brackets: pick<[string, string]>(['（', '）'], ['(', ')']),
  indent: pick('', '　　', '  '),
  captions: fc.boolean(),
  gaps: fc.boolean(),
  bullet: pick('●', '■', ''),
  dash: pick('——', '――', '--'),
  list: fc.boolean(),
  detail: fc.option(detail, { nil: null }),
  column: pick('两会声音', '委员议事', '代表建言'),
  bar: pick('｜', '|'),
  number: pick<Style['number']>(
    (index) => `${index}. `,
    (index) => `${index}.`,
    (index) => `${index}、`,
    (index) => `（${index}）`,
  ),
});

const body: fc.Arbitrary<BodyPlan> = fc.record({
  paragraphs: fc.array(fc.array(fc.nat(sentenceKinds - 1), { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 3,
  }),
  outline: pick('none', 'none', 'flat', 'nested', 'inline', 'wordsInside'),
  marker: fc.nat(8),
  point: fc.nat(8),
});

const most = 5;

const around = fc.record({
  imprint: pick('none', 'none', 'spaced', 'page', 'bracketed'),
  lede: pick('none', 'none', 'note', 'plain'),
  credit: pick('none', 'none', '责任编辑：钱多', '（本报记者　罗小青　整理）', '摄影:本报记者 罗小青'),
  furniture: fc.subarray([
    '字号：大 中 小',
    '上一篇：全市安全生产会议召开',
    '主办单位：云川市人民政府办公室',
    '打印 关闭',
  ]),
});

const plan = fc
  .record({
    title: pick('全市三级干部会议发言摘登', '强化担当大抓落实 确保圆满完成全年目标任务', '凝聚共识 建言资政'),
    people: fc.shuffledSubarray([...names, ...dotted], { minLength: 1, maxLength: most }),
    padding: pick('', '　', ' '),
    titles: fc.array(fc.shuffledSubarray(titles, { minLength: 1, maxLength: 3 }), { minLength: most, maxLength: most }),
    notes: fc.array(pick(null, '女', '维吾尔族', '无党派'), { minLength: most, maxLength: most }),
    headlines: fc.shuffledSubarray(headlines, { minLength: most, maxLength: most }),
    bodies: fc.array(body, { minLength: most, maxLength: most }),
    organisations: fc.shuffledSubarray(organisations, { minLength: most, maxLength: most }),
    turns: fc.array(fc.nat(most), { minLength: 3, maxLength: 6 }),
  })
  .map(({ people, padding, bodies, ...rest }) => {
    const sentences = new Sentences();
    const speeches = people.map(
      (name, index): SpeechPlan => ({
        person: { name, written: [...name].length === 2 ? [...name].join(padding) : name },
        titles: rest.titles[index] ?? [],
        note: rest.notes[index] ?? null,
        headline: rest.headlines[index] ?? '',
        spoken: speak(bodies[index] ?? { paragraphs: [[0]], outline: 'none', marker: 0, point: 0 }, sentences),
      }),
    );
    return { title: rest.title, speeches, organisations: rest.organisations, turns: rest.turns };
  });

export const layoutNames = Object.keys(layoutsOfDigests);

/** @returns digests in one layout, with the records that they are; none of them deserves a warning */
export function digestsIn(name: string): fc.Arbitrary<GeneratedDigest> {
  const layout = layoutsOfDigests[name];
  if (layout === undefined) throw new TypeError(`No layout ${name}`);
  const { least = 1 } = layout;
  const enough = plan.filter(({ speeches }) => speeches.length >= least);
  return fc.record({ plan: enough, style, around }).map(({ plan, style: free, around }) => {
    const style = { ...free, ...layout.style?.(free) };
    const { lines: inner, speeches, edition } = layout.set({ ...plan, style });
    const expected: ExpectedEdition = {
      title: plan.title,
      date: null,
      source: null,
      occasion: null,
      lede: [],
      credits: [],
      speeches,
      ...edition,
    };
    const lines: DigestLine[] = [{ text: plan.title, role: 'title', owner: null }];
    const own = (text: string, role: Role) => lines.push({ text, role, owner: null });
    if (layout.takesLede) {
      if (around.imprint !== 'none') {
        expected.source = '云川日报';
        expected.date = '2031-03-02';
      }
      if (around.imprint === 'spaced') {
        own('来源：云川日报　作者：罗小青　2031年03月02日 17:21:00', 'imprint');
        expected.credits.push('作者：罗小青');
      } else if (around.imprint === 'page') own('来源:《云川日报》第03版 2031-03-02 08:15', 'imprint');
      else if (around.imprint === 'bracketed') own('《云川日报》（2031年3月2日　第03版）', 'imprint');
      if (around.furniture.length > 1) own(around.furniture[0] ?? '', 'furniture');
      const lede =
        around.lede === 'note'
          ? '编者按：3月1日，全市大会召开，几位同志作了发言。现摘登如下。'
          : around.lede === 'plain'
            ? '3月1日，全市大会召开，几位同志作了发言。现将发言摘登如下，以飨读者。'
            : null;
      if (lede !== null) {
        own(lede, 'lede');
        expected.lede.push(lede);
      }
    }
    if (style.gaps) own('', 'blank');
    lines.push(...inner);
    if (around.credit !== 'none') {
      own(around.credit, 'credit');
      expected.credits.push(around.credit);
    }
    for (const text of around.furniture.slice(1)) own(text, 'furniture');
    return { layout: name, format: layout.format, style, lines, text: textOfLines(lines, layout.format), expected };
  });
}

/** @returns the lines as a file; in Markdown an empty line between two makes them paragraphs */
export function textOfLines(lines: readonly DigestLine[], format: 'txt' | 'md'): string {
  return lines.map(({ text }) => text).join(format === 'md' ? '\n\n' : '\n');
}
