import { describe, expect, it } from 'vitest';
import { blocks, load, say } from './folder.js';

/** `区委书记：何砚` in GBK. */
const gbk = Buffer.from('c7f8ceafcae9bcc7a3bababecde2', 'hex');

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('encodings', () => {
  it('reads UTF-8 with and without a byte order mark, and says nothing', async () => {
    for (const bytes of ['何砚', '\ufeff何砚']) {
      const document = await load({ 'a.txt': bytes });
      expect(blocks(document)).toEqual(['1:1 何砚']);
      expect(document.characters).toBe(2);
      expect(document.findings).toEqual([]);
    }
  });

  it('reads GBK and says so', async () => {
    const document = await load({ 'a.txt': Buffer.from('c7f8b3a4', 'hex') });
    expect(blocks(document)).toEqual(['1:1 区长']);
    expect(say(document.findings)).toEqual(['content/a.txt:1:1 info encoding-read']);
    expect(document.findings[0]?.params).toEqual({ encoding: 'GB18030' });
  });

  it('reads characters that only GB18030 has', async () => {
    // U+20BB7, 𠮷.
    const document = await load({ 'a.txt': Buffer.concat([gbk, Buffer.from('9534b235', 'hex')]) });
    expect(blocks(document)[0]?.endsWith('𠮷')).toBe(true);
  });

  it.each(['le', 'be'] as const)('reads UTF-16 (%s) with and without a byte order mark', async (order) => {
    for (const mark of ['\ufeff', '']) {
      const document = await load({ 'a.txt': utf16(`${mark}区长：何砚\r\n　　一是修路，11条。\r\n`, order) });
      expect(blocks(document)).toEqual(['1:1 区长：何砚', '2:1 　　一是修路，11条。']);
      expect(document.findings[0]?.params).toEqual({ encoding: `UTF-16${order.toUpperCase()}` });
    }
  });

  it('reads UTF-8 with a broken byte as UTF-8, not as GB18030, and shows where', async () => {
    const bytes = Buffer.concat([
      Buffer.from('开短会、讲短话、办实事。把心思用在干事上\n把功夫下'),
      Buffer.from([0xe5, 0x9c]),
    ]);
    const document = await load({ 'a.txt': bytes });
    expect(blocks(document)[1]).toBe('2:1 把功夫下\ufffd');
    expect(say(document.findings)).toEqual(['content/a.txt:2:5 warning replacement-character']);
  });

  it('reads GBK that ends inside a character', async () => {
    const bytes = Buffer.concat([...Array(20).fill(gbk), Buffer.from([0xc7])]);
    const document = await load({ 'a.txt': bytes });
    expect(say(document.findings).sort()).toEqual([
      'content/a.txt:1:1 info encoding-read',
      'content/a.txt:1:141 warning replacement-character',
    ]);
  });

  it.each([
    ['PNG', '\x89PNG\r\n\x1a\n\0\0'],
    ['ZIP / DOCX', 'PK\x03\x04rest'],
    ['PDF', '%PDF-1.7\n'],
    ['DOC / WPS / XLS', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest'],
    ['RTF', '{\\rtf1 text}'],
    ['JPEG', '\xff\xd8\xff\xe0'],
    ['?', 'a\0b'],
    ['?', '\x01\x02\x03\x04abc'],
    ['?', '\xff\xff\xff\xff\x80\x80\x80\x80'],
  ])('refuses %s under the name of a text', async (kind, bytes) => {
    const document = await load({ 'a.txt': Buffer.from(bytes, 'latin1') });
    expect(say(document.findings)).toEqual(['content/a.txt:1:1 error not-text']);
    expect(document.findings[0]?.params).toEqual({ kind });
    expect([document.characters, document.syntax]).toEqual([0, 0]);
  });

  it('names the first five private-use characters and counts the rest', async () => {
    const document = await load({ 'a.txt': `一\n二\ue000三\ue001\n${'\ue002'.repeat(9)}四` });
    expect(say(document.findings)).toEqual([
      'content/a.txt:2:2 warning private-use-character',
      'content/a.txt:2:4 warning private-use-character',
      'content/a.txt:3:1 warning private-use-character',
      'content/a.txt:3:2 warning private-use-character',
      'content/a.txt:3:3 warning private-use-character',
      'content/a.txt:3:3 warning private-use-character-more',
    ]);
    expect(document.findings.at(-1)?.params).toEqual({ more: 6 });
    expect(document.findings[0]?.params).toEqual({ code: 'U+E000' });
  });

  it('warns of control characters and U+FFFD, and of the many after them', async () => {
    const body = '这是一行很长的文字，里面混进了几个控制字符。'.repeat(20);
    const document = await load({ 'a.txt': `${body}\n\x07${'\x1b'.repeat(6)}${'\ufffd'.repeat(6)}` });
    expect(say(document.findings).filter((line) => !line.includes(':2:') || line.includes('-more'))).toEqual([
      'content/a.txt:2:5 warning control-character-more',
      'content/a.txt:2:12 warning replacement-character-more',
    ]);
    expect(say(document.findings)).toContain('content/a.txt:2:1 warning control-character');
  });

  it('warns of characters that turn the order of words around, and leaves them out of titles', async () => {
    const document = await load({ 'a.txt': '---\ntitle: "标\u202e题"\n---\n一\u2067二\u2069三\u200f四\n' });
    expect(say(document.findings)).toEqual([
      'content/a.txt:2:10 warning direction-character',
      'content/a.txt:4:2 warning direction-character',
      'content/a.txt:4:4 warning direction-character',
    ]);
    expect(document.frontMatter.title).toBe('标题');
    const many = await load({ 'a.txt': `${'\u202e'.repeat(8)}一` });
    expect(say(many.findings).at(-1)).toBe('content/a.txt:1:5 warning direction-character-more');
  });
});
