import type { Layout } from './layout.js';

/** The speaker lines that an editor writes to settle any doubt. */
export const explicit: Layout = {
  id: 'explicit',
  name: { zh: '## 职务 | 姓名 | 标题', en: '## titles | name | headline' },
  example: `文艺座谈会发言摘登
## 市文联 | 陆明川 | 让好戏常演常新
今年下乡演出320场。
## 市作协主席、编剧 | 阿依·热合曼 | 写身边人
我写的都是身边的人和事。`,
  fits: ({ head }) => head.form === 'explicit',
};
