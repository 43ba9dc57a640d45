import type { Layout } from './layout.js';

/** One speech alone in a file: title, ——在…上的讲话, titles name, (date), text. */
export const singleSpeech: Layout = {
  id: 'single-speech',
  name: { zh: '单篇讲话', en: 'one speech alone' },
  example: `迎难而上 再立新功
——在全市重点工程总结大会上的讲话
市委书记 何砚
（2031年3月2日）
同志们：
今天我们在这里召开大会。
一、成绩来之不易
去年完成投资300亿元。`,
  fits: ({ titled }) => titled === true,
};
