/**
 * Address of a telephone number as an editor writes it: `0570-1234567 转 8001` → `tel:0570-1234567;ext=8001`
 * (RFC 3966, 3: visual separators may stay, an extension is a parameter).
 * @returns null where the text is anything else than one number, such as two numbers or words beside it
 */
export function telephoneAddress(text: string): string | null {
  const written = text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[‐-―−]/gu, '-');
  const [, number = '', extension] =
    /^(\+?[\d().-]+)(?:,?(?:转分机|轉分機|转|轉|分机|分機|ext\.?):?(\d+))?$/iu.exec(written) ?? [];
  if (number.replace(/\D/gu, '').length < 3) return null;
  return `tel:${number}${extension === undefined ? '' : `;ext=${extension}`}`;
}
