/** By code of a character; 255 for none. */
const digits = Uint8Array.from({ length: 256 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return digit === -1 ? 255 : digit;
});

/**
 * Reads hexadecimal digits, small ones only, without a string on the way: a large site has two million keys and
 * digests.
 * @param from text
 * @param start of the digits in it
 * @param length bytes that they make, put into `to` from `at` on
 * @returns false when they are not all there; `to` then holds anything
 */
export function readHex(from: Uint8Array, start: number, to: Uint8Array, at: number, length: number): boolean {
  let all = 0;
  for (let n = 0; n < length; n += 1) {
    const high = digits[from[start + 2 * n] ?? 0] ?? 255;
    const low = digits[from[start + 2 * n + 1] ?? 0] ?? 255;
    all |= high | low;
    to[at + n] = (high << 4) | low;
  }
  return all < 16;
}
