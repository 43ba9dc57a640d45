import { describe, expect, it } from 'vitest';
import { PublishError } from '../../src/publish/failure.js';
import { MemoryOutput, type Publication } from '../../src/publish/memory.js';
import { offer, type Site } from './site.js';

async function publish(output: MemoryOutput, site: Site): Promise<void> {
  await output.open();
  offer(output, site);
  await output.publish();
}

const textOf = (output: MemoryOutput, path: string): string | undefined => {
  const bytes = output.get(path)?.bytes;
  return bytes && Buffer.from(bytes).toString();
};

describe('publishing into memory', () => {
  it('shows nothing before publish, and everything at once after it', async () => {
    const output = new MemoryOutput();
    await publish(output, { 'index.html': '一', 'a.html': '甲' });
    await output.open();
    offer(output, { 'index.html': '二', 'b.html': '乙' });
    expect([textOf(output, 'index.html'), textOf(output, 'a.html'), output.get('b.html')]).toEqual([
      '一',
      '甲',
      undefined,
    ]);
    await output.publish();
    expect([textOf(output, 'index.html'), output.get('a.html'), textOf(output, 'b.html')]).toEqual([
      '二',
      undefined,
      '乙',
    ]);
  });

  it('tells what changed, and counts revisions only when something did', async () => {
    const output = new MemoryOutput();
    const heard: Publication[] = [];
    const end = output.onPublish((publication) => heard.push(publication));
    await publish(output, { 'index.html': '一', 'a.html': '甲', 'same.html': '同' });
    await publish(output, { 'index.html': '一', 'a.html': '甲', 'same.html': '同' });
    await publish(output, { 'index.html': '二', 'b.html': '乙', 'same.html': '同' });
    expect(heard.map(({ revision, written, removed }) => ({ revision, written, removed }))).toEqual([
      { revision: 1, written: ['a.html', 'index.html', 'same.html'], removed: [] },
      { revision: 2, written: ['b.html', 'index.html'], removed: ['a.html'] },
    ]);
    expect(Buffer.from(heard[1]?.before.get('index.html')?.bytes ?? []).toString()).toBe('一');
    expect(output.revision).toBe(2);
    end();
    await publish(output, {});
    expect(heard).toHaveLength(2);
  });

  it('keeps the site when a build is abandoned', async () => {
    const output = new MemoryOutput();
    await publish(output, { 'index.html': '一' });
    await output.open();
    offer(output, { 'index.html': '坏' });
    await output.abandon();
    expect(textOf(output, 'index.html')).toBe('一');
    await expect(output.publish()).rejects.toThrow('open()');
  });

  it('refuses the paths that a folder refuses', async () => {
    const output = new MemoryOutput();
    await output.open();
    expect(() => output.stage('../x', 'key', 'page', '')).toThrow(PublishError);
  });
});
