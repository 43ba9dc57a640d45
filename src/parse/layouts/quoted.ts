import { textOf } from '../text/span.js';
import type { Layout } from './layout.js';

/** The whole speech in quotation marks behind the colon, without a headline. */
export const quoted: Layout = {
  id: 'quoted',
  name: { zh: '职务 姓名：“发言全文”', en: 'titles name: “the whole speech”' },
  example: `委员热议政府工作报告
市政协委员 何砚：“报告里的‘一件事’，说的就是群众身边的事。”
市人大代表 罗青：“我要把会议精神带回车间，讲给每一个工友听。”`,
  fits: ({ head, text }) =>
    head.form === 'colon' && text !== null && /^[“「『"‘]/u.test(textOf(text.line.text, text.span)),
};
