import { unitAt } from '../../typography/unitAt.js';
import { unitsOf } from '../../typography/units.js';
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
  `(?:交流|大会|典型|表态|书面|现场|互动)?(?:发言|交流|提问)(?:材料)?之?${NUMBER}`,
].join('|');
const NAMED =
  '(?:现场|书面|视频|大会|典型|表态|经验|互动|自由|分组|集中)?(?:发言|交流|讨论|问答|提问|互动|点评|研讨)(?:环节|材料|选登|摘登)?';
const GROUP = new RegExp(
  `^[【\\[（(■●◆▲★□◇▪▶►※◎○—―·\\s]*(?:(?:${NUMBERED})(?:[：:·　\\s—―].{0,30})?|${NAMED})[】\\]）)\\s]*$`,
  'u',
);
const GROUP_FIRST = unitsOf('【[（(■●◆▲★□◇▪▶►※◎○—―·第上下前后分专圆主环单板平话议问交大典表书现互视经自集发提问讨研点');
const AFTERWORD =
  /^[【[（(]?\s*(?:编后|编后语|编者后记|编余|后记|结语|结束语|记者手记|采访手记|采编手记|编辑手记|短评|微评|链接|新闻链接|背景链接|相关背景|名词解释)\s*(?:[】\]）)]|[：:]|$)|^[（(]?(?:以上|本文)(?:内容|发言|文字)?均?(?:根据|由|系).{2,40}(?:整理|审阅|审定)/u;

/** @returns whether the line heads those that follow: 第二组, 上半场, 交流发言之二 */
export function isGroupHead(text: string): boolean {
  return text.length <= 40 && GROUP_FIRST[unitAt(text, 0)] === 1 && GROUP.test(text);
}

const AFTERWORD_FIRST = unitsOf('【[（(编后结记采短微链新背相名以本');

/** @returns whether the editor speaks from here on: 编后：, 记者手记 */
export function isAfterword(line: Line): boolean {
  return AFTERWORD_FIRST[unitAt(line.text, line.content.start)] === 1 && AFTERWORD.test(line.trimmed);
}
