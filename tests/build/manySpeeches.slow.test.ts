import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenLinks } from '../setup/links.js';
import { makeSite } from '../setup/site.js';

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何';
const given = ['建国', '明', '志远', '晓梅', '海燕', '文博'];
const offices = ['教育局局长', '财政局局长', '水务局局长', '城关镇党委书记', '开发区管委会主任'];
const verbs = ['抓实', '办好', '守住', '干出'];
const things = ['民生实事', '项目建设', '粮食安全', '基层治理', '营商环境'];
const pick = <T>(list: ArrayLike<T>, index: number) => list[index % list.length] as T;

/** @returns one speech of the seed's form; the same for the same number */
function speechText(n: number): string {
  const name = pick(surnames, n * 7) + pick(given, n * 5);
  const thing = (k: number) => pick(verbs, n + k) + pick(things, n * 3 + k);
  return [
    `市委委员、市${pick(offices, n)} ${name}:${thing(0)} ${thing(1)}`,
    name,
    `今年,我们要围绕中心,${thing(2)},完成任务的${100 + (n % 20)}.5%。`,
    `一、${thing(3)}。一是${thing(4)}。进度过半。二是${thing(5)}。件件落实。`,
    `二、${thing(6)}。久久为功。详情》》》`,
  ].join('\n');
}

/** @returns path → text of editions of eight speeches each */
function editions(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const date = `${2018 + (index % 7)}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`;
      const speeches = Array.from({ length: 8 }, (_, k) => speechText(index * 8 + k));
      return [`content/${date}-di-${index}-qi.txt`, `第${index}期全市工作会议发言摘登\n${speeches.join('\n')}\n`];
    }),
  );
}

describe('a site of 400 speeches', () => {
  test('has no link and no anchor that leads nowhere, and stays as it is when built again', async () => {
    const site = makeSite(editions(50));
    const { status, stderr } = await site.run(['build']);
    expect(status, stderr).toBe(0);
    const before = site.published();
    expect(Object.keys(before).length).toBeGreaterThan(500);
    expect(brokenLinks(join(site.folder, 'dist'))).toEqual([]);
    await site.run(['build']);
    expect(site.published()).toEqual(before);
  });

  test('built after each of many changes is what a clean build makes', async () => {
    const files = editions(50);
    const paths = Object.keys(files);
    const site = makeSite(files);
    await site.run(['build']);
    for (let round = 0; round < 5; round += 1) {
      const changed = pick(paths, round * 13 + 4);
      files[changed] = `${files[changed]?.replaceAll('久久为功', `久久为功第${round}次`)}${speechText(5000 + round)}\n`;
      const added = `content/2025-0${round + 1}-xin-${round}.txt`;
      files[added] = `新的一期\n${speechText(6000 + round)}\n`;
      site.write(changed, files[changed]);
      site.write(added, files[added]);
      expect((await site.run(['build'])).status).toBe(0);
      const clean = makeSite(files);
      await clean.run(['build']);
      expect(site.published()).toEqual(clean.published());
    }
  });
});
