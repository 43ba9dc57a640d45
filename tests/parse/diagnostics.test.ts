import { describe, expect, test } from 'vitest';
import type { doubtRules } from '../../src/diagnostics/rules/doubts.js';
import type { parseRules } from '../../src/diagnostics/rules/parse.js';
import { parse, told } from './document.js';
import { doubts, type Fixture } from './doubts.js';

const speech = (head: string, ...body: string[]) => [head, ...(body.length > 0 ? body : ['会议少了三成。'])].join('\n');
const digest = (...speeches: string[]) => ['会议发言摘登', ...speeches].join('\n');

/** One fixture or more for each rule; none of the texts has another finding. */
const fixtures: Record<keyof typeof parseRules | keyof typeof doubtRules, Fixture[]> = {
  ...doubts,
  'no-speaker': [
    {
      says: 'a text without any speaker line is an error at its beginning',
      text: '会议发言摘登\n大家辛苦了。\n谢谢大家。',
      told: 'error no-speaker 1:1',
    },
  ],
  'too-many-speeches': [
    {
      says: 'more speeches than a site can have of one file are an error at the first beyond them',
      text: digest(...Array.from({ length: 3001 }, (_, n) => speech(`市长 罗青：开第${n}次会`))),
      told: 'error too-many-speeches 6002:1',
      names: '3001',
    },
  ],
  'speech-too-long': [
    {
      says: 'a speech of more paragraphs than a book has pages is an error at the first beyond them',
      text: digest(speech('市委书记 何砚：抓落实', ...Array.from({ length: 3001 }, (_, n) => `会议少了第${n}次。`))),
      told: 'error speech-too-long 3003:1',
      names: '何砚',
    },
    {
      says: 'a speech of more characters is an error at the paragraph in which they begin',
      text: digest(
        speech(
          '市委书记 何砚：抓落实',
          '会议少了。'.repeat(19_000),
          '开短会。'.repeat(24_000),
          '　说短话。'.repeat(4_000),
        ),
      ),
      told: 'error speech-too-long 5:2',
      names: '何砚',
    },
    {
      says: 'a speech of more points is an error at the paragraph in which they begin',
      text: digest(speech('市委书记 何砚：抓落实', '开短会。', '一是抓。二是管。'.repeat(1_501))),
      told: 'error speech-too-long 4:1',
      names: '何砚',
    },
  ],
  'around-too-long': [
    {
      says: 'more paragraphs above the first speech than it could have is an error at the first beyond them',
      text: [
        '会议发言摘登',
        ...Array.from({ length: 3001 }, (_, n) => `大家开了第${n}次会，很好。`),
        speech('市长 罗青：开短会'),
      ].join('\n'),
      told: 'error around-too-long 3002:1',
    },
  ],
  'title-too-long': [
    {
      says: 'a first paragraph of pages that would be the title is an error at it',
      text: [`会议开完了${'又开会了'.repeat(500)}`, speech('市长 罗青：开短会')].join('\n'),
      told: 'error title-too-long 1:1',
      names: '会议开完了',
    },
    {
      says: 'a headline of pages is an error at its speaker line',
      text: digest(`## 市长 | 罗青 | ${'开短会'.repeat(700)}\n会议少了三成。`),
      told: 'error title-too-long 2:1',
      names: '开短会',
    },
  ],
  'speaker-without-name': [
    {
      says: 'a speaker line that has titles and no name is an error at the titles',
      text: digest(speech('　市委书记：把心思用在干事上'), speech('市长 罗青：开短会')),
      told: 'error speaker-without-name 2:2',
      names: '市委书记',
    },
  ],
  'doubtful-name': [
    {
      says: 'a name that may begin at two places is a warning at the speaker line',
      text: digest(speech('　市文联陆明川：为时代立传'), speech('市教育局局长韩小桥：学有优教')),
      told: 'warning doubtful-name 2:2',
      names: '市文联陆明川',
    },
  ],
  'caption-mismatch': [
    {
      says: 'a caption with another’s name below the speaker line is a warning at the caption',
      text: digest(
        speech('市委书记 何砚：抓落实', '　　罗青', '做三件事。'),
        speech('市长 罗青：开短会', '罗青', '少了三成。'),
      ),
      told: 'warning caption-mismatch 3:3',
      names: '罗青',
    },
    {
      says: 'a misspelt caption of the only speaker is a warning',
      text: digest(speech('监委主任 崔颖：以铁纪立威', '崔峰', '做三件事。')),
      told: 'warning caption-mismatch 3:1',
      names: '崔峰',
    },
    {
      says: 'a misspelt caption with titles is a warning',
      text: digest(
        speech('监委主任 崔颖：以铁纪立威', '监委主任 崔峰', '做三件事。'),
        speech('市长 罗青：开短会', '市长 罗青', '少了三成。'),
        speech('县长 陆明：讲短话', '县长 陆明', '少了两成。'),
      ),
      told: 'warning caption-mismatch 3:1',
      names: '崔峰',
    },
  ],
  'name-in-text': [
    {
      says: 'a name alone inside a speech is a warning at the name',
      text: digest(
        speech('市委书记 何砚：抓落实', '何砚', '做三件事。', '　　陆明', '讲短话。'),
        speech('市长 罗青：开短会', '罗青', '少了三成。'),
      ),
      told: 'warning name-in-text 5:3',
      names: '陆明',
    },
  ],
  'empty-speech': [
    {
      says: 'a speaker without words is a warning at the speaker',
      text: digest('　市委书记 何砚：', speech('市长 罗青：开短会')),
      told: 'warning empty-speech 2:2',
      names: '何砚',
    },
  ],
  'text-after-detail': [
    {
      says: 'text behind the link that ends a speech is a warning at the text',
      text: digest(speech('市委书记 何砚：抓落实', '做三件事。详情》》', '　　少了三成。详情》》')),
      told: 'warning text-after-detail 4:3',
      names: '何砚',
    },
  ],
  'suspect-speaker-line': [
    {
      says: 'a line that stands where a speaker would, and may be none, is a warning at the line',
      text: '会议发言摘登\n市委书记 何砚：抓落实\n做三件事。\n　　李想委员说，要为更好发展。\n会议少了两成。\n市长 罗青：开短会\n少了三成。',
      told: 'warning suspect-speaker-line 4:3',
      names: '李想委员说',
    },
  ],
  'outline-restarts': [
    {
      says: 'an outline that begins again is a warning at its second 一、',
      text: digest(speech('市委书记 何砚：抓落实', '一、抓项目。好。', '二、抓作风。好。', '　　一、抓教育。好。')),
      told: 'warning outline-restarts 5:3',
      names: '一、',
    },
  ],
  'speaker-repeated': [
    {
      says: 'a speaker who appears twice is a warning at the second place',
      text: digest(speech('市委书记 何砚：抓落实'), speech('　市长 何砚：开短会')),
      told: 'warning speaker-repeated 4:2',
      names: '第 2 行',
    },
  ],
  'listed-without-speech': [
    {
      says: 'a name in the list at the top that nobody bears below is a warning in the list',
      text: digest(
        '何砚',
        '　陆明',
        '罗青',
        '■■市委书记何砚：',
        '抓落实',
        '做三件事。',
        '■■市长罗青：',
        '开短会',
        '少了三成。',
      ),
      told: 'warning listed-without-speech 3:2',
      names: '陆明',
    },
  ],
  'no-title': [
    {
      says: 'a digest that begins with a speaker has its name for a title, and a warning says so',
      text: `　${speech('市委书记 何砚：抓落实')}`,
      options: { name: '2031-03-02-实干' },
      told: 'warning no-title 1:2',
      names: '实干',
    },
  ],
  'date-mismatch': [
    {
      says: 'a date in the text that is not the file name’s is a warning',
      text: digest('2030年5月6日', speech('市委书记 何砚：抓落实')),
      options: { name: '2031-03-02-shigan' },
      told: 'warning date-mismatch 1:1',
      names: '2030-05-06',
    },
  ],
  'unknown-layout': [
    {
      says: 'a layout that does not exist is an error, and those that exist are named',
      text: `---\nlayout: nonesuch\n---\n${digest(speech('市委书记 何砚：抓落实'))}`,
      told: 'error unknown-layout 1:1',
      names: 'nonesuch',
    },
  ],
  'page-furniture-left-out': [
    {
      says: 'what a page puts around the text is told at its first line',
      text: digest(speech('市委书记 何砚：抓落实', '做三件事。', '　　上一篇：开会了', '打印 关闭')),
      told: 'info page-furniture-left-out 4:3',
      names: '上一篇：开会了',
    },
  ],
  // No text is known that nothing takes: that there is none is what the conservation tests say.
  'unplaced-text': [],
};

describe.each(Object.entries(fixtures).filter(([, cases]) => cases.length > 0))('%s', (_, cases) => {
  test.each(cases)('$says', async ({ text, options, told: wanted, names = '' }) => {
    const { findings } = await parse(text, options);
    expect(findings.map(told)).toEqual([wanted]);
    expect(findings[0]?.reason).toContain(names);
    expect(findings[0]?.note).not.toBe('');
  });
});

describe('the front matter', () => {
  test('has the last word on the layout', async () => {
    const text = digest(speech('市委书记 何砚：抓落实'));
    const { layout, findings } = await parse(`---\nlayout: titles-name-colon\n---\n${text}`);
    expect(layout?.id).toBe('titles-name-colon');
    expect(findings).toEqual([]);
  });

  test('has the last word on the date', async () => {
    const text = digest('2030年5月6日', speech('市委书记 何砚：抓落实'));
    const { edition, findings } = await parse(`---\ndate: 2031-03-02\n---\n${text}`, { name: '2029-01-01-shigan' });
    expect(edition.date).toBe('2031-03-02');
    expect(findings).toEqual([]);
  });
});

describe('an explicit speaker line settles a doubt', () => {
  const doubtful = '市文联陆明川：为时代立传';

  test.each([
    [
      'beside headlines on lines of their own',
      '念好山海经\n市长 罗青\n少了三成。\n\n种好责任田\n县长 陆明\n讲短话。\n',
    ],
    ['beside names behind the text', '少了三成。\n——罗青（市长）\n\n讲短话。\n——陆明（县长）\n'],
    ['beside speaker lines with a colon', '市长 罗青：念好山海经\n少了三成。\n县长 陆明：种好责任田\n讲短话。\n'],
  ])('%s', async (_, others) => {
    const { edition, findings } = await parse(`会议发言摘登\n\n${others}\n## 市文联 | 陆明川 | 为时代立传\n文物说话。`);
    expect(findings.map(told)).toEqual([]);
    expect(edition.speeches.at(-1)).toMatchObject({
      speaker: '陆明川',
      titles: ['市文联'],
      headline: '为时代立传',
      paragraphs: ['文物说话。'],
    });
  });

  test('as the register does', async () => {
    const text = digest(speech(doubtful), speech('市教育局局长韩小桥：学有优教'));
    const { edition, findings } = await parse(text, { register: ['明川'] });
    expect(findings).toEqual([]);
    expect(edition.speeches[0]).toMatchObject({ speaker: '明川', titles: ['市文联陆'] });
  });
});

describe('an imprint', () => {
  test('with two sources drops neither of them unseen', async () => {
    const { edition, findings } = await parse(
      digest('来源：新华网　原载：《云川日报》', speech('市长 罗青：念好山海经')),
    );
    const told = JSON.stringify([edition, findings.map(({ reason }) => reason)]);
    expect(told).toContain('新华网');
    expect(told).toContain('云川日报');
  });
});
