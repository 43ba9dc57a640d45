import { segmentBefore } from './before.js';
import type { Layout } from './layout.js';

/** `【市财政局局长 罗青】过紧日子`: brackets in place of a colon. */
export const bracketed: Layout = {
  id: 'bracketed',
  name: { zh: '【职务 姓名】标题', en: '[titles name] headline' },
  weight: 1,
  segment: segmentBefore,
  fits: ({ head }) => head.form === 'bracket',
};
