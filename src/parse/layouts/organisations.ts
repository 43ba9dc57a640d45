import type { Layout } from './layout.js';

/** `市工商联：…`: bodies speak, not persons. */
export const organisations: Layout = {
  id: 'organisations',
  name: { zh: '单位：标题', en: 'organisation: headline' },
  example: `全市重点工作推进会交流发言
市工商联：当好企业的娘家人
今年走访企业1200家。
市妇联：守护一家老小
建成儿童之家86个。`,
  fits: ({ head }) => head.reading.kind === 'organisation' && head.form !== 'bare',
};
