import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeSite } from '../setup/site.js';
import { ran } from './ran.js';

const corpus = fileURLToPath(new URL('../corpus/', import.meta.url));
const besideLayouts = fileURLToPath(new URL('../../src/parse/layouts/', import.meta.url));

/** Lines that a page puts around its text. */
const around = `当前位置：首页>要闻
浏览次数：1234
扫一扫在手机打开
第3页
上一篇：县委常委会召开会议
下一篇：没有了
相关链接：会议报道
版权所有：云川日报社
主办单位：中共青川县委办公室
网站标识码：1234567890
联系我们
蜀ICP备12345678号
川公网安备 51000000000001号
字号：大 中 小 打印 关闭
责任编辑：钱多
来源：云川日报　作者：罗小青　2031年03月02日`.split('\n');

/** @returns path → text of every text of the corpus, under names of their own, and of two with furniture around */
function texts(): Record<string, Uint8Array | string> {
  const fixtures = readdirSync(besideLayouts).filter((name) => name.endsWith('.fixtures'));
  const folders = [corpus, ...fixtures.map((name) => join(besideLayouts, name))];
  const cases = folders.flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)));
  const files = cases.flatMap((folder, index) =>
    readdirSync(folder)
      .filter((name) => /^\.(?:txt|md|html)$/.test(extname(name)))
      .map((name) => [`content/2020-${index}${extname(name)}`, readFileSync(join(folder, name))] as const),
  );
  const speech = '市财政局局长 罗青：过紧日子\n水利冬修不能停。一是清淤。二是加固。';
  const furnished = around.map((line, index) => [
    `content/2021-${index}.txt`,
    `重点工作推进会发言摘登\n${line}\n${speech}\n${line}\n`,
  ]);
  return Object.fromEntries([...files, ...furnished]);
}

test('the compiled program reads every text as its sources do', async () => {
  const site = makeSite(texts());
  const [compiled, sources] = [await site.run(['check', '--json']), await ran(site.folder, ['check', '--json'])];
  const { editions, messages } = JSON.parse(compiled.stdout);
  expect(editions.length).toBeGreaterThan(150);
  expect({ editions, messages }).toEqual(
    (({ editions, messages }) => ({ editions, messages }))(JSON.parse(sources.stdout)),
  );
  const furnished = editions.filter(({ file }: { file: string }) => file.startsWith('content/2021-'));
  expect(furnished).toHaveLength(around.length);
  for (const { file, lede, speeches } of furnished) {
    const [{ paragraphs }] = speeches;
    expect([file, lede, paragraphs]).toEqual([file, [], ['水利冬修不能停。一是清淤。二是加固。']]);
  }
});
