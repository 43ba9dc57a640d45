import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { severityOf } from '../../src/diagnostics/finding.js';
import { loadDocument } from '../../src/load/load.js';
import { scanContent } from '../../src/load/scan.js';
import { layouts } from '../../src/parse/layouts/index.js';
import { parseEdition } from '../../src/parse/parse.js';

const formats = readFileSync(new URL('../../docs/格式.md', import.meta.url), 'utf8');

async function parse(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'zhaideng-layout-'));
  writeFileSync(join(folder, 'digest.txt'), text);
  const { inputs } = await scanContent(folder, { cwd: folder });
  const [input] = inputs;
  if (!input) throw new Error('The example was not found');
  return parseEdition(await loadDocument(input));
}

describe.each(layouts.map((layout) => ({ id: layout.id, layout })))('the layout $id', ({ layout }) => {
  test('is recognised in its own example, without a warning', async () => {
    const parsed = await parse(layout.example);
    expect(parsed.layout?.id).toBe(layout.id);
    expect(parsed.findings.filter((finding) => severityOf(finding) !== 'info').map(({ reason }) => reason)).toEqual([]);
    expect(parsed.accounting.unplaced).toBe(0);
    expect(parsed.edition.speeches.length).toBeGreaterThan(0);
    for (const { speaker, paragraphs } of parsed.edition.speeches)
      expect([speaker, paragraphs.length > 0]).toEqual([expect.stringMatching(/./), true]);
  });

  test('is shown to editors with the example', () => {
    expect(formats).toContain(layout.example);
    expect(formats).toContain(`\`${layout.id}\``);
  });

  test('can be asked for in the front matter', async () => {
    const parsed = await parse(`---\nlayout: ${layout.id}\n---\n${layout.example}`);
    expect(parsed.layout?.id).toBe(layout.id);
  });
});
