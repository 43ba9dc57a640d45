import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/load/input.js';
import { parsePage } from '../../src/parse/prose.js';
import { richProse } from '../../src/render/richProse.js';
import { documentOf } from './document.js';

async function htmlOf(text: string, format: Format): Promise<string> {
  const { root } = await documentOf(text, { format });
  return richProse(parsePage(root, '标题').body, '').replaceAll('<wbr>', '').replace(/\n/g, '');
}

const list = '<p>收录：</p><ul><li>讲话</li><li>发言</li></ul><p>完。</p>';

describe('a page of the site’s own keeps its lists', () => {
  test.each<[string, Format, string]>([
    ['Markdown', 'md', '收录：\n\n- 讲话\n- 发言\n\n完。\n'],
    ['Markdown that needs the parser', 'md', '收录：\n\n* 讲话\n* 发言\n\n<!-- -->完。\n'],
    ['Markdown with an item that has no text', 'md', '收录：\n\n- 讲话\n- 发言\n-\n\n完。\n'],
    ['text with bullets', 'txt', '收录：\n● 讲话\n●发言\n完。\n'],
    ['HTML', 'html', '<p>收录：</p><ul><li>讲话</li><li><p>发言</p></li><li></li></ul><p>完。</p>'],
  ])('of %s', async (_, format, text) => {
    expect(await htmlOf(text, format)).toBe(list);
  });

  test('and the links and bold words in them', async () => {
    expect(await htmlOf('- **电话**：[0570](tel:0570)\n', 'md')).toBe(
      '<ul><li><strong>电话</strong>：<a href="tel:0570">0570</a></li></ul>',
    );
  });

  test('numbers stay text, as written', async () => {
    expect(await htmlOf('3. 讲话\n4. 发言\n', 'md')).toBe('<p>3. 讲话</p><p>4. 发言</p>');
  });
});
