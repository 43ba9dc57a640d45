/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} lines
 * @returns {string} a table in Markdown, its columns aligned: the first to the left, the others to the right
 */
export function table(head, lines) {
  const widths = head.map((cell, index) => Math.max(3, cell.length, ...lines.map((line) => line[index]?.length ?? 0)));
  const row = (/** @type {readonly string[]} */ cells) =>
    `| ${widths.map((width, index) => pad(cells[index] ?? '', width, index)).join(' | ')} |`;
  const rule = `| ${widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [row(head), rule, ...lines.map(row)].join('\n');
}

function pad(/** @type {string} */ cell, /** @type {number} */ width, /** @type {number} */ index) {
  return index === 0 ? cell.padEnd(width) : cell.padStart(width);
}
