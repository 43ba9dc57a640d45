/** Another name is one whatever characters it has: 原名谈笑. */
const OTHER_NAME = /^(?:原名|本名|又名|曾用名|化名|笔名|艺名|网名|别名|又称|人称|英文名|原姓|字|号)/u;
/** What someone does before the words come: says, turns to somebody, laughs. */
const ACTION =
  /[说說问問答讲講谈談称稱笑哭]|指出|批评|批評|表态|表態|表示|回应|回應|发言|發言|插话|插話|接着|接著|认为|認為|强调|強調|介绍|介紹|补充|補充|坦言|直言|建议|建議|呼吁|点评|點評|评论|汇报|匯報|致辞|致词|告诉|告訴|回忆|感慨|感叹|总结|解释|打断|点头|摇头|鼓掌|起身|站起|举手|沉默|哽咽|激动|流泪|挥手|转身|转向|看着|望着|翻译|主持|^[对對向朝给給]/u;

/**
 * @param note words beside a speaker's name that are no title
 * @returns whether pages show it beside the name: what says who the speaker is (女, 回族, 民盟, 17岁), not what the
 *   speaker does (接着说, 批评何砚, 代表民进县委会发言)
 */
export function isShownNote(note: string): boolean {
  return OTHER_NAME.test(note) || !ACTION.test(note);
}
