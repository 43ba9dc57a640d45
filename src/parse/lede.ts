/** True for a line that introduces the speeches: 编者按, …现摘登如下. */
export function isLede(text: string): boolean {
  return (
    /^[【（(［[]?\s*(?:编者按|編者按|编者的话|按语|导语|开栏的话|核心提示|【?编者按】?)/u.test(text) ||
    /(?:摘登|摘编|摘要|整理|刊发|刊登|发言|摘錄|摘录)(?:如下|于后|出来|以飨读者)[^。]{0,20}[。：:]$/u.test(text)
  );
}
