import { segmentBefore } from './before.js';
import type { Layout } from './layout.js';

/** `■■市政协委员，律师罗青：` with the headline on the next line. */
export const colonThenHeadline: Layout = {
  id: 'colon-then-headline',
  name: { zh: '职务姓名：（标题在下一行）', en: 'titles name: (headline on the next line)' },
  weight: 1,
  segment: segmentBefore,
  fits: ({ head, headline }) => head.form === 'colon' && headline !== null && headline.line !== head.line,
};
