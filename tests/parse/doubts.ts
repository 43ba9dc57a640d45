import type { doubtRules } from '../../src/diagnostics/rules/doubts.js';
import type { ParseOptions } from './document.js';

export interface Fixture {
  /** A sentence that says what the editor hears. */
  says: string;
  text: string;
  options?: ParseOptions;
  /** Severity, rule, line and column. */
  told: string;
  /** Words of the reason: whom or what it names. */
  names?: string;
}

const gapped = [
  '会议发言摘登',
  '',
  '市委书记 何砚：抓落实',
  '会议少了三成。',
  '文件少了五成。',
  '干部下去了。',
  '',
  '市长 罗青：念好山海经',
  '山上种茶。',
  '海里养鱼。',
  '路也修通了。',
  '',
  '县长 陆明：讲短话',
  '话短了。',
  '事多了。',
];

/** Places that break the pattern of their own file: each might hide a lost or moved line. */
export const doubts: Record<keyof typeof doubtRules, Fixture[]> = {
  'gap-in-speech': [
    {
      says: 'an empty line inside a speech, where they stand only between speeches, is a warning below it',
      text: gapped.with(9, '').toSpliced(10, 0, '　　水库蓄满了。').join('\n'),
      told: 'warning gap-in-speech 11:3',
      names: '罗青',
    },
  ],
  'gap-missing': [
    {
      says: 'a speaker line that no empty line sets apart, unlike the others, is a warning',
      text: [
        ...gapped.slice(0, 11),
        ...gapped.slice(12),
        '',
        '　局长 韩小桥：办好学',
        '学校近了。',
        '',
        '局长 崔颖：看好病',
        '医院也近了。',
      ].join('\n'),
      told: 'warning gap-missing 12:1',
      names: '陆明',
    },
  ],
  'line-doubled': [
    {
      says: 'a line that stands twice in a row is a warning at the second',
      text: ['会议发言摘登', '市委书记 何砚：抓落实', '会议少了三成。', '　　会议少了三成。'].join('\n'),
      told: 'warning line-doubled 4:3',
      names: '会议少了三成',
    },
  ],
  'headline-in-speech': [
    {
      says: 'a line like a headline inside a speech, where headlines have lines of their own, is a warning',
      text: [
        '会议发言摘登',
        '市委书记 何砚',
        '把心思用在干事上',
        '会议少了三成。',
        '　　念好新时代的山海经',
        '山上种茶。',
        '县长 陆明',
        '让群众少跑腿',
        '话短了。',
      ].join('\n'),
      told: 'warning headline-in-speech 5:3',
      names: '何砚',
    },
  ],
  'bullet-in-speech': [
    {
      says: 'a second bullet in a text, where each text has one at its beginning, is a warning',
      text: [
        '会议发言摘登',
        '●会议少了三成。',
        '——何砚（市委书记）',
        '●山上种茶。',
        '　　●话短了。',
        '——陆明（县长）',
      ].join('\n'),
      told: 'warning bullet-in-speech 5:3',
      names: '陆明',
    },
  ],
  'caption-late': [
    {
      says: 'a caption that text has parted from its speaker line, unlike the others, is a warning',
      text: [
        '会议发言摘登',
        '市委书记 何砚：抓落实',
        '何砚',
        '会议少了三成。',
        '市长 罗青：念好山海经',
        '文件少了五成。',
        '　　罗青',
        '山上种茶。',
      ].join('\n'),
      told: 'warning caption-late 7:3',
      names: '罗青',
    },
  ],
  'number-missing': [
    {
      says: 'a number left out among numbered speakers is a warning at the next',
      text: [
        '会议发言摘登',
        '1. 市委书记 何砚：抓落实',
        '会议少了三成。',
        '2. 市长 罗青：念好山海经',
        '山上种茶。',
        '　4. 县长 陆明：讲短话',
        '话短了。',
      ].join('\n'),
      told: 'warning number-missing 6:2',
      names: '2',
    },
  ],
  'outline-continues': [
    {
      says: 'points that go on where those of the speech above left off are a warning at the speaker line',
      text: [
        '会议发言摘登',
        '市委书记 何砚：抓落实',
        '一、少开会。',
        '二、少发文。',
        '　市长 罗青：念好山海经',
        '三、山上种茶。',
        '四、海里养鱼。',
      ].join('\n'),
      told: 'warning outline-continues 5:2',
      names: '何砚',
    },
  ],
  'bars-unread': [
    {
      says: 'a heading with bars in another order than titles, name, headline is a warning',
      text: ['会议发言摘登', '市委书记 何砚：抓落实', '会议少了三成。', '　## 罗青 | 市长', '山上种茶。'].join('\n'),
      told: 'warning bars-unread 4:2',
      names: '罗青',
    },
    {
      says: 'a heading with a bar too many is a warning',
      text: [
        '会议发言摘登',
        '市委书记 何砚：抓落实',
        '会议少了三成。',
        '## 市长 | 罗青 | 念好 | 山海经',
        '山上种茶。',
      ].join('\n'),
      told: 'warning bars-unread 4:1',
      names: '市长 | 罗青',
    },
  ],
  'titles-behind-colon': [
    {
      says: 'titles behind the colon, where a headline would stand, are a warning',
      text: [
        '会议发言摘登',
        '　李青：市税务局派驻石桥村第一书记',
        '账上有钱了。',
        '韩小桥：让书屋亮着灯',
        '书屋开了。',
      ].join('\n'),
      told: 'warning titles-behind-colon 2:2',
      names: '市税务局派驻石桥村第一书记',
    },
  ],
  'signature-unread': [
    {
      says: 'a short line with a dash that names nobody, where dashes sign the texts, is a warning',
      text: [
        '会议发言摘登',
        '会议少了三成。',
        '——何砚（市委书记）',
        '山上种茶。',
        '　——一位老村民',
        '话短了。',
        '——陆明（县长）',
      ].join('\n'),
      told: 'warning signature-unread 5:2',
      names: '一位老村民',
    },
  ],
  'suspect-in-lede': [
    {
      says: 'a line above the first speaker that names someone is a warning',
      text: ['会议发言摘登', '　王芳委员说，报告实事求是。', '市委书记 何砚：抓落实', '会议少了三成。'].join('\n'),
      told: 'warning suspect-in-lede 2:2',
      names: '王芳委员说',
    },
  ],
  'odd-speaker-line': [
    {
      says: 'a speaker line set unlike the others, that may be a quotation, is a warning',
      text: [
        '会议发言摘登',
        '市委书记 何砚：抓落实',
        '会议少了三成。',
        '市长 罗青：念好山海经',
        '山上种茶。',
        '　村民王大爷：“路修好了，日子好了。”',
        '下一步修桥。',
      ].join('\n'),
      told: 'warning odd-speaker-line 6:2',
      names: '王大爷',
    },
  ],
  'doubtful-speaker': [
    {
      says: 'a first speaker line that may tell of another meeting is a warning',
      text: ['会议发言摘登', '　副市长 马骁认为：要扩大开放。', '市长 罗青：念好山海经', '山上种茶。'].join('\n'),
      told: 'warning doubtful-speaker 2:2',
      names: '马骁',
    },
  ],
  'host-goes-on': [
    {
      says: 'a second paragraph of a host between speeches with headlines is a warning at it',
      text: [
        '会议发言摘登',
        '市委书记 何砚：抓落实',
        '会议少了三成。',
        '主持人：谢谢。',
        '　　文件少了五成。',
        '市长 罗青：念好山海经',
        '山上种茶。',
      ].join('\n'),
      told: 'warning host-goes-on 5:3',
      names: '主持人',
    },
  ],
  'several-speakers': [
    {
      says: 'two speakers who share a turn are a warning at their names, and the words are nobody’s',
      text: [
        '会议发言摘登',
        '市委书记 何砚：抓落实',
        '会议少了三成。',
        '　县长 陆明、局长 韩小桥：讲短话',
        '话短了。',
      ].join('\n'),
      told: 'warning several-speakers 4:2',
      names: '县长 陆明、局长 韩小桥',
    },
  ],
  'answer-unsigned': [
    {
      says: 'a paragraph below a question, where only those who ask are named, is a warning',
      text: ['走进直播间', '主持人：先谈谈路。', '　　路修通了。', '主持人：再谈谈桥。'].join('\n'),
      told: 'warning answer-unsigned 3:3',
      names: '主持人',
    },
  ],
  'unsigned-text': [
    {
      says: 'a text below the last name, where names stand below the texts, is a warning',
      text: [
        '会议发言摘登',
        '会议少了三成。',
        '——何砚（市委书记）',
        '山上种茶。',
        '——罗青（市长）',
        '　　话短了。',
      ].join('\n'),
      told: 'warning unsigned-text 6:3',
      names: '罗青',
    },
  ],
};
