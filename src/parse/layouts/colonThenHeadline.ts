import type { Layout } from './layout.js';

/** `■■市政协委员，律师罗青：` with the headline on the next line. */
export const colonThenHeadline: Layout = {
  id: 'colon-then-headline',
  name: { zh: '职务姓名：（标题在下一行）', en: 'titles name: (headline on the next line)' },
  example: `凝聚共识 建言资政
■■市政协委员，博物馆馆长何砚：
让文物说话
全市馆藏文物8万件。
■■市政协委员，律师罗青：
把法律送到田头
去年办结援助案件430件。`,
  fits: ({ head, headline }) => head.form === 'colon' && headline !== null && headline.line !== head.line,
};
