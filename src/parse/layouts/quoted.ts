import { segmentBefore } from './before.js';
import type { Layout } from './layout.js';
import { textOf } from '../text/span.js';

/** The whole speech in quotation marks behind the colon, without a headline. */
export const quoted: Layout = {
  id: 'quoted',
  name: { zh: '职务 姓名：“发言全文”', en: 'titles name: “the whole speech”' },
  weight: 1,
  segment: segmentBefore,
  fits: ({ head, text }) => head.form === 'colon' && text !== null && /^[“「『"‘]/u.test(textOf(text.line.text, text.span)),
};
