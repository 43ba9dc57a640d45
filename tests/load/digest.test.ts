import { describe, expect, it } from 'vitest';
import { InputChanged, loadDocument } from '../../src/load/load.js';
import { scanContent } from '../../src/load/scan.js';
import { addFiles, blocks, makeFolder, scan } from './folder.js';

describe('digests', () => {
  const files = { 'x.txt': '文', 'x.yaml': 'title: x', 'x/photos/a.jpg': 'p', 'x/full/a.txt': 'f' };

  it.each(Object.keys(files))('change with %s', async (path) => {
    const [before] = (await scan(files)).inputs;
    const [after] = (await scan({ ...files, [path]: 'title: other' })).inputs;
    expect(before?.digest).toMatch(/^[0-9a-f]{32}$/);
    expect(after?.digest).not.toBe(before?.digest);
  });

  it('change when a photograph gets another name, and stay the same elsewhere', async () => {
    const [before] = (await scan(files)).inputs;
    const [same] = (await scan(files)).inputs;
    const { 'x/photos/a.jpg': bytes, ...others } = files;
    const [after] = (await scan({ ...others, 'x/photos/b.jpg': bytes })).inputs;
    expect(same?.digest).toBe(before?.digest);
    expect(after?.digest).not.toBe(before?.digest);
  });

  it('change with the configuration', async () => {
    const a = await scan({ 'site.yaml': 'name: 甲' });
    const b = await scan({ 'site.yaml': 'name: 乙' });
    const c = await scan({ 'speakers.yaml': 'speakers: []' });
    expect(new Set([a, b, c].map(({ digestOfConfig }) => digestOfConfig)).size).toBe(3);
  });

  it('are held against the bytes when the input is read', async () => {
    const folder = makeFolder({
      'content/x.txt': '文',
      'content/y.txt': '文',
      'content/z.txt': '文',
      'content/z.yaml': '',
    });
    const { inputs } = await scanContent('content', { cwd: folder });
    const [x, y, z] = inputs as [(typeof inputs)[0], (typeof inputs)[0], (typeof inputs)[0]];
    addFiles(folder, { 'content/x.txt': '字', 'content/z.yaml': 'draft: true' });
    await expect(loadDocument(x)).rejects.toThrow(InputChanged);
    await expect(loadDocument(z)).rejects.toThrow('content/z.yaml changed');
    expect(blocks(await loadDocument(y))).toEqual(['1:1 文']);
  });

  it('are held against a file that was deleted', async () => {
    const { inputs } = await scan({ 'x.txt': '文' });
    const [input] = inputs as [(typeof inputs)[0]];
    const gone = { ...input, absolute: `${input.absolute}.gone` };
    await expect(loadDocument(gone)).rejects.toThrow(InputChanged);
  });
});
