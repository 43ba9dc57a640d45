import { segmentBefore } from './before.js';
import type { Layout } from './layout.js';

/** `何砚：` and `主持人：` by turns; a person speaks again and again. */
export const transcript: Layout = {
  id: 'transcript',
  name: { zh: '实录（姓名：发言，轮流发言）', en: 'transcript (name: text, by turns)' },
  weight: 1,
  segment: segmentBefore,
  fits: ({ head }) => head.form === 'colon' && (head.reading.shape === 'name' || head.reading.shape === 'role'),
};
