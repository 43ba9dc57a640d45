import { describe, expect, it } from 'vitest';
import { blocks, load, say, texts } from './folder.js';

async function read(...lines: string[]): Promise<string[]> {
  return blocks(await load({ 'a.md': lines.join('\n') }));
}

describe('Markdown', () => {
  it('makes each pasted line a block, with headings and emphasis', async () => {
    expect(
      await read(
        '# 题目',
        '',
        '**心中有秤 脚下有泥**',
        '副庭长　何砚',
        '　　一是*强*链。',
        '',
        '## 副市长 | 何砚 | 修路 ##',
      ),
    ).toEqual([
      '1:3 # 题目',
      '3:3 **心中有秤 脚下有泥** {gap}',
      '4:1 副庭长　何砚',
      '5:1 　　一是*强*链。',
      '7:4 ## 副市长 | 何砚 | 修路 {gap}',
    ]);
  });

  it('reads emphasis beside Chinese marks as its author means it', async () => {
    expect(await read('要**“三个到位”**抓落实', '**总书记指出：**要实干')).toEqual([
      '1:1 要**“三个到位”**抓落实',
      '2:3 **总书记指出：**要实干',
    ]);
  });

  it('divides emphasis that reaches over lines', async () => {
    expect(await read('前**粗', '　体**后')).toEqual(['1:1 前**粗**', '2:1 **　体**后']);
  });

  it('has no indented code and no underlined headings', async () => {
    expect(await read('标题', '---', '', '    缩进', '', '题', '===')).toEqual([
      '1:1 标题',
      '4:5 缩进 {gap}',
      '6:1 题 {gap}',
      '7:1 ===',
    ]);
  });

  it('keeps the numbers of lists as written and drops bullets', async () => {
    expect(await read('3. 三', '4)  四', '- 点', '  * 里', '', '', '1.', '   后', '', '9. ## 题')).toEqual([
      '1:1 3. 三',
      '2:1 4)  四',
      '3:3 点',
      '4:5 里',
      '7:1 1. {gap}',
      '8:4 后',
      '10:1 ## 9. 题 {gap}',
    ]);
  });

  it('flattens quotes, with the places of their further lines', async () => {
    expect(await read('> 甲', '> > 乙', '>> 丙*丁*', '', '> 1. 戊', '>    己')).toEqual([
      '1:3 甲',
      '2:5 乙',
      '3:4 丙*丁*',
      '5:3 1. 戊 {gap}',
      '6:6 己',
    ]);
  });

  it('divides at hard breaks and at <br>', async () => {
    expect(await read('甲  ', '乙\\', '丙<br>丁<br/>戊')).toEqual(['1:1 甲', '2:1 乙', '3:1 丙', '3:6 丁', '3:12 戊']);
  });

  it('resolves references and keeps a definition that nobody uses as text', async () => {
    expect(
      await read(
        '[详情][1] [全文] ![图][p]',
        '',
        '[1]: http://a.cn/?x=1&amp;y=2 "题"',
        '[注]: 本文有删节',
        '[全文]: b.html',
        '[p]: p.jpg',
      ),
    ).toEqual(['1:2 [详情](http://a.cn/?x=1&y=2) [全文](b.html) ', '4:1 [注]: 本文有删节 {gap}']);
  });

  it('keeps the text of fences, and words behind them', async () => {
    expect(await read('```js 摘登', '  一*是*', '', '```', '`码`')).toEqual([
      '1:4 js 摘登',
      '2:1   一*是*',
      '5:2 `码` {gap}',
    ]);
  });

  it('reads the places of text behind references and escapes', async () => {
    const { root } = await load({ 'a.md': '甲&emsp;乙\\*丙&amp;丁' });
    expect(texts(root.children[0])).toEqual(['1:1 甲\u2003', '1:8 乙', '1:10 *丙&', '1:17 丁']);
  });

  it('knows no tables and no bare addresses', async () => {
    expect(await read('| 甲 | 乙 |', '| - | - |', 'https://a.cn/x_y_z')).toEqual([
      '1:1 | 甲 | 乙 |',
      '2:1 | - | - |',
      '3:1 https://a.cn/x_y_z',
    ]);
  });

  it('finds front matter first', async () => {
    const document = await load({ 'a.md': '---\ntitle: 题\n---\n# 甲\n乙' });
    expect(document.frontMatter).toEqual({ title: '题' });
    expect(blocks(document)).toEqual(['4:3 # 甲', '5:1 乙']);
  });

  it('hangs a picture on its line, or on the next one that has text', async () => {
    const document = await load({
      'a.md': '![a](a.jpg)\n\n甲![](b.jpg)\n\n乙\n\n![](c.jpg)',
      'a.jpg': 'x',
      'b.jpg': 'x',
      'c.jpg': 'x',
    });
    expect(blocks(document)).toEqual(['3:1 甲 {gap a.jpg b.jpg}', '5:1 乙 {gap c.jpg}']);
  });
});

describe('HTML in Markdown', () => {
  it('keeps the text of tags, makes links and emphasis of theirs', async () => {
    expect(await read('甲<b>乙*丙*</b><a href="x?a=1&amp;b=2" onclick="alert(1)">详情</a><u>丁</u>')).toEqual([
      '1:1 甲**乙*丙***[详情](x?a=1&b=2)丁',
    ]);
  });

  it('forgets a tag that is never closed at the end of its paragraph', async () => {
    expect(await read('甲<b>乙', '', '丙</b>丁</a>')).toEqual(['1:1 甲**乙**', '3:1 丙丁 {gap}']);
  });

  it('reads blocks of HTML', async () => {
    expect(await read('<div align="center">', '居中<br>二', '</div>', '', '<p>甲</p><p>乙', '', '丙')).toEqual([
      '2:1 居中 {gap centred}',
      '2:7 二 {centred}',
      '5:4 甲 {gap}',
      '5:12 乙',
      '7:1 丙 {gap}',
    ]);
  });

  it('drops scripts and styles with a warning, comments without', async () => {
    const document = await load({
      'a.md':
        '甲<script>坏(1)</script>乙<!-- 注 -->\n\n<style>\np { color: red }\n</style>\n\n<!-- 注 -->\n\n<?php 坏 ?>\n',
    });
    expect(blocks(document)).toEqual(['1:1 甲乙']);
    expect(say(document.findings)).toEqual([
      'content/a.md:1:2 warning html-dropped',
      'content/a.md:3:1 warning html-dropped',
      'content/a.md:9:1 warning html-dropped',
    ]);
  });

  it('keeps what a marked section holds', async () => {
    expect(await read('甲<![CDATA[乙]]>', '', '<![CDATA[', '丙', ']]>')).toEqual(['1:1 甲乙', '4:1 丙 {gap}']);
  });

  it('takes out what pandoc writes for anchors, underlines and styles, and keeps every place', async () => {
    expect(
      await read(
        '[]{#_GoBack .anchor}县发改局局长 [**何砚**]{.underline}：谋项目',
        '',
        '储备项目210个。\\',
        '总投资300亿元。',
        '',
        '1\\. 抓储备。\\...... 抓\\ 开工。[[一]{.mark}]{custom-style="Strong"}',
        '',
        '::: {custom-style="Body Text"}',
        '::: note',
        '甲[乙](http://a.cn/){.uri}`丙`{=html}',
        ':::',
        ':::',
        '# 何砚 {#he-yan .unnumbered}',
        '![](media/x.png){width="2in" height="1in"}',
        '{: .lead}',
        '丁',
      ),
    ).toEqual([
      '1:21 县发改局局长 **何砚**：谋项目',
      '3:1 储备项目210个。 {gap}',
      '4:1 总投资300亿元。',
      '6:1 1. 抓储备。...... 抓 开工。一 {gap}',
      '10:1 甲[乙](http://a.cn/)`丙` {gap}',
      '13:3 # 何砚  {gap}',
      '16:1 丁 {gap}',
    ]);
  });

  it('keeps brackets and braces that are text', async () => {
    const lines = ['[何砚]{罗青}', '他说{.x}', '[甲]', '集合{a, b}\\[1]{x y}'];
    expect(await read(...lines)).toEqual(['1:1 [何砚]{罗青}', '2:1 他说{.x}', '3:1 [甲]', '4:1 集合{a, b}[1]{x y}']);
  });

  it('keeps a note at the foot as text, not as the address of a link', async () => {
    expect(await read('增长8%[^1]。', '', '[^1]: 数据来自县统计局。')).toEqual([
      '1:1 增长8%[^1]。',
      '3:1 [^1]: 数据来自县统计局。 {gap}',
    ]);
  });

  it('reads thousands of brackets and braces in no time', async () => {
    for (const unit of ['[', ']{', '[]{#a ', '::: ', '[x]{.a} ', '{: ', '\\ ', '# a {#b} ', '`{=']) {
      const { findings } = await load({ 'a.md': `${unit.repeat(6_000)}\n`.repeat(3) });
      expect(findings.length).toBeLessThan(2);
    }
  }, 5_000);
});
