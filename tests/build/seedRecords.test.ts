import { beforeAll, describe, expect, test } from 'vitest';
import { seedFile, seedSite } from '../setup/site.js';

interface Report {
  editions: { speeches: { speaker: string; points: unknown[]; [key: string]: unknown }[]; [key: string]: unknown }[];
  messages: { severity: string; ruleId: string }[];
  accounting: { characters: number; placed: number; decoration: number; unplaced: number };
}

let status: number | null;
let report: Report;

beforeAll(async () => {
  const run = await seedSite().run(['check', '--json']);
  status = run.status;
  report = JSON.parse(run.stdout);
});

const speech = (speaker: string) => report.editions[0]?.speeches.find((one) => one.speaker === speaker);
const point = (marker: string, title: string, paragraph: number, points: unknown[] = []) => ({
  marker,
  title,
  paragraph,
  points,
});

describe('the records of the seed', () => {
  test('are one edition of the year that its name gives', () => {
    expect(status).toBe(0);
    expect(report.editions).toHaveLength(1);
    expect(report.editions[0]).toMatchObject({
      id: seedFile.replace('.txt', ''),
      file: `content/${seedFile}`,
      title: '强化担当大抓落实 确保圆满完成全年目标任务',
      date: '2020',
      source: null,
      occasion: null,
      lede: [],
      asides: [],
      credits: [],
    });
  });

  test('are four speeches with titles split outside brackets', () => {
    const common = { speakerKind: 'person', notes: [], excerpt: true, detail: { label: '详情', href: null } };
    expect(report.editions[0]?.speeches).toMatchObject([
      {
        ...common,
        id: 'xu-shanbin',
        speaker: '徐善斌',
        speakerId: 'xu-shanbin',
        titles: ['市委常委', '纪委书记', '监委主任'],
        headline: '为嵊州更好更快发展提供坚强作风保障',
        position: { line: 2, column: 1 },
      },
      {
        ...common,
        id: 'wang-zhengjun',
        speaker: '王正军',
        speakerId: 'wang-zhengjun',
        titles: ['市委常委', '开发区党工委书记'],
        headline: '两手都要硬两战都要赢',
        position: { line: 6, column: 1 },
      },
      {
        ...common,
        id: 'qiu-jianyong',
        speaker: '裘建勇',
        speakerId: 'qiu-jianyong',
        titles: ['市委常委', '常务副市长'],
        headline: '一以贯之抓招商一心一意谋发展',
        position: { line: 10, column: 1 },
      },
      {
        ...common,
        id: 'tu-qiang',
        speaker: '屠强',
        speakerId: 'tu-qiang',
        titles: ['市委常委', '城南建管委(三江街道)党工委书记'],
        headline: '奋力打造首位度最高的现代新城活力区',
        position: { line: 15, column: 1 },
      },
    ]);
  });

  test('have no caption line and no detail link among the paragraphs', () => {
    for (const { speaker, paragraphs } of report.editions[0]?.speeches ?? []) {
      expect(paragraphs).not.toContain(speaker);
      expect((paragraphs as string[]).join('')).not.toMatch(/详情|》》/);
    }
    expect(report.editions[0]?.speeches.map(({ paragraphs }) => (paragraphs as string[]).length)).toEqual([2, 2, 3, 2]);
  });

  test('nest the outlines as the speeches do', () => {
    expect(speech('徐善斌')?.points).toEqual([point('一是', '保持定力、寸步不让,坚决打赢疫情防控“阻击战”', 1)]);
    expect(speech('王正军')?.points).toEqual([
      point('一、', '全力打赢“平台提升”攻坚战,构筑协同发展新格局', 1, [
        point('一是', '全面提升智能厨具产业园', 1),
        point('二是', '突破推进艇湖新兴产业园', 1),
        point('三是', '精心打造万亩通道产业园', 1),
        point('四是', '全力建设领尚小镇', 1),
      ]),
    ]);
    expect(speech('裘建勇')?.points).toEqual([
      point('一、', '明晰路径,实施精准招商', 1, [
        point('一要', '理清产业集群定位', 2),
        point('二要', '理清产业链的短板', 2),
        point('三要', '理清重点招引企业', 2),
      ]),
    ]);
    expect(speech('屠强')?.points).toEqual([point('一、', '精准施策、化危为机,坚决实现“两战全胜”', 1)]);
  });

  test('account for every character and leave nothing to look at', () => {
    const { characters, placed, decoration, unplaced } = report.accounting;
    expect(unplaced).toBe(0);
    expect(placed + decoration).toBe(characters);
    expect(report.messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
