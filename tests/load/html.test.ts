import { describe, expect, it } from 'vitest';
import { blocks, load, say, texts } from './folder.js';

async function read(body: string): Promise<string[]> {
  return blocks(await load({ 'a.html': `<!doctype html>\n<html><body>\n${body}` }));
}

describe('HTML', () => {
  it('makes each block, <br> and table cell a line, with what its tags mean', async () => {
    expect(
      await read(
        [
          '<h1>摘登</h1>',
          '<p style="text-align: center"><b>何砚</b>：<em>修</em>路<br>乙</p>',
          '<center><p align="left">丙</p><div>丁</div></center>',
          '<table><tr><td>一</td><td>二</td></tr></table>',
          '<p>见<a href="/a?x=1&amp;y=2" onclick="x()"><font color="red">详情</font></a><s>旧</s></p>',
        ].join('\n'),
      ),
    ).toEqual([
      '3:5 # 摘登',
      '4:34 **何砚**：*修*路 {centred}',
      '4:56 乙 {centred}',
      '5:25 丙',
      '5:35 丁 {centred}',
      '6:16 一',
      '6:26 二',
      '7:4 见[详情](/a?x=1&y=2)~~旧~~',
    ]);
  });

  it('collapses white space as browsers do, keeps wide spaces, and joins Chinese lines', async () => {
    expect(await read('<p>\n  王　刚&nbsp;说\n  很  好 and\n  ok </p>')).toEqual(['4:3 王　刚\u00a0说很 好 and ok']);
  });

  it('gives the place of text behind character references', async () => {
    const { root } = await load({ 'a.html': '<p>&emsp;&#12288;一是修路。&lt;x&gt; &ensp;y' });
    expect(texts(root.children[0])).toEqual([
      '1:4 \u2003',
      '1:10 \u3000',
      '1:18 一是修路。<',
      '1:27 x> ',
      '1:33 \u2002',
      '1:39 y',
    ]);
  });

  it('marks a gap after an empty line and a rule', async () => {
    expect(await read('<p>甲</p><p>&nbsp;</p><p>乙<br><br>丙</p><hr><p>丁</p><p>戊</p>')).toEqual([
      '3:4 甲',
      '3:25 乙 {gap}',
      '3:34 丙 {gap}',
      '3:46 丁 {gap}',
      '3:54 戊',
    ]);
  });

  it('writes the numbers that a browser shows', async () => {
    expect(
      await read('<ol><li>甲<li><p>乙</p><ul><li>丙</ul><li value="7">丁</ol><ol start=3><li>戊</li></ol>'),
    ).toEqual(['3:5 1. 甲', '3:10 2. 乙', '3:30 丙', '3:36 7. 丁', '3:68 3. 戊']);
  });

  it('keeps the lines of <pre>', async () => {
    expect(await read('<pre>\n甲  乙\n丙</pre>')).toEqual(['4:1 甲  乙', '5:1 丙']);
  });

  it('leaves out what is not seen, without counting it', async () => {
    const document = await load({
      'a.html':
        '<title>x</title><style>p{}</style><p>甲。<script>var 坏</script></p><p style="display:none">密</p><p hidden>密</p>' +
        '<template>密</template><noscript>密</noscript><iframe src="x">密</iframe><!-- 密 -->',
    });
    expect(blocks(document)).toEqual(['1:38 甲。']);
    expect([document.characters, document.syntax]).toEqual([2, 0]);
  });

  it('reads an article that waits for a script to be shown', async () => {
    const document = await load({
      'a.html': '<div id="js_content" style="visibility: hidden; opacity: 0;"><section>甲。</section></div>',
    });
    expect(blocks(document)).toEqual(['1:71 甲。']);
  });

  it('reads a page whose body waits for a script to be shown', async () => {
    const document = await load({ 'a.html': '<body style="display:none"><p>甲。</p></body>' });
    expect(blocks(document)).toEqual(['1:31 甲。']);
  });
});

describe('the article in a page', () => {
  const prose = '<p>　　去年我们拿出营收的7%搞研发，一台设备的精度提高了两个数量级；今年还要再加码。</p>';

  async function article(
    page: string,
  ): Promise<{ lines: string[]; findings: string[]; words: unknown; syntax: number }> {
    const document = await load({ 'a.html': page });
    return {
      lines: blocks(document).map((line) => line.replace(/^\S+ /, '')),
      findings: say(document.findings),
      words: document.findings.find(({ ruleId }) => ruleId === 'page-furniture')?.params.words,
      syntax: document.syntax,
    };
  }

  const text = '　　去年我们拿出营收的7%搞研发，一台设备的精度提高了两个数量级；今年还要再加码。';

  it('is kept with its heading and credits; menus, links and the foot are left out and named', async () => {
    const { lines, findings, words, syntax } = await article(
      [
        '<title>优秀企业家发言摘登_云川新闻网</title>',
        '<div class="top"><a href="/">首页</a> <a href="/news">新闻</a></div>',
        '<div class="wrap"><div class="path">当前位置：<a href="/">首页</a></div>',
        '<h1>优秀企业家发言摘登</h1><div class="info">来源：云川日报 2031-03-02 作者：何砚</div>',
        `<div id="zoom">${prose}${prose}</div><div>责任编辑：罗青</div>`,
        '<ul><li><a href="1">相关新闻一二三四</a></li><li><a href="2">相关新闻五六七八</a></li></ul></div>',
        '<div class="side"><p>热点：小标题摘要。</p></div><footer>主办：云川市。</footer>',
      ].join('\n'),
    );
    expect(lines).toEqual([
      '# 优秀企业家发言摘登',
      '来源：云川日报 2031-03-02 作者：何砚',
      text,
      text,
      '责任编辑：罗青',
    ]);
    expect(findings).toEqual(['content/a.html:2:30 info page-furniture']);
    expect(words).toBe('首页 新闻');
    expect(syntax).toBe(
      '首页新闻当前位置：首页相关新闻一二三四相关新闻五六七八热点：小标题摘要。主办：云川市。'.length,
    );
  });

  it('is found where its heading stands in a part before it', async () => {
    const { lines } = await article(
      `<div><a href=/>首页</a><h2>摘登</h2><span>来源：云川日报</span></div><div class=TRS_Editor>${prose}</div>`,
    );
    expect(lines).toEqual(['## 摘登', '来源：云川日报', text]);
  });

  it('takes an element that is called a title for one', async () => {
    const { lines } = await article(
      `<div class="nav"><span class="title"><a href="/">栏目名称</a></span></div><div class="title">大会发言摘登</div><div>${prose}</div>`,
    );
    expect(lines).toEqual(['大会发言摘登', text]);
  });

  it('has its headline from <title> where the page has no other', async () => {
    const { lines } = await article(`<title>优秀企业家发言摘登-要闻_云川新闻网</title><div>${prose}</div>`);
    expect(lines).toEqual(['# 优秀企业家发言摘登', text]);
  });

  it.each([
    ['names the site', '<title>云川新闻网</title>', ''],
    ['comes second to a centred line', '<title>企业家发言摘登-云川</title>', '<p align=center>发言摘登</p>'],
  ])('has no headline from a <title> that %s', async (_, title, line) => {
    const { lines } = await article(`${title}<div>${line}${prose}</div>`);
    expect(lines.some((each) => each.startsWith('#'))).toBe(false);
  });

  it.each([
    ['<title> says', '<title>云川日报数字报-建言献策谋发展</title>', '<td>{}</td>'],
    ['its element says', '<title>云川日报数字报</title>', '<td><founder-title>{}</founder-title></td>'],
    [
      'the data of the e-paper say',
      '<!--enpproperty <author>钱多</author><title>建言献策谋发展</title> /enpproperty-->',
      '<td><strong>{}</strong></td>',
    ],
  ])('has its title where %s, with the kicker above it and the subtitle below', async (_, head, line) => {
    const title = line.replace('{}', '建言献策谋发展');
    const { lines } = await article(
      `${head}<table><tr><td>大会发言摘登</td></tr><tr>${title}</tr><tr><td>——委员发言选登</td></tr></table>${prose}`,
    );
    expect(lines.filter((each) => each !== text)).toEqual([
      '大会发言摘登',
      expect.stringMatching(/^# (?:\*\*)?建言献策谋发展/),
      '——委员发言选登',
    ]);
  });

  it('keeps the heading that it has, whatever <title> says', async () => {
    const { lines } = await article(`<title>发言摘登第一期-云川</title><h1>发言摘登</h1><p>发言摘登第一期</p>${prose}`);
    expect(lines.slice(0, 2)).toEqual(['# 发言摘登', '发言摘登第一期']);
  });

  it('is the whole page where the page is nothing else', async () => {
    const { lines, findings } = await article('<p>甲</p><p>乙</p>');
    expect(lines).toEqual(['甲', '乙']);
    expect(findings).toEqual([]);
  });

  it('may stand in a table, in a form, and with sharing inside', async () => {
    const { lines, words } = await article(
      `<form><table><tr><td><a href=1>首页</a></td><td><h1>摘登</h1>${prose}<div class="share">分享到：微信</div></td></tr></table><select><option>友情链接</option></select></form>`,
    );
    expect(lines).toEqual(['# 摘登', text]);
    expect(words).toBe('友情链接');
  });
});

describe('the encoding of a page', () => {
  const gbk = Buffer.from('c7f8b3a4', 'hex');
  const page = (charset: string, text: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><p>`),
      text,
    ]);

  it.each([
    ['gb2312', gbk, '区长', 'GB18030'],
    ['big5', Buffer.from('b0cfaaf8', 'hex'), '區長', 'BIG5'],
    ['utf-8', Buffer.from('区长'), '区长', undefined],
    ['utf-8', gbk, '区长', 'GB18030'],
    ['gb2312', Buffer.from('区长，在大会上发言'), '区长，在大会上发言', undefined],
    ['nonsense', gbk, '区长', 'GB18030'],
  ])('is what <meta> says (%s), unless the bytes say otherwise', async (charset, bytes, text, encoding) => {
    const document = await load({ 'a.html': page(charset, bytes) });
    expect(blocks(document)[0]?.endsWith(` ${text}`)).toBe(true);
    expect(document.findings[0]?.params.encoding).toBe(encoding);
  });

  it('is that of the byte order mark first', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<meta charset=gbk><p>区长', 'utf16le')]);
    const document = await load({ 'a.html': bytes });
    expect(blocks(document)).toEqual(['1:22 区长']);
    expect(say(document.findings)).toEqual(['content/a.html:1:1 info encoding-read']);
  });

  it('does not hide that a file is no page', async () => {
    const document = await load({ 'a.html': Buffer.from('\x89PNG\r\n', 'latin1') });
    expect(say(document.findings)).toEqual(['content/a.html:1:1 error not-text']);
  });

  it('leaves strange characters where a reader would see them', async () => {
    const document = await load({ 'a.html': '<style>i:before{content:"\ue601"}</style>\n<p>甲\ufffd&#xe000;</p>' });
    expect(say(document.findings)).toEqual([
      'content/a.html:2:5 warning replacement-character',
      'content/a.html:2:6 warning private-use-character',
    ]);
  });
});
