import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareSlugs } from '../../src/slugs/pinyin.js';
import { slugOf, slugOfName, slugOfWords } from '../../src/slugs/slug.js';

const form = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// The traditional character makes the conversion load too.
beforeAll(() => prepareSlugs({ words: ['陸'] }));

describe('a person’s slug', () => {
  test.each([
    ['徐善斌', 'xu-shanbin'],
    ['屠强', 'tu-qiang'],
    ['欧阳宁', 'ouyang-ning'],
    ['上官云飞', 'shangguan-yunfei'],
    ['欧阳', 'ou-yang'],
    ['诸葛明远', 'zhuge-mingyuan'],
  ])('has the surname, a hyphen and the given name joined: %s', (name, slug) => {
    expect(slugOfName(name)).toBe(slug);
  });

  test.each([
    ['单文静', 'shan-wenjing'],
    ['仇志坚', 'qiu-zhijian'],
    ['万俟康', 'moqi-kang'],
    ['尉迟公明', 'yuchi-gongming'],
    ['曾志远', 'zeng-zhiyuan'],
    ['解晓东', 'xie-xiaodong'],
    ['任建国', 'ren-jianguo'],
    ['查良', 'zha-liang'],
  ])('reads a surname as a surname: %s', (name, slug) => {
    expect(slugOfName(name)).toBe(slug);
  });

  test.each([
    ['阿依·热合曼', 'ayi-reheman'],
    ['古丽・热合曼', 'guli-reheman'],
    ['买买提•艾合麦提', 'maimaiti-aihemaiti'],
    ['迪丽 · 努尔', 'dili-nuer'],
  ])('has a hyphen for the dot in a name without a Chinese surname: %s', (name, slug) => {
    expect(slugOfName(name)).toBe(slug);
  });

  test.each([
    ['單文靜', '单文静'],
    ['歐陽寧', '欧阳宁'],
    ['陸鳴', '陆鸣'],
    ['長孫靜', '长孙静'],
    ['葉國華', '叶国华'],
    ['區志強', '区志强'],
    ['阿依·熱合曼', '阿依·热合曼'],
  ])('is the same for traditional and simplified characters: %s %s', (traditional, simple) => {
    expect(slugOfName(traditional)).toBe(slugOfName(simple));
  });

  test('takes no notice of padding', () => {
    expect(slugOfName('王　刚')).toBe('wang-gang');
    expect(slugOfName('王 刚')).toBe('wang-gang');
  });

  test('keeps names apart whose characters have no reading', () => {
    expect(slugOfName('李𠮷')).toBe('li-u20bb7');
    expect(slugOfName('李𠀋')).not.toBe(slugOfName('李𠮷'));
    expect(slugOfName('𠮷明')).toMatch(form);
  });

  test.each([
    ['吕布', 'lv-bu'],
    ['John Smith', 'john-smith'],
    ['José Ángel', 'jose-angel'],
    ['Ｊｏｈｎ', 'john'],
  ])('of ü and of Latin letters: %s', (name, slug) => {
    expect(slugOfName(name)).toBe(slug);
  });

  test('of another script comes from its code points', () => {
    expect(slugOfName('Иван')).toMatch(/^x[0-9a-f]+$/);
    expect(slugOfName('Иван')).not.toBe(slugOfName('Олег'));
  });
});

test('an organisation’s slug is all joined, with hyphens where words stand apart', () => {
  expect(slugOfWords('市工商联')).toBe('shigongshanglian');
  expect(slugOfWords('市工商联 总商会')).toBe('shigongshanglian-zongshanghui');
});

test('a file’s slug keeps its date and joins syllables by hyphens', () => {
  expect(slugOf('2031-03-02-石湾')).toBe('2031-03-02-shi-wan');
  expect(slugOf('2031-03-02_Shigan (1)')).toBe('2031-03-02-shigan-1');
  expect(slugOf('石灣')).toBe(slugOf('石湾'));
});

const names = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: fc.constantFrom(...'单仇阿依·・ 𠮷𠀋㐂〇陸鳴Ａaé-_.ü徐善斌'), minLength: 1, maxLength: 40 }),
);

describe.each([
  ['a person', slugOfName],
  ['words', slugOfWords],
  ['a file', slugOf],
])('the slug of %s', (_, make) => {
  test('is lower-case letters, digits and single hyphens, never empty, always the same', async () => {
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        await prepareSlugs({ words: [name] });
        const slug = make(name);
        expect(slug).toMatch(form);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(make(name)).toBe(slug);
        expect(make(name.normalize('NFD'))).toMatch(form);
      }),
      { numRuns: 400 },
    );
  });
});
