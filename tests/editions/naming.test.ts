import { describe, expect, test } from 'vitest';
import { digest, plan } from '../plan/planned.js';

async function idsOf(text: string): Promise<string[]> {
  const { site } = await plan({ '2020-a.txt': text });
  return site.editions[0]?.summary.speeches.map(({ id }) => id) ?? [];
}

describe('the ids of speeches', () => {
  test('are the speakers’ slugs, with a number for each repetition', async () => {
    expect(await idsOf(digest('陆明', '罗青', '陆明', '陆鸣'))).toEqual([
      'lu-ming',
      'luo-qing',
      'lu-ming-2',
      'lu-ming-3',
    ]);
  });

  test('pass over a number that a name of its own has', async () => {
    const org = (name: string) => `## | ${name} | 抓好服务\n服务要抓好。\n`;
    const ids = await idsOf(`各方发言\n${org('市工会 2')}${org('市工会')}${org('市工会')}${org('市工会 2')}`);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

describe('the id of an edition', () => {
  test('is the slug of its file’s name, date included, or that of its front matter', async () => {
    const { site } = await plan({
      '2031-03-02-shigan.txt': digest('陆明'),
      '2030-03-02-石湾.txt': digest('陆明'),
      '2029-x.txt': `---\nslug: da-hui\n---\n${digest('陆明')}`,
      '2028-y/index.md': digest('陆明'),
    });
    expect(site.editions.map(({ summary }) => summary.id)).toEqual([
      '2031-03-02-shigan',
      '2030-03-02-shi-wan',
      'da-hui',
      '2028-y',
    ]);
  });
});

test('a speech is an excerpt where it has a detail link and no full text', async () => {
  const text =
    '凝心聚力\n区长 陆明：实干\n陆明\n要实干。详情>>\n区长 罗青：快干\n罗青\n要快干。详情>>\n区长 何砚：苦干\n何砚\n要苦干。\n';
  const { site } = await plan({ '2020-a.txt': text, '2020-a/full/陆　明.txt': '全文。\n' });
  const [edition] = site.editions;
  const whole = edition && (await site.library.whole(edition.input));
  expect(whole?.edition.speeches.map(({ speaker, excerpt }) => [speaker, excerpt])).toEqual([
    ['陆明', false],
    ['罗青', true],
    ['何砚', false],
  ]);
});
