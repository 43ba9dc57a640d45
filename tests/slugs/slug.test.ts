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
    ['区志强', '區志強', 'ou-zhiqiang'],
    ['召志强', '召志強', 'shao-zhiqiang'],
    ['折志强', '折志強', 'she-zhiqiang'],
    ['员志强', '員志強', 'yun-zhiqiang'],
    ['贠志强', '貟志強', 'yun-zhiqiang'],
    ['句志强', '句志強', 'gou-zhiqiang'],
    ['洗志强', '洗志強', 'xian-zhiqiang'],
    ['冼志强', '冼志強', 'xian-zhiqiang'],
    ['繁志强', '繁志強', 'po-zhiqiang'],
    ['秘志强', '秘志強', 'bi-zhiqiang'],
    ['便志强', '便志強', 'pian-zhiqiang'],
    ['种志强', '種志強', 'chong-zhiqiang'],
    ['么志强', '么志強', 'yao-zhiqiang'],
    ['教志强', '教志強', 'jiao-zhiqiang'],
    ['尉志强', '尉志強', 'wei-zhiqiang'],
    ['尉迟志强', '尉遲志強', 'yuchi-zhiqiang'],
    ['查志强', '查志強', 'zha-zhiqiang'],
    ['单志强', '單志強', 'shan-zhiqiang'],
    ['单于志强', '單于志強', 'chanyu-zhiqiang'],
    ['仇志强', '仇志強', 'qiu-zhiqiang'],
    ['解志强', '解志強', 'xie-zhiqiang'],
    ['曾志强', '曾志強', 'zeng-zhiqiang'],
    ['盖志强', '蓋志強', 'ge-zhiqiang'],
    ['朴志强', '朴志強', 'piao-zhiqiang'],
    ['覃志强', '覃志強', 'qin-zhiqiang'],
    ['逄志强', '逄志強', 'pang-zhiqiang'],
    ['乜志强', '乜志強', 'nie-zhiqiang'],
    ['佴志强', '佴志強', 'nai-zhiqiang'],
    ['万俟志强', '萬俟志強', 'moqi-zhiqiang'],
    ['令狐志强', '令狐志強', 'linghu-zhiqiang'],
    ['澹台志强', '澹臺志強', 'tantai-zhiqiang'],
    ['长孙志强', '長孫志強', 'zhangsun-zhiqiang'],
    ['宓志强', '宓志強', 'mi-zhiqiang'],
    ['乐志强', '樂志強', 'yue-zhiqiang'],
    ['任志强', '任志強', 'ren-zhiqiang'],
    ['华志强', '華志強', 'hua-zhiqiang'],
    ['缪志强', '繆志強', 'miao-zhiqiang'],
    ['宿志强', '宿志強', 'su-zhiqiang'],
    ['种子', '種子', 'chong-zi'],
    ['教育', '教育', 'jiao-yu'],
  ])('has the reading of the surname %s, also in traditional characters: %s', async (name, traditional, slug) => {
    await prepareSlugs({ names: [name, traditional] });
    expect([slugOfName(name), slugOfName(traditional)]).toEqual([slug, slug]);
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
