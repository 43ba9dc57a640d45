import type { Layout } from './layout.js';

/** `市委常委 徐善斌：为…提供保障`: a space between titles and name, the headline behind the colon. */
export const titlesNameColon: Layout = {
  id: 'titles-name-colon',
  name: { zh: '职务 姓名：标题', en: 'titles name: headline' },
  example: `稳中求进开新局 合力攻坚迎大考
区委常委、河东街道（高新园）党工委书记 陆明：把链条做长
陆明
今年以来，河东街道新签约项目12个。下面我讲两点：
一、强链补链。紧盯龙头企业，做长做粗产业链条。详情》》》
副区长 何砚：让群众少跑一趟
何砚
一是精简材料。能减则减。二是压缩时限。能快则快。详情》》》`,
  fits: ({ head }) => head.form === 'colon' && head.reading.shape === 'spaced' && head.rest.end > head.rest.start,
};
