import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
import { isOrganisation } from '../people/offices.js';
import type { Line } from '../text/line.js';

/**
 * Words that are nobody's, between two speeches or behind the last (contract, `asides`): the head of a group, a serial
 * line, the editor's afterword.
 */
const NUMBER = '[一二三四五六七八九十\\d]{1,3}';
const NUMBERED = [
  `第${NUMBER}(?:组|小组|场|单元|环节|阶段|篇章|部分|代表团|分会场|专题|板块|轮|批|天|日|讲)`,
  '(?:上|下|前|后)半(?:场|段)|(?:上|下)午(?:场|会议)?',
  `(?:分论坛|分会场|专题|圆桌|主题|环节|单元|板块|平行论坛|话题|议题|议程|问题)${NUMBER}`,
  `(?:材料|案例|篇目|专题发言|发言摘登|发言选登|交流材料|讲述|故事)(?:之)?(?:${NUMBER}|[①-⑳])`,
  `(?:交流|大会|典型|表态|书面|现场|互动)?(?:发言|交流|提问)(?:材料)?之?${NUMBER}`,
].join('|');
const NAMED =
  '(?:现场|书面|视频|大会|典型|表态|经验|互动|自由|分组|集中)?(?:发言|交流|讨论|问答|提问|互动|点评|研讨)(?:环节|材料|选登|摘登)?';
/** 以下为书面发言： */
const BELOW = '以下[为是]\\p{Script=Han}{2,10}[：:]?';
const GROUP = new RegExp(
  `^[【\\[（(■●◆▲★□◇▪▶►※◎○—―·\\s]*(?:(?:${NUMBERED})(?:[：:·　\\s—―].{0,30})?|${NAMED}|${BELOW}|(?<=[【（(\\[])\\p{Script=Han}{1,8}(?:组|代表团|界别|专场)(?=[】）)\\]]))[】\\]）)\\s]*$`,
  'u',
);
const GROUP_FIRST = unitsOf(
  '【[（(■●◆▲★□◇▪▶►※◎○—―·以材案篇讲故第上下前后分专圆主环单板平话议问交大典表书现互视经自集发提问讨研点',
);
const AFTERWORD =
  /^[【[（(■●◆▲]?\s*(?:编后|编后语|编者后记|编余|后记|结语|结束语|记者手记|采访手记|采编手记|编辑手记|短评|微评|链接|(?:相关|新闻|背景|知识|延伸|资料)链接|(?:相关|新闻)背景|背景(?:资料|介绍)|名词解释|小贴士|编辑点评|本报评论|记者观察|延伸阅读)\s*(?:[】\]）)]|[：:　]|$)|^会议(?:议定|决定|要求|强调|认为|明确|研究)(?:如下|以下事项)?[：:]$|^[（(]?(?:以上|本文)(?:内容|发言|文字)?均?(?:根据|由|系).{2,40}(?:整理|审阅|审定)/u;

/** @returns whether the line heads those that follow: 第二组, 上半场, 交流发言之二 */
export function isGroupHead(text: string): boolean {
  if (text.length > 40 || GROUP_FIRST[unitAt(text, 0)] !== 1) return false;
  return GROUP.test(text) || /^[—―─]{2,3}\s*\p{Script=Han}{2,10}\s*[—―─]{2,3}$/u.test(text);
}

const AFTERWORD_FIRST = unitsOf('【[（(■●◆▲编后结记采短微链新背相名以本知延资小会');

/** @returns whether the editor speaks from here on: 编后：, 记者手记 */
export function isAfterword(line: Line): boolean {
  return AFTERWORD_FIRST[unitAt(line.text, line.content.start)] === 1 && AFTERWORD.test(line.trimmed);
}

/** （播放短片）, （本文有删节）: behind the words, what happened or what was done to them. 01 is the next card's number. */
const REMARK =
  /^[（(【[](?!上接|下接|下转|上转|紧接)[^（()）【】[\]：:]{2,40}[）)】\]]$|^[（(]\s*(?:编者注|编者按|编注|注|附|说明|名词解释)[：:　].*[）)]$|^[①-⑳㈠-㈩]$|^\d{1,2}\s?[/.、]$|^(?:NO\.?\s?|Part\s?)?\d{1,2}$/iu;

/** @returns whether the line, where it closes the words of a speech, is no part of them */
/** 会议记录：墨池, 报：市委改革办: what closes a document. */
const CLOSING = /^[\p{Script=Han}\s]{1,8}[:：][^。！？!?]{1,40}$/u;

export function closesDocument(text: string): boolean {
  return CLOSING.test(text) || (text.length > 4 && text.length < 24 && isOrganisation(text));
}

export function isRemarkBehind(text: string): boolean {
  return text.length <= 200 && REMARK.test(text);
}
