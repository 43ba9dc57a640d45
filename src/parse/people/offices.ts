import { unitAt } from '../../typography/unitAt.js';
import { unitsOf, WHITE_SPACE } from '../../typography/units.js';
import { depths } from '../text/marks.js';
import type { Span } from '../text/span.js';

/** Words that end a title. Long ones matter where title and name are glued: 市教育局局长|罗青. */
const OFFICES =
  'CEO CFO CTO COO CIO CMO CSO CPO VP ' +
  '书记 支书 市长 区长 县长 镇长 乡长 省长 州长 盟长 旗长 村长 局长 处长 科长 股长 所长 站长 部长 司长 厅长 署长 主任 主席 会长 理事长 理事 监事长 监事 院长 校长 园长 馆长 台长 社长 ' +
  '总编辑 总编 主编 编辑 记者 行长 董事长 董事 总经理 经理 厂长 矿长 总裁 总监 工程师 会计师 经济师 规划师 设计师 农艺师 畜牧师 庭长 法官 检察长 检察官 检察员 审判员 审判长 政委 司令员 司令 参谋长 团长 师长 旅长 连长 营长 排长 班长 ' +
  '支队长 大队长 中队长 队长 组长 秘书长 秘书 常委 委员长 委员 代表 主委 书记员 调研员 巡视员 专员 督学 督察 教授 讲师 教师 老师 教员 研究员 院士 博士 硕士 医生 医师 大夫 护士长 护士 药师 律师 公证员 ' +
  '村民 居民 市民 农民 工人 职工 党员 学生 校友 村医 乡贤 干部 负责人 负责同志 发言人 带头人 传承人 创始人 合伙人 经纪人 主持人 法人代表 农场主 船长 机长 列车长 司机 驾驶员 快递员 快递小哥 外卖骑手 骑手 网格员 网格长 社工 志愿者 指导员 辅导员 教练 运动员 演员 作家 诗人 ' +
  '画家 书法家 艺术家 企业家 导演 顾问 专家 学者 参事 馆员 讲解员 飞行员 民警 交警 警官 辅警 消防员 战士 士官 老兵 军人 阿訇 法师 住持 道长 牧师 主教 干事 领队 技师 技术员 安全员 质检员 电工 焊工 操作工 匠人 工匠 劳模 模范 标兵 嘉宾 家长 业主 商户 店主 老板 个体户 ' +
  '参赞 大使 领事 裁判 球员 队员 组员 成员 社员 会员 理事 护林员 饲养员 种植户 养殖户 大户 户长 楼长 街长 河长 林长 路长 链长 首席 总师 总医师 组织员 监督员 调解员 人民陪审员 陪审员 仲裁员 宣讲员 通讯员 播音员 主播 厨师 裁缝 木匠 石匠 花农 果农 茶农 菜农 渔民 牧民 矿工 环卫工 保洁员 保安 站务员 乘务员 ' +
  '英雄 一辩 二辩 三辩 四辩 阿姨 村官 创业者 摆渡人 青年 先锋 好人 能手 之星 先进个人 首席专家 警长 教研员 議員 召集人 牵头人 参与者 亲历者 获奖者 ' +
  '主管 推广人 田长 段长 湖长 湾长 店长 巷长 片长 室长 舍长 寝室长 单元长 组团长 选手 辩手 会长单位 法务 财务 客服 店员 食客 股东 投资者 高管 主厨 大厨 学徒 护工 月嫂 门卫 住户 房东 租客 游客 旅客 乘客 顾客 患者 病人 亲属 遗属 组委 评委 评审 总工 副总 学长 学姐 课代表 毕业生 新生 本科生 博主 达人 网红 群主 出纳 审计 大副 二副 船员 水手 状元 冠军 名师 名医 侨胞 侨领 台胞 台商 港商 外商 客商 羊倌 马倌 猎人 渔夫 摊主 车主 房主 馆长 室主任 书画家 收藏家 主刀 队医 校医 场长 庄主 船主 楼栋长 哨长 哨兵 边民 移民 侨民 考生 班长 学委 团支书 村支书 支委 纪检委员 宣传委员 组织委员 驻村干部 第一书记 ' +
  '主任委员 特派员 联络员 观察员 评论员 政协委员 人大代表 党代表 党务工作者 工作者 从业者 经营者 创业者 获得者 研究生 博士后 大学生 留学生 家属 烈属 候选人 助理 书记处书记 国务委员 总理 主理人 班主任 教导主任 会计 出纳 文书 秘书 馆主 堂主 族长 酋长 伊玛目 活佛 堪布';
const TRADITIONAL =
  '書記 支書 市長 區長 縣長 鎮長 鄉長 省長 局長 處長 科長 所長 站長 部長 司長 廳長 署長 會長 理事長 院長 校長 園長 館長 台長 臺長 社長 總編輯 主編 編輯 記者 行長 董事長 總經理 經理 廠長 總裁 總監 工程師 會計師 設計師 法官 檢察長 檢察官 團長 隊長 組長 秘書長 秘書 常委 委員 委員長 代表 主席 主任 教授 講師 教師 老師 研究員 醫生 醫師 護士 律師 村民 居民 農民 工人 職工 黨員 學生 負責人 發言人 創始人 顧問 專家 學者 村長 里長 議員 議長';
const offices = new Set(`${OFFICES} ${TRADITIONAL}`.split(' '));
/** The last characters of all offices: most texts end in none of them. */
const OFFICE_LAST = unitsOf([...offices].map((word) => word.slice(-1)).join(''));
const longestOffice = Math.max(...[...offices].map((word) => word.length));

/** The last character of words for what a person does, where the list has no word: 喂马员, 营造师. */
const PERSON_ENDING = /[长長员員师師家人工手者生主委席授士警官兵匠户农民商童]$/u;

const ORGANISATION =
  /(?:局|办|委|厅|部|院|校|会|會|联|聯|社|团|協|协|公司|集团|集團|银行|支行|分行|中心|政府|街道|镇|鎮|乡|鄉|村|社区|社區|县|縣|市|区|區|省|州|企业|厂|馆|館|所|站|队|党组|党委|支部|党支部|总支|开发区|园区|管委会|中学|小学|大学|学院|医院|检察院|法院|商会|协会|学会|工会|妇联|团委|工商联|文联|科协|侨联|残联|社科联|台联|党工委|合作社|联社|组|界|界别|代表团|民盟|民建|民进|民革|农工党|致公党|台盟|九三学社|课题组|专班|指挥部|窗口|班子|班|年级|支队|大队|基地|实验室|研究所|报社|电视台|电台|工作室|诗社|书社|俱乐部|联盟|剧团|乐团|民宿|餐厅|酒店|商店|书店|农场|茶厂|办事处|处|科室|室|科|股|车间|幼儿园|门诊|事业部|业委会|居委|村委|市场|超市|项目组|摄制组|系)$/u;

/** @returns false where no office ends with the character at the offset */
export function mayEndOffice(text: string, at: number): boolean {
  return OFFICE_LAST[unitAt(text, at)] === 1;
}

/**
 * The office that a text ends with, where the text ends in a word from the list.
 * @param text a title, or a title glued to nothing
 * @returns the longest such word, or null
 */
export function officeAtEnd(text: string): string | null {
  if (!mayEndOffice(text, text.length - 1)) return null;
  for (let length = Math.min(longestOffice, text.length); length >= 2; length--) {
    const word = text.slice(-length);
    if (offices.has(word)) return word;
  }
  return text === '律师' ? text : null;
}

/** True when some office stands in the text. */
export function holdsOffice(text: string): boolean {
  for (let end = 2; end <= text.length; end++)
    if (mayEndOffice(text, end - 1) && officeAtEnd(text.slice(0, end)) !== null) return true;
  return false;
}

/** True when the text names an office or what a person does: it can stand alone as a title. */
export function isOffice(text: string): boolean {
  const bare =
    text.endsWith('）') || text.endsWith(')') ? text.replace(/[（(][^（）()]*[）)]$/u, '').trim() : text.trim();
  return officeAtEnd(bare) !== null || (bare.length > 2 && PERSON_ENDING.test(bare.slice(-1)));
}

/** True when the text names a body: 市工商联, 河东街道, 民盟云川市委. */
export function isOrganisation(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 40 &&
    // Its last words are short, and a longer text would be searched from its beginning.
    (ORGANISATION.test(text.slice(-8)) || /^(?:民盟|民建|民进|民革|农工党|致公党|台盟|九三学社).+委$/u.test(text))
  );
}

/** Sex, nationality and party: remarks about a person that are no titles. */
const NOTE =
  /^(?:女|男|[\p{Script=Han}]{1,6}族|中共党员|中共|共产党员|预备党员|无党派|無黨派|无党派人士|民盟|民建|民进|民革|农工党|致公党|台盟|九三学社|群众|已故|兼|代|挂职|列席|补充|插话|左|右|中|左[一二三四]|右[一二三四]|连线|线上|特邀|特邀代表|书面|书面发言|视频发言|港澳|台湾|香港|澳门|归侨|\d{1,3}岁|[一二三四五六七八九十]{1,4}岁|\d{1,2}後|\d{2}后)$/u;

/** 浙江嵊州人; 候选人 is an office. */
const NATIVE = /^\p{Script=Han}{2,8}人$/u;

export function isNote(text: string): boolean {
  const note = text.trim();
  return NOTE.test(note) || (NATIVE.test(note) && officeAtEnd(note) === null);
}

/**
 * Splits titles at 、 and comma outside brackets and quotes, and at a space between two titles. A piece that
 * names no office (市委、市政府副秘书长) stays with the next; 兼 and 原 never split.
 * @returns offsets into `text`
 */
export function splitTitles(text: string): Span[] {
  const depth = depths(text);
  const pieces: Span[] = [];
  let start = 0;
  const close = (end: number, force: boolean) => {
    const piece = trimmed(text, start, end);
    if (piece.end <= piece.start) return;
    if (!force && !isOffice(text.slice(piece.start, piece.end))) return;
    pieces.push(piece);
    start = end;
  };
  const { length } = text;
  for (let at = 0; at < length; at++) {
    if (SEPARATORS[unitAt(text, at)] !== 1 || depth[at] !== 0) continue;
    const before = pieces.length;
    close(at, false);
    if (pieces.length > before || text.slice(start, at).trim() === '') start = at + 1;
  }
  close(text.length, true);
  return pieces;
}

const SEPARATORS = unitsOf(`、,，;；${WHITE_SPACE}`);

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && SEPARATORS[unitAt(text, from)] === 1) from++;
  while (to > from && SEPARATORS[unitAt(text, to - 1)] === 1) to--;
  return { start: from, end: to };
}
