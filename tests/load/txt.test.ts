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
});
