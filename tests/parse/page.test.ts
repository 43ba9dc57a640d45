import { describe, expect, test } from 'vitest';
import { parse, told, troubles } from './document.js';

const HEAD = '全县重点工作推进会发言摘登\n';
const FIRST = '青石镇党委书记 何砚：把链条做长\n今年签约12个项目。\n';
const SECOND = '白河镇党委书记 罗青：守好一河水\n白河水质达到二类。\n';

/** @returns what the page around two speeches left in the records, which must be as if nothing stood around them */
async function around(text: string) {
  const { edition, findings, accounting } = await parse(text);
  expect(edition.speeches.map(({ speaker, paragraphs }) => [speaker, paragraphs])).toEqual([
    ['何砚', ['今年签约12个项目。']],
    ['罗青', ['白河水质达到二类。']],
  ]);
  expect(troubles(findings).map(told)).toEqual([]);
  expect(accounting.unplaced).toBe(0);
  const furniture = findings.find(({ ruleId }) => ruleId === 'page-furniture-left-out');
  return { ...edition, count: furniture?.params.count ?? 0, line: furniture?.line };
}

describe('what stands around the speeches of a page', () => {
  test.each([
    '- END -',
    '—— END ——',
    '（完）',
    '往期回顾',
    '▼往期精彩',
    '点击“阅读原文”了解更多',
    '↓↓↓戳“阅读原文”，查看全文',
    '长按识别二维码关注我们',
    '点击上方蓝字关注我们',
    '分享、点赞、在看',
    '点个“在看”你最好看',
    '赞 12 在看 3',
    '喜欢此内容的人还喜欢',
    '预览时标签不可点',
    '收录于合集 #摘登 3个',
    '#p#副标题#e#',
    '[NextPage]下一页标题[/NextPage]',
    '[page]',
    '[SITESERVER_PAGE]',
    '[!--empirenews.page--]',
    '_ueditor_page_break_tag_',
    '【1】【2】【下一页】',
    '上一页 1 2 3 4 下一页 尾页',
    '共2页 1 2',
    '{% endnote %}',
    '{{< toc >}}',
    '[TOC]',
    '— 12 —',
    '- 3 -',
    '第 4 页 共 5 页',
    'Page 3 of 5',
    '第02版：专版',
    '版面导航 标题导航',
    '放大 缩小 默认',
    '云川日报社版权所有 未经许可不得转载',
    'All Rights Reserved 云川日报',
    '网址：https://www.yunchuan.example/',
    '联系电话：0570-1234567',
  ])('%s is furniture at its end, and told', async (line) => {
    expect(await around(`${HEAD}${FIRST}${SECOND}${line}\n`)).toMatchObject({
      count: 1,
      line: 6,
      credits: [],
      lede: [],
    });
  });

  test.each(['#p#副标题#e#', '[NextPage]甲[/NextPage]', '— 2 —', '【1】【2】【下一页】', '{% raw %}'])(
    '%s is furniture between speeches too',
    async (line) => {
      expect(await around(`${HEAD}${FIRST}${line}\n${SECOND}`)).toMatchObject({ count: 1, line: 4 });
    },
  );

  test('an address or a telephone within a speech is the speaker’s, and at the ends the page’s', async () => {
    const inside = [
      '网址：https://www.yunchuan.example/',
      '地址：云川县人民路1号',
      '邮编：324000',
      '咨询电话：0570-1234567',
    ];
    const text = `${HEAD}网址：https://a.example/\n${FIRST}${inside.join('\n')}\n${SECOND}地址：云川县\n电话：0570-1\n`;
    const { edition, findings } = await parse(text);
    expect(edition.speeches[0]?.paragraphs).toEqual(['今年签约12个项目。', ...inside]);
    expect(edition.speeches[1]?.paragraphs).toEqual(['白河水质达到二类。']);
    expect(edition.lede).toEqual([]);
    expect(findings.find(({ ruleId }) => ruleId === 'page-furniture-left-out')?.params.count).toBe(3);
  });

  test('titles of other articles, comments and notices below the text belong to nobody', async () => {
    const tail = [
      '来源 | 云川日报',
      '撰文丨钱多　编辑▕ 赵图',
      '版权声明：本文版权归云川日报所有，转载请注明出处。',
      '往期推荐',
      '全县重点工作推进会召开',
      '青石镇：一张蓝图绘到底',
      '精选留言',
      '清风',
      '写得好，为家乡点赞。',
      '微信扫一扫',
      '关注该公众号',
    ];
    expect(await around(`${HEAD}${FIRST}${SECOND}${tail.join('\n')}\n`)).toMatchObject({
      source: '云川日报',
      credits: ['撰文丨钱多　编辑▕ 赵图'],
      count: 9,
      line: 8,
    });
  });

  test('a speech below such words is no other article', async () => {
    const { edition } = await parse(`${HEAD}${FIRST}往期回顾\n${SECOND}`);
    expect(edition.speeches.map(({ speaker }) => speaker)).toEqual(['何砚', '罗青']);
  });

  test.each([
    ['目　　录', '1.何砚：把链条做长………………1', '2.罗青：守好一河水………………3'],
    ['目录', '何砚：把链条做长', '罗青：守好一河水'],
    ['【目录】', '一、把链条做长 何砚', '二、守好一河水 罗青'],
    ['CONTENTS', '把链条做长　　　1', '守好一河水　　　3'],
  ])('%s with its entries is furniture', async (...lines) => {
    expect(await around(`${HEAD}${lines.join('\n')}\n${FIRST}${SECOND}`)).toMatchObject({
      count: 3,
      line: 2,
      lede: [],
    });
  });

  test('the head of a WeChat article is its source, author and date', async () => {
    const text = `${HEAD}原创 钱多 云川发布 2031年3月2日 18:00 云川\n${FIRST}${SECOND}`;
    expect(await around(text)).toMatchObject({ source: '云川发布', date: '2031-03-02', credits: ['钱多'], lede: [] });
    const short = `${HEAD}云川日报 ２０３１年３月２日 18时30分\n${FIRST}${SECOND}`;
    expect(await around(short)).toMatchObject({ source: '云川日报', date: '2031-03-02', lede: [] });
  });

  test('a source within 《 》 is trimmed', async () => {
    expect(await around(`${HEAD}来源：《 云川日报 》　第03版\n${FIRST}${SECOND}`)).toMatchObject({
      source: '云川日报',
    });
  });

  test.each([
    ['何砚　本报记者 钱多 摄', '本报记者 钱多 摄'],
    ['何砚（县融媒体中心 赵图 摄）', '县融媒体中心 赵图 摄'],
    ['何砚 记者 钱多/摄', '记者 钱多/摄'],
  ])('a photographer behind a caption’s name is a credit: %s', async (caption, credit) => {
    const text = `${HEAD}青石镇党委书记 何砚：把链条做长\n${caption}\n今年签约12个项目。\n${SECOND}`;
    expect(await around(text)).toMatchObject({ credits: [credit] });
  });

  test.each(['关注', '视频', '大 中 小学', '1 2 3', '分享经济', '声明', '第3版方案', '往期工作，成绩不少'])(
    '“%s” within a speech is speech',
    async (line) => {
      const { edition } = await parse(`${HEAD}${FIRST}${line}\n还要再签10个。\n${SECOND}`);
      expect(edition.speeches[0]?.paragraphs).toContain(line);
    },
  );
});
