/**
 * Chinese surnames, simplified and traditional: the Hundred Family Surnames and the surnames of the 2020 census
 * that local news meets. A surname is evidence for a name, never proof.
 */
const SINGLE =
  '仪盘苌庹赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹' +
  '姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁' +
  '荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉' +
  '宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游' +
  '竺权逯盖益桓公晋楚闫汝鄢涂钦归海岳帅缑亢况商牟佘佴墨哈谯笪阳佟言福肖付代覃苟兰冼麦邸展丛生仉督原占揭练竹邝植战官辜鹿衣门佐来初依才买昂扎旦拉洛让火央户矫仝修栗英乃伦尧苑雒粟寸阿朴卿楼禤扬郇喇隽戢绳奉仵' +
  '麴菅银种甯揣郄亓库信笃鹏扆锁晓芦侍闪敏丘隋綦谌苻迟漆靖鄞畅佀豆顿';
const TRADITIONAL =
  '傅張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭賈鄒閻龍賀顧龔萬錢戴嚴歐湯顏倪莊聶魯岳詹關駱婁畢單鮑紀時華邊習褚竇樓晏饒藍諸鞏連練喬葉呂盧蘇鐘鍾譚陸範韋閆衞蔣雲鳳鄔樂閔強繆應賁鈕榮烏車宮欒鈄厲薊懷從賴藺陰蒼雙聞黨勞酈壽郟農溫別魚滿國廣祿闕東師厙闞養須豐荊紅權蓋晉塗欽歸嶽帥緱況譙陽蘭叢戰門來買讓戶矯倫堯樸揚雋鵬鎖蘆閃諶遲暢黎覃齊龐項費寧衛貢儲麥區鄺簡';
const COMPOUND =
  '山田 田中 佐藤 铃木 高桥 渡边 伊藤 山本 中村 小林 加藤 吉田 松本 井上 木村 清水 桥本 石川 前田 相里 范姜 張簡 淳于 单于 欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 梁丘 左丘 东门 西门 第五 歐陽 歐陽 司馬 東方 獨孤 南宮 聞人 諸葛 尉遲 赫連 澹臺 濮陽 申屠 公孫 慕容 仲孫 鍾離 長孫 鮮于 閭丘 軒轅 令狐 東郭 南門 梁丘 左丘 東門 西門';

/**
 * Surnames whose characters stand far more often in words: only behind an office, or where something vouches for the
 * name, does one begin a name (Yuan Yida and Qiu Jiaru, 中国四百大姓, list them; 么 and 贠 are from the 2020 census).
 */
const RARE = new Set(
  '么种贠洗秘便教召折员句繁区尉上台令由千线南木更扁仓操冒檀撒虎苌衷肇呙弋俎凃刀善多奇庹延弥承招斯智曼果栋桃沐河浮淡清渠源潭澄焉爱琚瑞盍直真磨神税素罕腾萌药表超达述遇野钊铎锐静颉飞香驹鹤铁过青星月海',
);

/** @returns whether the name begins with a surname that is nearly always something else */
export function hasRareSurname(name: string): boolean {
  return RARE.has(name.slice(0, 1)) && !compound.has(name.slice(0, 2));
}

const single = new Set([...SINGLE, ...TRADITIONAL]);
const compound = new Set(COMPOUND.split(' '));

/**
 * The surname that a name in Han characters begins with.
 * @param name without spaces
 * @returns `欧阳` of 欧阳宁, `罗` of 罗青, or null: then it is no name, or one of a people without surnames
 */
export function surnameOf(name: string): string | null {
  // All of them are single UTF-16 units.
  const two = name.slice(0, 2);
  if (name.length > 2 && compound.has(two)) return two;
  const one = name.slice(0, 1);
  if (single.has(one)) return one;
  const { length } = RARE.has(one) ? [...name] : '';
  return length > 1 && length < 4 ? one : null;
}

/** True for 欧阳, 诸葛 …: four characters are then an ordinary length for a name. */
export function isCompound(surname: string): boolean {
  return compound.has(surname);
}
