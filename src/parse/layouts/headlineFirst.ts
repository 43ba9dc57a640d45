import type { Layout } from './layout.js';

/** The headline on a line of its own, then `titles name` without a colon, before or behind it. */
export const headlineFirst: Layout = {
  id: 'headline-first',
  name: { zh: '标题在前，职务姓名另起一行', en: 'headline first, titles and name on a line of their own' },
  example: `全市法院系统先进事迹报告会发言摘登

守住初心
市法院原审判庭副庭长　何砚
我在审判台前坐了二十年。

脚下有泥
云川县法院院长　罗青
巡回法庭去年走了110个村。`,
  fits: ({ head, after, titled }) =>
    !after &&
    titled !== true &&
    (head.form === 'bare' || head.form === 'dash' || head.form === 'signature' || head.form === 'byline'),
};
