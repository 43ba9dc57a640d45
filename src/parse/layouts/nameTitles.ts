import { segmentBefore } from './before.js';
import type { Layout } from './layout.js';

/** `何砚（云川县县长）：这份报告…`: the name first. */
export const nameTitles: Layout = {
  id: 'name-titles',
  name: { zh: '姓名（职务）：正文', en: 'name (titles): text' },
  weight: 1,
  segment: segmentBefore,
  fits: ({ head }) => head.form !== 'explicit' && head.reading.shape === 'name-titles',
};
