import { isOffice, isOrganisation, isRole, officeAtEnd } from './offices.js';
import { isCompound, surnameOf } from './surnames.js';

/** The dots inside names of minority peoples and foreigners; kept as written, equal for identity. */
export const NAME_DOT = /[·・•‧∙⋅･．]/u;
const DOTS = /[·・•‧∙⋅･．]/gu;

/**
 * Words that begin with a surname's character and are no names, and verbs of saying. Only whole names are
 * compared, so 安全 blocks no 安全福.
 */
const NO_NAMES = new Set(
  (
    '强调 指出 表示 认为 要求 提出 建议 介绍 透露 坦言 呼吁 回应 回答 写道 告诉 补充 总结 感慨 直言 讲话 发言 说道 明确 提醒 希望 宣布 致辞 解释 补充道 ' +
    '时间 时间表 时候 时限 时段 方法 方案 方向 方针 方式 高度 高温 安全 安排 平安 成果 成效 成绩 成本 温度 白天 关键 关于 关键词 车辆 任务 任务书 管理 路径 路线 路线图 万元 金额 单位 水平 公告 公开 公示 通知 常态 常见 强化 强项 严格 严禁 严肃 平台 项目 项目名 计划 计划书 经验 经费 经济 党员 党建 党委 全年 全市 全县 全区 全省 全面 全体 全程 和谐 文化 文明 文件 文章 连续 马上 应急 应当 宣传 相关 充分 路上 危机 有关 农村 农业 农民 水利 水库 水平 国家 国际 家庭 家长 华侨 广大 金融 年底 年初 年内 明年 明天 向上 来源 来信 来电 司法 公司 公共 公安 古城 石材 毛利 章程 严重 单价 史料 易地 原则 原因 原来 沙漠 江河 海洋 云端 云计算 温馨 石油 习惯 习题 双方 双向 别的 利润 利率 都市 通过 通报 通车 通道 益处 权力 权利 相信 红色 红线 满意 居民 后期 后续 须知 能力 能源 能否 从前 从业 从严 印象 山区 山路 松树 计算 经营 于是 干部 干群 卫生 卫健 麻烦 幸福 越来越 师生 师资 连接 容易 容量 步骤 ' +
    '何时 何地 何以 何处 何人 何为 曾经 任何 任期 施工 施策 程序 钟点 范围 范例 武装 游客 游戏 乐观 项下 祝愿 祝福 祝贺 尚未 毕竟 毕业 舒适 包括 包含 包装 管道 费用 房屋 房价 屈指 应用 应对 景区 景点 蓝天 蓝图 简介 简单 简言之 全文 查询 查看 荣誉 植树 宗旨 向前 向好 常言道 常言 俗话 谚语 古语 古人 马路 牛羊 石头 白色 黄金 高质量 高效 高铁 高校 金句 金秋 田地 田间 林地 林业 江水 夏季 秋季 冬季 春季 夏天 元旦 上午 下午 谢谢 谢幕 结束 解决 解读 解放 结果 左右 柳树 梅花 伍佰 乔迁 文旅 文字 文史 康养 康复 汤圆 易错 龙头 黎明 方便 段落 雷电 侯车 白纸 孟秋 计有 江边 尹始 万里 万一 万众 万事 成都 明白 明显 平均 平时 平衡 贺词 贺信 顾客 毛病 严冬 温室 康庄 施行 文本 安定 安静 安装 齐心 易懂 章节 申请 申报 关心 关注 焦点 左边 祝词 解析 纪念 纪律 纪委 成立 成长 成功 路况 单独 包干 管好 费力 池塘 谷物 车间 房子 项圈 阳光 时代 华丽 冷静 盛会 原本 边界 占比 明确 封面 商业 商务 景象 简化 祖国 诸位 沙场 全力 全国 查验 古代 荣获 农田 水源 危险 强势 强国 强镇 强村 经常 干旱 干劲 曲线 储备 松懈 吉祥 山水 印发 从而 双赢 闻名 党性 通信 别人 连年 居住 都是 满足 国有 广泛 东部 利用 越来 隆重 空间 养老 须要 丰富 相比 后来 红利 权威 公平 年度 爱心 来自 初步 初心 依法 依靠 力量 才能 买卖 拉动 代价 海关 佳话 央企 户籍 门户 利好'
  ).split(' '),
);

/** Characters that no given name has: they give a word away. */
const NO_GIVEN =
  /[的了是在与及或个個们們这這那哪么吗呢吧也就还很被把让给从到对為于者所等间間里裡案法额額率量项項款务務局厅廳处處科股委办辦室组組队隊站院校厂店县縣街您你我他她它谁么怎事且仍则再又才都各每某该此何不没沒无非未已将应须可能要会请请说說讲講问問谈談看做用去来]/u;

export type NameStrength = 'strong' | 'fair' | 'weak' | 'none';

/** The name as a record holds it: padding inside removed, dots kept as written. */
export function plainName(text: string): string {
  return /\p{Script=Latin}/u.test(text) ? text.trim() : text.replace(/\p{White_Space}+/gu, '');
}

/** Equal for one person: dots are one dot, padding is none. */
export function identityOf(name: string): string {
  return plainName(name).replace(DOTS, '·').normalize('NFC');
}

/**
 * How much a text looks like a person's name by itself, without any context.
 * strong: surname and usual length, or parts with dots; fair: a surname and an unusual length; weak: Han
 * characters that could be a name without surname (艾尔肯, 扎西).
 * @param text may have padding inside: 王　刚
 */
export function nameStrength(text: string): NameStrength {
  const name = plainName(text);
  if (NAME_DOT.test(name)) return dottedStrength(name);
  const characters = [...name];
  if (characters.length < 2 || characters.length > 8 || !/^\p{Script=Han}+$/u.test(name)) return 'none';
  if (NO_NAMES.has(name) || isRole(name) || officeAtEnd(name) !== null) return 'none';
  const surname = surnameOf(name);
  const given = characters.slice([...(surname ?? '')].length).join('');
  if (surname === null) return weakStrength(name, characters.length);
  const length = characters.length;
  if (NO_GIVEN.test(given)) return 'none';
  if (isCompound(surname)) return length <= 4 ? 'strong' : 'none';
  if (length <= 3) return 'strong';
  if (isOffice(name) || isOrganisation(name)) return 'none';
  return length === 4 ? 'fair' : 'weak';
}

function dottedStrength(name: string): NameStrength {
  const parts = name.split(NAME_DOT);
  return parts.length <= 5 && parts.every((part) => /^(?:\p{Script=Han}{1,8}|\p{Script=Latin}+\.?)$/u.test(part)) ? 'strong' : 'none';
}

function weakStrength(name: string, length: number): NameStrength {
  if (NO_GIVEN.test(name) || isOffice(name) || isOrganisation(name)) return 'none';
  return length <= 6 ? 'weak' : 'none';
}
