import type { Layout } from './layout.js';

/** The text first, then `——name（titles）`. */
export const attributionAfter: Layout = {
  id: 'attribution-after',
  name: { zh: '正文在前，——姓名（职务）在后', en: 'text first, then —— name (titles)' },
  example: `基层代表的心里话

种了一辈子地，最盼的就是水。
——何砚（青石村党支部书记）

孩子们有了操场，笑声都不一样了。
——罗青（乡村教师）`,
  fits: ({ after }) => after,
};
