import { segmentBefore } from './before.js';
import type { Layout } from './layout.js';

/** `市工商联：…`: bodies speak, not persons. */
export const organisations: Layout = {
  id: 'organisations',
  name: { zh: '单位：标题', en: 'organisation: headline' },
  weight: 1,
  segment: segmentBefore,
  fits: ({ head }) => head.reading.kind === 'organisation',
};
