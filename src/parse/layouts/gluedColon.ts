import type { Layout } from './layout.js';

/** `市教育局局长罗青：办好…`: nothing between titles and name. */
export const gluedColon: Layout = {
  id: 'glued-colon',
  name: { zh: '职务姓名：标题', en: 'titlesname: headline' },
  example: `奋战四季度
市教育局局长罗青：办好家门口的学校
今年新改扩建学校9所。
市卫生健康委主任诸葛明远：让看病更近
全市新增床位600张。`,
  fits: ({ head }) => head.form === 'colon' && head.reading.shape === 'glued',
};
