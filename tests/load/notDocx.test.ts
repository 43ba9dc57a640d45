import { describe, expect, it } from 'vitest';
import { load, say } from './folder.js';
import { paragraph, wordDocument } from './wordDocument.js';

describe('what is no Word document', () => {
  const whole = wordDocument({ body: paragraph('甲') });

  async function refusal(bytes: string | Uint8Array): Promise<string> {
    const { findings, characters } = await load({ 'a.docx': bytes });
    expect(say(findings)).toEqual(['content/a.docx:1:1 error not-docx']);
    expect(characters).toBe(0);
    return findings[0]?.reason ?? '';
  }

  it('is refused in words', async () => {
    expect(await refusal(Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'))).toContain('DOC / WPS');
    expect(await refusal('plain text')).toContain('已损坏');
    expect(await refusal(Buffer.from('PK\x03\x04', 'latin1'))).toContain('已损坏');
    expect(await refusal((await whole).subarray(0, 300))).toContain('已损坏');
  });

  it('may be an archive of something else', async () => {
    const entries = { '_rels/.rels': '<Relationships/>', 'word/document.xml': '<not>closed' };
    expect(await refusal(await wordDocument({ body: '', entries }))).toContain('已损坏');
    const elsewhere = '<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>';
    expect(await refusal(await wordDocument({ body: '', entries: { '_rels/.rels': elsewhere } }))).toContain(
      '没有 Word 的正文',
    );
  });

  it('never resolves an entity', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>';
    expect(await refusal(await wordDocument({ body: '', entries: { 'word/document.xml': bomb } }))).toContain(
      '文档类型声明',
    );
  });

  it.each([
    ['would unpack to too much', 70 << 20, '解压后太大'],
    ['lies about what it unpacks to', 10, '已损坏'],
  ])('is refused where it %s', async (_, size, reason) => {
    const bytes = Buffer.from(await wordDocument({ body: paragraph('甲'.repeat(5000)) }));
    const entry = Buffer.from([0x50, 0x4b, 1, 2]);
    for (let at = bytes.indexOf(entry); at !== -1; at = bytes.indexOf(entry, at + 4))
      bytes.writeUInt32LE(size, at + 24);
    expect(await refusal(bytes)).toContain(reason);
  });

  it('is refused where it holds more than anyone reads', async () => {
    expect(await refusal(await wordDocument({ body: paragraph('甲').repeat(30_000) }))).toContain('内容太多');
  });

  it('is refused where its elements nest too deep', async () => {
    expect(await refusal(await wordDocument({ body: '<w:sdt>'.repeat(2000) + '</w:sdt>'.repeat(2000) }))).toContain(
      '已损坏',
    );
  });
});
