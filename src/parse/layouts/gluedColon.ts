import { segmentBefore } from './before.js';
import type { Layout } from './layout.js';

/** `市教育局局长罗青：办好…`: nothing between titles and name. */
export const gluedColon: Layout = {
  id: 'glued-colon',
  name: { zh: '职务姓名：标题', en: 'titlesname: headline' },
  weight: 1,
  segment: segmentBefore,
  fits: ({ head }) => head.form === 'colon' && head.reading.shape === 'glued',
};
