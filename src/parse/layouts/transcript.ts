import type { Layout } from './layout.js';

/** `何砚：` and `主持人：` by turns; a person speaks again and again. */
export const transcript: Layout = {
  id: 'transcript',
  name: { zh: '实录（姓名：发言，轮流发言）', en: 'transcript (name: text, by turns)' },
  example: `古城保护座谈实录
主持人：
请何主任先谈谈。
何砚：
古城保护，保的是生活。
罗青：
所以要立规矩。
何砚：
立规矩之外，还要算账。`,
  fits: ({ head }) => head.form === 'colon' && (head.reading.shape === 'name' || head.reading.shape === 'role'),
};
