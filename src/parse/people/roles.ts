import { unitsOf } from '../../typography/units.js';
import { officeAtEnd } from './offices.js';

const ROLES = new Set(
  '主持人 主持 司仪 记者 提问 提问者 问 答 旁白 画外音 解说 解说词 翻译 主席 代主席 代理主席 会议主席 审判长 播报 记者出镜 主持人问 记者问 主持人提问 主播 导语 口播 配音 导播 领读人 领学人 点评人 报告人 宣讲人 主讲人 与谈人 原告 被告 被告人 公诉人 辩护人 代理人 被告代理人 原告代理人 上诉人 被上诉人 书记员 提问人 答复人 申请人 被申请人 听证人 陈述人 见证人 朗诵者 朗读者 主持詞 記者 問'.split(
    ' ',
  ),
);
/** Many may be meant by these: whoever is quoted inside a speech is often one of them. */
const GROUPS = new Set(
  '网民 网友 观众 听众 群众 现场群众 与会人员 与会代表 众人 全场 嘉宾 学员 村民代表 企业代表 村民 居民 市民 学生 家长 读者 職工 觀眾 網友'.split(
    ' ',
  ),
);

/** 网友“山那边的风”, 网友@小满. */
const NICKNAMED =
  /^(?:网友|網友|网民|網民|观众|听众|读者|市民|粉丝)\p{White_Space}*(?:[“「『"][^”」』"]{1,16}[”」』"]|@[^\p{White_Space}：:]{1,16})$|^(?:网友|網友|网民|網民)\p{White_Space}+[\p{Script=Han}A-Za-z\d]{2,12}$/u;

const ROLE_LAST = unitsOf(
  '”」』"者问话言持人辩ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789甲乙丙丁戊己一二三四五',
);

/** True for who speaks without a name: 主持人, 本报记者, 网友“小满”, 问. */
export function isRole(text: string): boolean {
  if (ROLES.has(text) || GROUPS.has(text)) return true;
  // What each pattern below ends with.
  if (text.length > 24 || (ROLE_LAST[text.charCodeAt(text.length - 1)] !== 1 && !text.includes('@'))) return false;
  if (/[@”」』"]/u.test(text) && NICKNAMED.test(text)) return true;
  if (/^[\p{Script=Han}《》“”]{2,18}(?:记者|記者)$/u.test(text) && officeAtEnd(text.slice(0, -2)) === null) return true;
  if (/^(?:网友|記者|记者|观众|群众|听众|学生|村民|市民)(?:提问|追问|问|插话|留言)$/u.test(text)) return true;
  if (/^\p{Script=Han}{2,6}主持人?$/u.test(text)) return true;
  return LETTERED.test(text) || /^(?:发言人|说话人|讲话人|嘉宾)\s?\d{1,2}$|^[正反]方[一二三四]辩$/u.test(text);
}

/** 村民代表甲, 学生乙, 记者B: one of several without names. */
const LETTERED =
  /^(?:\p{Script=Han}{0,4}(?:主持人|记者|网友|群众|嘉宾|观众|村民|居民|市民|学生|同学|代表|委员|家长|员工|问|答|男|女)[A-Za-z0-9甲乙丙丁戊己一二三四五]|\p{Script=Han}{1,5}(?:[者员人民客友众主商户工]|股东|顾客)[A-Z\d甲乙丙丁])$/u;

/** True for 群众, 村民, 网友“小满”. */
export function isGroup(text: string): boolean {
  return GROUPS.has(text) || NICKNAMED.test(text);
}

/** What a person is called by who is not called by a name. */
const SOMEONE =
  /(?:[人者员友众民生师家客妈爷叔姐哥嫂婆童兵某方]|先生|女士|小姐|代表|同学|老师|朋友|学霸|博主|粉丝|男|女|合|甲|乙|丙|丁)[A-Za-z\d]?$/u;

/** 后排的一位老先生, 大学生志愿者 */
export function callsSomeone(label: string): boolean {
  return SOMEONE.test(label.replace(/[（(][^（()）]*[）)]$/u, ''));
}
