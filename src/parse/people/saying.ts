/**
 * What may stand between a name and its colon besides titles (contract, "Turns"): a verb of saying with how or to whom
 * it was said (接着说, 批评何砚), or the body represented (代表民进县委会发言). It is kept in the notes.
 */
const VERB =
  '(?:说道|说|讲|问道|问|答道|答|指出|强调|表示|认为|要求|提出|建议|介绍|透露|坦言|呼吁|回应|回答|补充|总结|感慨|直言|发言|表态|批评|反驳|追问|提问|插话|接话|接着说|笑着说|点评|致辞|寄语|解释|提醒|汇报|留言|回复|答复|来信|咨询|强調|說|問|答覆|回應|指出)';
const ADVERB =
  '(?:又|再|也|还|最后|随后|接着|继续|首先|当场|现场|起身|点头|笑着|激动地|严肃地|动情地|认真地|诚恳地|郑重|主动|自我|互相|向\\p{Script=Han}{2,4}|对\\p{Script=Han}{2,4})';
const BODY = '[会委联局界组社校院司镇村乡市县区厅部队团办站所盟进革建党]';
const SAYING = new RegExp(
  `(?:(?<![的作做])${ADVERB}{0,2}${VERB}(?:说|道)?(?:\\p{Script=Han}{2,4}(?:同志)?)?|(?:(?:作(?:了)?(?:自我|对照)?(?:批评|检查|检讨|剖析)|对\\p{Script=Han}{2,4}(?:同志)?的?批评(?:意见)?)|作(?:了)?(?:交流|大会|表态|典型|重点|书面)?(?:发言|讲话|汇报|报告))|(?:代表|受)[\\p{Script=Han}“”《》、]{1,24}(?:作?(?:交流|大会|表态)?(?:发言|發言|讲话|致辞|汇报)|说|${BODY}|委托)|(?:在[\\p{Script=Han}“”《》、]{2,30}[上中])(?:的)?(?:说|讲话|发言|表示|指出|强调|致辞))$`,
  'u',
);
/** Labels without any of these hold no such clause. */
const MAY_SAY = /[说說讲问問答指强認认表要提建介透坦呼回应補补总感直发批反追插接点致寄解汇代受留复来咨作对]/u;

/**
 * @param label the words of a speaker line before its colon
 * @returns where such a clause begins, or -1
 */
export function sayingAt(label: string): number {
  const found = MAY_SAY.test(label) ? SAYING.exec(label) : null;
  return found !== null && found.index > 1 ? found.index : -1;
}
