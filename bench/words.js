/*
 * What the archive is made of. Surnames and the characters of given names have one reading each and no two share
 * one, so that a name's slug is known without a dictionary and belongs to one name alone.
 */

/** @param {string} list `赵zhao 钱qian` */
const read = (list) =>
  list.split(' ').map((each) => /** @type {[string, string]} */ ([each.slice(0, 1), each.slice(1)]));

export const surnames = read(
  '赵zhao 钱qian 孙sun 李li 周zhou 吴wu 郑zheng 王wang 冯feng 陈chen 蒋jiang 沈shen 韩han 杨yang 朱zhu 秦qin 许xu ' +
    '何he 吕lv 张zhang 孔kong 曹cao 严yan 金jin 魏wei 陶tao 谢xie 邹zou 苏su 潘pan 范fan 彭peng 鲁lu 马ma 方fang ' +
    '袁yuan 柳liu 唐tang 费fei 薛xue 雷lei 贺he 汤tang 罗luo 毕bi 郝hao 常chang 傅fu 康kang 余yu 顾gu 孟meng 黄huang ' +
    '穆mu 萧xiao 尹yin 姚yao 邵shao 汪wang 毛mao 米mi 贝bei 戴dai 宋song 庞pang 熊xiong 纪ji 项xiang 董dong 梁liang 杜du',
).filter(([, slug], index, all) => all.findIndex(([, other]) => other === slug) === index);

export const given = read(
  '建jian 国guo 明ming 志zhi 远yuan 晓xiao 梅mei 海hai 燕yan 文wen 博bo 军jun 伟wei 芳fang 丽li 强qiang 磊lei 洋yang ' +
    '勇yong 艳yan 杰jie 涛tao 超chao 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu 兰lan 春chun 秋qiu 冬dong 林lin 峰feng ' +
    '松song 柏bai 云yun 雪xue 江jiang 庆qing 振zhen 永yong 康kang 福fu 祥xiang 瑞rui 安an 宁ning 嘉jia 怡yi 然ran 思si 敏min',
).filter(([, slug], index, all) => all.findIndex(([, other]) => other === slug) === index);

export const ranks = ['市委委员', '市委常委', '市政协委员', '市人大代表'];

export const places = ['市', '云川区', '河东区', '临江县', '石梁县', '南浦区', '青湖县', '桐岭市'];

/** @type {readonly [string, readonly string[]][]} */
export const offices = [
  ['教育局', ['局长', '党委书记、局长']],
  ['财政局', ['局长', '党组书记、局长']],
  ['水务局', ['局长', '副局长']],
  ['发展和改革局', ['局长', '党组书记、局长']],
  ['卫生健康局', ['局长', '党委书记']],
  ['自然资源局', ['局长', '副局长']],
  ['住房和城乡建设局', ['局长', '党组书记']],
  ['交通运输局', ['局长', '党组书记、局长']],
  ['经济开发区管委会', ['主任', '党工委书记']],
  ['城关镇', ['党委书记', '镇长']],
  ['河西街道', ['党工委书记', '办事处主任']],
];

export const occasions = [
  '全市工作会议发言摘登',
  '全市经济工作会议发言摘登',
  '全市农村工作会议发言摘登',
  '重点项目推进会发言摘登',
  '政协全体会议大会发言摘登',
];

export const subjects = [
  '今年,我们将',
  '下一步,全局上下将',
  '面对新形势,我们要',
  '近年来,我们始终',
  '围绕中心工作,',
  '对照年度目标,',
  '全体干部职工将',
  '在市委的坚强领导下,',
  '立足本职,我们',
  '坚持问题导向,',
];

export const verbs = [
  '抓实',
  '办好',
  '守住',
  '夯实',
  '推进',
  '优化',
  '提升',
  '做强',
  '健全',
  '聚焦',
  '加快',
  '深化',
  '筑牢',
  '激活',
  '打造',
  '落实',
];

export const objects = [
  '民生实事',
  '项目建设',
  '粮食安全',
  '基层治理',
  '营商环境',
  '产业升级',
  '生态保护',
  '乡村振兴',
  '数字改革',
  '人才引进',
  '城市更新',
  '公共服务',
  '安全生产',
  '作风建设',
  '科技创新',
  '招商引资',
  '养老服务',
  '交通路网',
  '水利工程',
  '文旅融合',
  '教育均衡',
  '医疗改革',
  '金融支持',
  '5G网络布局',
];

export const measures = [
  '完成投资#亿元',
  '增长#%',
  '惠及群众#万人',
  '新建道路#公里',
  '办结率达到#%',
  '新增就业#万人',
  '改造老旧小区#万平方米',
  '力争全年进入全省前列',
  '确保件件有着落、事事有回音',
  '形成可复制、可推广的经验',
];
