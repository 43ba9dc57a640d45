/** Radicals as signs of their own and characters kept for other encodings' sake: copies from PDF are full of them. */
const doubles = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;
/** Letters of mathematics, in circles and full-width: `𝐀`, `Ⓐ`, `Ａ`. */
const styled = /[\u{1d400}-\u{1d7ff}\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a]/u;
/** Scripts that share most of their capitals (UTS 39, 5.1: mixed-script confusables). */
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/**
 * Looks in a name for characters that look like others (UTS 39): `⻘` for 青, a Cyrillic А among Latin letters.
 * @returns the first one; null when the name is what it looks like
 */
export function lookAlike(name: string): string | null {
  const [double] = doubles.exec(name) ?? styled.exec(name) ?? [];
  if (double !== undefined) return double;
  const [, other] = scripts.filter((script) => script.test(name));
  return other?.exec(name)?.[0] ?? null;
}
