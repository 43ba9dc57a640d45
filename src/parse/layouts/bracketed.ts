import type { Layout } from './layout.js';

/** `【市财政局局长 罗青】过紧日子`: brackets in place of a colon. */
export const bracketed: Layout = {
  id: 'bracketed',
  name: { zh: '【职务 姓名】标题', en: '[titles name] headline' },
  example: `务虚会发言摘要
【市发展改革委主任 何砚】谋深谋实重大项目
储备项目210个。
【市财政局局长 罗青】过紧日子、办大事情
一般性支出压减8%。`,
  fits: ({ head }) => head.form === 'bracket',
};
