/** @returns the bracketed words at a headline's end */
export function columnSuffix(headline: string): { words: string; index: number } | null {
  const match = /[（(【]([^（()）【】]{2,12})[）)】]$/u.exec(headline);
  if (!match?.[1] || match.index === 0) return null;
  return { words: match[1], index: headline.slice(0, match.index).trimEnd().length };
}
