import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/load/docx/numberFormats.js';
import { blocks, load, say } from './folder.js';
import {
  item,
  list,
  OFFICE,
  paragraph,
  picture,
  pictureRelationship,
  WORD,
  type WordParts,
  wordDocument,
} from './wordDocument.js';

async function read(parts: WordParts): Promise<string[]> {
  const document = await load({ 'a.docx': await wordDocument(parts) });
  expect(document.findings).toEqual([]);
  expect(document.syntax).toBe(0);
  return blocks(document);
}

describe('Word documents', () => {
  it('make a block of each paragraph, soft line and table cell, placed by the paragraph’s number', async () => {
    const bold =
      '<w:p><w:r><w:t>一行</w:t><w:br/><w:t>二行</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r></w:p>';
    const table = `<w:tbl><w:tr><w:tc>${paragraph('格一')}</w:tc><w:tc>${paragraph('格二')}</w:tc></w:tr></w:tbl>`;
    expect(await read({ body: `${paragraph('摘登')}<w:p/>${paragraph('　　王　 刚  说')}${bold}${table}` })).toEqual([
      '1:1 摘登',
      '3:1 　　王　 刚  说 {gap}',
      '4:1 一行',
      '4:4 二行**粗**',
      '5:1 格一',
      '6:1 格二',
    ]);
  });

  it('keep headings and what is centred, by itself or by its style', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="居中"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="更小"/><w:basedOn w:val="C"/></w:style>';
    const body = [
      paragraph('甲', '<w:pStyle w:val="1"/>'),
      paragraph('乙', '<w:pStyle w:val="1"/><w:jc w:val="center"/>'),
      paragraph('丙', '<w:jc w:val="center"/>'),
      paragraph('丁', '<w:pStyle w:val="D"/>'),
      paragraph('戊', '<w:pStyle w:val="D"/><w:jc w:val="left"/>'),
    ];
    expect(await read({ body: body.join(''), styles })).toEqual([
      '1:1 # 甲',
      '2:1 # 乙 {centred}',
      '3:1 丙 {centred}',
      '4:1 丁 {centred}',
      '5:1 戊',
    ]);
  });

  it('keep the numbers of lists as Word shows them', async () => {
    const outline = list(1, ['chineseCountingThousand', '%1、'], ['chineseCounting', '（%2）'], ['decimal', '%3.']);
    const legal = list(2, ['decimal', '%1.'], ['decimal', '%1.%2', '<w:suff w:val="space"/>'], ['bullet', '●']);
    const body = [
      item('强链', 0),
      item('甲', 1),
      item('乙', 1),
      item('子', 2),
      item('补链', 0),
      item('丙', 1),
      paragraph('间', ''),
      item('延链', 0),
      item('一', 0, 2),
      item('二', 1, 2),
      item('三', 2, 2),
      item('四', 1, 2),
    ];
    expect(
      await read({ body: body.join(''), numbering: outline.abstract + legal.abstract + outline.num + legal.num }),
    ).toEqual([
      '1:1 一、强链',
      '2:1 （一）甲',
      '3:1 （二）乙',
      '4:1 1. 子',
      '5:1 二、补链',
      '6:1 （一）丙',
      '7:1 间',
      '8:1 三、延链',
      '9:1 1. 一',
      '10:1 1.1 二',
      '11:1 三',
      '12:1 1.2 四',
    ]);
  });

  it('count on from list to list of one kind, and anew where Word does', async () => {
    const kind = list(1, ['chineseCounting', '%1、']);
    const numbering =
      `${kind.abstract}${kind.num}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>` +
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    const body = [
      item('甲', 0, 1),
      item('乙', 0, 2),
      item('丙', 0, 3),
      item('丁', 0, 3),
      item('戊', 0, 0),
      item('己', 0, 9),
    ];
    expect(await read({ body: body.join(''), numbering })).toEqual([
      '1:1 一、甲',
      '2:1 二、乙',
      '3:1 五、丙',
      '4:1 六、丁',
      '5:1 戊',
      '6:1 己',
    ]);
  });

  it('take numbers from styles, and from styles of lists', async () => {
    const kind = list(1, ['chineseCounting', '%1、'], ['chineseCounting', '（%2）', '<w:pStyle w:val="L2"/>']);
    const linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="S"/></w:abstractNum>';
    const numbering = `${kind.abstract}${linked}${kind.num}<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>`;
    const styles =
      '<w:style w:type="paragraph" w:styleId="L1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="L2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = [
      paragraph('甲', '<w:pStyle w:val="L1"/>'),
      paragraph('乙', '<w:pStyle w:val="L2"/>'),
      item('丙', 0, 7),
    ];
    expect(await read({ body: body.join(''), numbering, styles })).toEqual([
      '1:1 一、甲',
      '2:1 （一）乙',
      '3:1 二、丙',
    ]);
  });

  it('bring their pictures along', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const document = await load({
      'a.docx': await wordDocument({
        body: `<w:p>${picture('p1')}</w:p>${paragraph('何砚')}<w:p>${picture('p2')}${picture('p3', 'link')}</w:p>${paragraph('乙')}`,
        relationships:
          pictureRelationship('p1', 'media/image1.png') +
          pictureRelationship('p2', 'media/image2.emf') +
          pictureRelationship('p3', 'https://a.cn/x.png', ' TargetMode="External"'),
        entries: { 'word/media/image1.png': bytes, 'word/media/image2.emf': bytes },
      }),
    });
    expect(blocks(document)).toEqual(['2:1 何砚 {image-1.png}', '4:1 乙']);
    expect(document.root.children[0]?.data?.facts?.pictures).toEqual([
      { source: 'image-1.png', bytes: Buffer.from(bytes), alt: '何砚' },
    ]);
    expect(say(document.findings)).toEqual([
      'content/a.docx:4:1 info picture-format',
      'content/a.docx:4:1 info picture-missing',
    ]);
  });

  it('keep their notes, without the arrows of the converter', async () => {
    const notes = `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="1">${paragraph('注文')}</w:footnote></w:footnotes>`;
    const body = '<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
    const relationships = `<Relationship Id="n1" Type="${OFFICE}/footnotes" Target="footnotes.xml"/>`;
    expect(await read({ body, relationships, entries: { 'word/footnotes.xml': notes } })).toEqual([
      '1:1 正文[[1]](#footnote-1)',
      '2:1 1. 注文 ',
    ]);
  });

  it('lose what was deleted', async () => {
    const deleted = '<w:p><w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:t>留</w:t></w:r></w:p>';
    expect(await read({ body: deleted })).toEqual(['1:1 留']);
  });

  it('are warned of strange characters', async () => {
    const document = await load({
      'a.docx': await wordDocument({ body: `${paragraph('甲')}${paragraph('乙\ue000')}` }),
    });
    expect(say(document.findings)).toEqual(['content/a.docx:2:2 warning private-use-character']);
  });

  it('may be empty', async () => {
    for (const bytes of [await wordDocument({ body: '<w:p/>' }), '']) {
      const { findings } = await load({ 'a.docx': bytes });
      expect(say(findings)).toEqual(['content/a.docx:1:1 error empty-file']);
    }
  });
});

describe('numbers of lists', () => {
  it.each([
    ['chineseCounting', 1, '一'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['chineseLegalSimplified', 12, '拾贰'],
    ['ideographDigital', 105, '一〇五'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 12, '亥'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 3, '03'],
    ['upperLetter', 27, 'AA'],
    ['lowerRoman', 14, 'xiv'],
    ['none', 3, ''],
    ['unheardOf', 3, '3'],
  ])('are written in the format %s: %i as %s', (format, number, written) => {
    expect(formatNumber(number, format)).toBe(written);
  });
});
