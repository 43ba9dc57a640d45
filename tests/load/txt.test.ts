import { describe, expect, it } from 'vitest';
import { blocks, load, say, texts } from './folder.js';

describe('plain text', () => {
  it('makes each line one block, verbatim, with its place and the gap before it', async () => {
    const document = await load({ 'a.txt': '标题\n\n　　一是*强*链。\n\t<a href="x">详情</a>\n# 不是标题\n' });
    expect(blocks(document)).toEqual([
      '1:1 标题',
      '3:1 　　一是*强*链。 {gap}',
      '4:1 \t<a href="x">详情</a>',
      '5:1 # 不是标题',
    ]);
    expect(texts(document.root.children[1])).toEqual(['3:1 　　一是*强*链。']);
    expect(document.findings).toEqual([]);
  });

  it('takes every kind of line end for one', async () => {
    const document = await load({ 'a.txt': '一\r\n二\r三\u2028四\u2029五\u0085六\f七\v八' });
    expect(blocks(document)).toEqual(['1:1 一', '2:1 二', '3:1 三', '4:1 四', '5:1 五', '6:1 六', '7:1 七', '8:1 八']);
  });

  it('takes a line of invisible characters for an empty one, and counts them as syntax', async () => {
    const document = await load({ 'a.txt': '一\n\u200b\ufeff\n二' });
    expect(blocks(document)).toEqual(['1:1 一', '3:1 二 {gap}']);
    expect([document.characters, document.syntax]).toEqual([4, 2]);
  });

  it('counts code points that are no white space', async () => {
    const document = await load({ 'a.txt': '𠮷\u3000a\u00a0b\u200b\n' });
    expect([document.characters, document.syntax]).toEqual([4, 0]);
  });

  it.each(['', ' \n\u3000\n', '\ufeff', '---\ntitle: 标题\n---\n'])('calls %j empty', async (text) => {
    expect(say((await load({ 'a.txt': text })).findings)).toEqual(['content/a.txt:1:1 error empty-file']);
  });

  it('reads what is left of a page as the page showed it, and tells it at each line', async () => {
    const document = await load({
      'a.txt':
        '标题\n\n&emsp;&emsp;储备&ldquo;快&rdquo;&#8212;&amp;nbsp;完。\n<p style="x">要素</p><p><b>甲</b>乙<br/>丙</p>\n<!--分页--><h2>职务</h2>\n<br/>\n丁',
    });
    expect(blocks(document)).toEqual([
      '1:1 标题',
      '3:1 \u2003\u2003储备“快”—\u00a0完。 {gap}',
      '4:14 要素',
      '4:26 **甲**乙',
      '4:37 丙',
      '5:14 ## 职务',
      '7:1 丁 {gap}',
    ]);
    expect(texts(document.root.children[1]).join('')).toContain('3:13 储备“3:22 快”');
    expect(say(document.findings)).toEqual([3, 4, 5, 6].map((line) => `content/a.txt:${line}:1 warning html-in-text`));
    expect(document.characters - document.syntax).toBe(2 + 8 + 2 + 2 + 1 + 2 + 1);
  });

  it.each([
    'a < b，c > d',
    '<何砚>说',
    '<通知>',
    'AT&T',
    '&何;',
    'https://a.cn/?b=1&lt;2',
    '【详情】 http://a.cn/x?a=1&amp;b=2',
    'x<y>z',
  ])('keeps %j, which is no code of a page', async (line) => {
    const document = await load({ 'a.txt': `标题\n${line}` });
    expect(blocks(document)).toEqual(['1:1 标题', `2:1 ${line}`]);
    expect(document.findings).toEqual([]);
  });

  it('names twenty such lines and counts the others', async () => {
    const { findings } = await load({ 'a.txt': '&nbsp;甲\n'.repeat(30) });
    expect(say(findings).at(-1)).toBe('content/a.txt:21:1 warning html-in-text-more');
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)?.params).toEqual({ more: 10 });
  });

  it('reads a megabyte of such code in no time', async () => {
    for (const unit of ['<p', '<p ', '&lt;', '<!--', 'http://a&lt; ', '<a b>c</a>', '<br>']) {
      const line = unit.repeat(Math.floor(90_000 / unit.length));
      await load({ 'a.txt': `${line}\n`.repeat(3) });
    }
  }, 15_000);
});
