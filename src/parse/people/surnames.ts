/**
 * Chinese surnames, simplified and traditional: the Hundred Family Surnames and the surnames of the 2020 census
 * that local news meets. A surname is evidence for a name, never proof.
 */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申耿詹梅关' +
  '柯焦左祝柳甘欧裘屠鲍凌祁解纪辛骆成娄路尚毕单阮包冉舒苗游柴翁管费宁闵池谷车卓戚卜房蒲裴滕项宫鞠屈苟桑尤涂阳时穆华冷盛司原边占艾匡习俞季霍米褚窦楼晏饶明封臧靳班商阎应景蓝蒙符卞佟麦简祖巫诸蔺冀隋巩郎沙井晋喻郁楚桂全练敖仇栾揭查宗仲仝古荣植瞿苑宣农' +
  '水危计伏茅强经裴缪干卫贡羊於惠甄曲家储麻松吉糜隗山弓牧车侯宓蓬郗仰伊宫宁栾暴钭厉戎束幸司韶郜薄印宿怀从鄂索咸籍赖卓屠乔阴胥能苍双闻莘党逄谯郦雍璩濮寿通扈燕浦农别晁巴芮储慎连茹宦鱼容慕暨居衡步都满弘国寇广禄阙东殴殳沃利越夔隆师巢厍勾敖融那空毋乜养须丰相后荆红游竺权逯盖益桓公撒' +
  '仉岑牟佘佴伯赏墨哈谯笪年爱佟来初依力才买昂扎旦索拉云苗兰代付肖萧闫戈刁亓火海洪佳兆央户衣门冼邝利麥區關';
const TRADITIONAL =
  '張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭賈鄒閻龍賀顧龔萬錢戴嚴歐湯顏倪莊聶魯岳詹關駱婁畢單鮑紀時華邊習褚竇樓晏饒藍諸鞏連練喬葉呂盧蘇鐘鍾譚陸範韋閆黎覃齊龐項費寧衛貢儲麥區鄺簡';
const COMPOUND =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 梁丘 左丘 东门 西门 第五 欧陽 歐陽 司馬 東方 獨孤 南宮 聞人 諸葛 尉遲 赫連 澹臺 濮陽 申屠 公孫 慕容 仲孫 鍾離 長孫 鮮于 閭丘 軒轅 令狐 東郭 南門 梁丘 左丘 東門 西門';

const single = new Set([...SINGLE, ...TRADITIONAL]);
const compound = new Set(COMPOUND.split(' '));

/**
 * The surname that a name in Han characters begins with.
 * @param name without spaces
 * @returns `欧阳` of 欧阳宁, `罗` of 罗青, or null: then it is no name, or one of a people without surnames
 */
export function surnameOf(name: string): string | null {
  const characters = [...name];
  const two = characters.slice(0, 2).join('');
  if (characters.length > 2 && compound.has(two)) return two;
  const one = characters[0] ?? '';
  return single.has(one) ? one : null;
}

/** True for 欧阳, 诸葛 …: four characters are then an ordinary length for a name. */
export function isCompound(surname: string): boolean {
  return compound.has(surname);
}
