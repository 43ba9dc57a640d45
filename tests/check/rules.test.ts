import { describe, expect, test } from 'vitest';
import { severityOf } from '../../src/diagnostics/finding.js';
import { digest, folderWith, plan, planFolder } from '../plan/planned.js';

const a = digest('陆明');

/** `file:line:column rule` of every finding. */
function listed(findings: { file: string; line: number; column: number; ruleId: string }[]): string[] {
  return findings.map(({ file, line, column, ruleId }) => `${file}:${line}:${column} ${ruleId}`);
}

describe('half-width marks', () => {
  test('are one info for all content, at the first of them', async () => {
    const { findings } = await plan({
      '2020-a.txt': a,
      '2020-b.txt': digest('陆明', '罗青').replace('第2件实事，群众', '第2件实事,群众(全体)'),
    });
    expect(listed(findings)).toEqual(['content/2020-b.txt:5:1 shown-full-width']);
    expect(findings[0]?.params.count).toBe(3);
    expect(findings.map(severityOf)).toEqual(['info']);
  });

  test('are no finding where the site shows them as written', async () => {
    const { findings } = await plan({
      'site.yaml': 'punctuation: { fullWidth: false }\n',
      '2020-a.txt': a.replace('，群众', ',群众'),
    });
    expect(findings).toEqual([]);
  });
});

describe('the speeches of one file', () => {
  const speeches = (count: number) => `凝心聚力\n${'## 区长 | 陆明 | 实干\n要实干。\n'.repeat(count)}`;

  test('are three thousand at most: each is a page', async () => {
    const { findings } = await planFolder(folderWith({ 'content/2020-a.txt': speeches(3_003) }));
    const errors = findings.filter((finding) => severityOf(finding) === 'error');
    expect(listed(errors)).toEqual(['content/2020-a.txt:6002:1 too-many-speeches']);
    expect(errors[0]?.params).toEqual({ count: 3_003, limit: 3_000 });
  });
});

describe('a name that looks like another one', () => {
  test.each([
    ['罗⻘', 'U+2ED8'],
    ['罗\uf9d0', 'U+F9D0'],
    ['M\u0430ria Lopez', 'U+0430'],
    ['Maria L\u03bfpez', 'U+03BF'],
    ['Ｍaria Lopez', 'U+FF2D'],
  ])('%s is a warning at the speech', async (name, code) => {
    const { findings } = await plan({ '2020-a.txt': `大会摘登\n## 区长 | ${name} | 实干\n要实干。\n` });
    expect(listed(findings)).toEqual(['content/2020-a.txt:2:1 look-alike-name']);
    expect(findings[0]?.params.code).toBe(code);
    expect(findings.map(severityOf)).toEqual(['warning']);
  });

  test.each(['罗青', '\u{20bb7}野', 'Мария Лопес', 'Maria Lopez', '阿依·热合曼'])('%s is fine', async (name) => {
    const { findings } = await plan({ '2020-a.txt': `大会摘登\n## 区长 | ${name} | 实干\n要实干。\n` });
    expect(findings).toEqual([]);
  });
});

describe('a photograph or full text that belongs to nobody', () => {
  test('is a warning at the file', async () => {
    const { findings } = await plan({
      '2020-a.txt': a,
      '2020-a/photos/陆鸣.jpg': 'x',
      '2020-a/photos/陆明.jpg': 'x',
      '2020-a/full/罗青.txt': '全文。\n',
    });
    expect(listed(findings)).toEqual([
      'content/2020-a/full/罗青.txt:1:1 unused-full-text',
      'content/2020-a/photos/陆鸣.jpg:1:1 unused-photograph',
    ]);
    expect(findings.map(severityOf)).toEqual(['warning', 'warning']);
  });

  test('also where another file of the same name is shown', async () => {
    const { findings } = await plan({ '2020-a.txt': a, '2020-a/photos/陆明.jpg': 'x', '2020-a/photos/陆明.png': 'y' });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['unused-photograph']);
  });
});

describe('a full text with the words of somebody else', () => {
  const excerpt = '大会摘登\n区长 陆明：实干\n要实干。详情>>\n';
  const at = async (full: string) => {
    const { findings } = await plan({ '2020-a.txt': excerpt, '2020-a/full/陆明.txt': full });
    return listed(findings);
  };

  test('is a warning at the other speaker’s line', async () => {
    expect(await at('大会摘登\n区长 陆明：实干\n要实干。\n市教育局局长 罗青：办学\n要办学。\n')).toEqual([
      'content/2020-a/full/陆明.txt:4:1 full-text-of-another',
    ]);
    expect(await at('大会摘登\n市教育局局长 罗青：办学\n要办学。\n')).toEqual([
      'content/2020-a/full/陆明.txt:2:1 full-text-of-another',
    ]);
  });

  test.each([
    '要实干，要苦干。\n',
    '大会摘登\n区长 陆　明：实干\n要实干。\n',
    '一、实干\n要实干。\n二、苦干\n要苦干。\n',
  ])('is none in %j', async (full) => expect(await at(full)).toEqual([]));
});

describe('the register', () => {
  test('may give a slug once', async () => {
    const { findings } = await plan({
      'speakers.yaml': 'speakers:\n  - { name: 陆明, slug: lu }\n  - { name: 陆鸣, slug: lu }\n',
      '2020-a.txt': a,
    });
    expect(listed(findings)).toEqual(['content/speakers.yaml:1:1 speakers-same-slug']);
    expect(findings[0]?.reason).toContain('陆明');
    expect(findings.map(severityOf)).toEqual(['error']);
  });

  test('must tell two of one name apart', async () => {
    const { findings } = await plan({
      'speakers.yaml': 'speakers:\n  - { name: 陆明, slug: a }\n  - { name: 陆大明, aliases: [陆　明] }\n',
      '2020-a.txt': a,
    });
    expect(listed(findings)).toEqual(['content/speakers.yaml:1:1 speakers-not-told-apart']);
    expect(findings.map(severityOf)).toEqual(['warning']);
  });

  test('is well with one of them told apart', async () => {
    const { findings } = await plan({
      'speakers.yaml': 'speakers:\n  - { name: 陆明 }\n  - { name: 陆明, slug: b, distinguishedBy: [教育] }\n',
      '2020-a.txt': a,
    });
    expect(findings).toEqual([]);
  });
});

describe('two files for one edition', () => {
  test('are one error at the later', async () => {
    const { findings } = await plan({ '2020-a.md': a, '2020-a.txt': digest('罗青', '陆明') });
    expect(listed(findings)).toEqual(['content/2020-a.txt:1:1 same-address']);
    expect(findings[0]?.params).toEqual({
      address: '/editions/2020-a/',
      first: 'content/2020-a.md',
      second: 'content/2020-a.txt',
    });
  });

  test('are none while one is a draft', async () => {
    const { findings } = await plan({ '2020-a.md': a, '2020-A.txt': `---\ndraft: true\n---\n${a}` });
    expect(findings).toEqual([]);
  });
});

test('an empty content folder is a warning that names it', async () => {
  const { findings } = await plan({ '.keep': '' });
  expect(listed(findings)).toEqual(['content:1:1 nothing-to-publish']);
  expect(findings[0]?.note).toContain('content');
});

test('no content folder is an error', async () => {
  const { findings } = await planFolder(folderWith({ 'x.txt': a }));
  expect(listed(findings)).toEqual(['content:1:1 no-content-folder']);
  expect(findings.map(severityOf)).toEqual(['error']);
});

test('findings come by file in code units, then by place, those of own pages among them', async () => {
  const { findings } = await plan({
    'Z.txt': '',
    'a.txt': '',
    '_pages/x.md': '',
    '2020-b.txt': `${digest('陆明')}${digest('陆明')}`.replace('，群众', ',群众'),
  });
  const places = listed(findings).map((each) => each.replace(/ .*/, ''));
  expect(findings.length).toBeGreaterThan(4);
  expect(places).toEqual([...places].sort((x, y) => ((x.split(':')[0] ?? '') < (y.split(':')[0] ?? '') ? -1 : 0)));
  expect(new Set(places.map((place) => place.split(':')[0]))).toContain('content/_pages/x.md');
});
