import { segmentBefore } from './before.js';
import type { Layout } from './layout.js';

/** The speaker lines that an editor writes to settle any doubt. */
export const explicit: Layout = {
  id: 'explicit',
  name: { zh: '## 职务 | 姓名 | 标题', en: '## titles | name | headline' },
  weight: 1,
  segment: segmentBefore,
  fits: ({ head }) => head.form === 'explicit',
};
