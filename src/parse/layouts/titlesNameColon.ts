import { segmentBefore } from './before.js';
import type { Layout } from './layout.js';

/** `市委常委 徐善斌：为…提供保障`: a space between titles and name, the headline behind the colon. */
export const titlesNameColon: Layout = {
  id: 'titles-name-colon',
  name: { zh: '职务 姓名：标题', en: 'titles name: headline' },
  weight: 1,
  segment: segmentBefore,
  fits: ({ head }) => head.form === 'colon' && head.reading.shape === 'spaced' && head.rest.end > head.rest.start,
};
