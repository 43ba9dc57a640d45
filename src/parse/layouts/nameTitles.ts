import type { Layout } from './layout.js';

/** `何砚（云川县县长）：这份报告…`: the name first. */
export const nameTitles: Layout = {
  id: 'name-titles',
  name: { zh: '姓名（职务）：正文', en: 'name (titles): text' },
  example: `代表热议政府工作报告
何砚（云川县县长）：这份报告务实、提气。我们将对标落实。
罗青（女）（市第一中学校长）：教育投入又增加了，我们信心更足。`,
  fits: ({ head, after }) =>
    !after && head.form !== 'explicit' && head.form !== 'bare' && head.reading.shape === 'name-titles',
};
