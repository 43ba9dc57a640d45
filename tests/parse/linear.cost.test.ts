import { describe, expect, test, vi } from 'vitest';
import { parseEdition } from '../../src/parse/parse.js';
import { documentOf } from './document.js';

// More than a text may have: at the bounds every step is quick, and one that grows with the square is not seen.
vi.mock('../../src/load/bounds.js', async (original) => ({
  ...(await original<typeof import('../../src/load/bounds.js')>()),
  beyondLines: () => null,
  beyondBlocks: () => null,
}));

/** Bytes of UTF-8 in 1 MB of Chinese text. */
const MEGABYTE = 1 << 20;

/** Shapes of pastes, each of which could make one step of the grammar look at a text again and again. */
const shapes: Record<string, (bytes: number) => string> = {
  'one long line': (bytes) => `标题\n市长 罗青：念好山海经\n${fill('今年以来，新签约项目11个，总投资14亿元。', bytes)}`,
  'one long line of points': (bytes) =>
    `标题\n市长 罗青：念好山海经\n${fill('一是强链补链。二是腾笼换鸟。三要干：', bytes)}`,
  'many short lines': (bytes) => `标题\n市长 罗青：念好山海经\n${fill('干。\n', bytes, 290_000)}`,
  'many speeches': (bytes) =>
    `标题\n${fill('市长 罗青：念好山海经\n罗青\n今年以来，新签约项目11个。详情》》\n', bytes)}`,
  'many speeches with headlines first': (bytes) =>
    `标题\n${fill('\n念好山海经\n市长　罗青\n今年以来，新签约项目11个。\n', bytes)}`,
  'many speeches with names behind': (bytes) =>
    `标题\n${fill('\n今年以来，新签约项目11个。\n——罗青（市长）\n', bytes)}`,
  'many turns': (bytes) => `标题\n${fill('主持人：\n请问怎么看？\n罗青：\n干就要干成。\n', bytes, 290_000)}`,
  'many different speakers': (bytes) => {
    const given = (index: number) =>
      String.fromCodePoint(0x4e00 + (index % 20_000)) + String.fromCodePoint(0x5000 + Math.floor(index / 20_000));
    let text = '标题\n';
    for (let index = 0; text.length * 3 < bytes; index++)
      text += `市长 罗${given(index)}：念好山海经\n今年以来，新签约项目11个。\n`;
    return text;
  },
  'many weak lines with a colon': (bytes) => `标题\n${fill('时间表：六月底前清零\n市文联陆明川：为时代立传\n', bytes)}`,
  'many points': (bytes) =>
    `标题\n市长 罗青：念好山海经\n${fill('一、强链补链\n（一）摸清底数。\n一是好。二是干。\n', bytes)}`,
  'opening brackets': (bytes) => `标题\n市长 罗青：念好山海经\n${fill('（【《“[', bytes)}`,
  'pairs of brackets and quotes': (bytes) => `标题\n市长 罗青：念好山海经\n${fill('（“【干】”）', bytes)}`,
  'emphasis marks': (bytes) => `标题\n市长 罗青：念好山海经\n${fill('**干**', bytes)}`,
  'odd emphasis marks': (bytes) => `标题\n市长 罗青：念好山海经\n${fill('**干', bytes)}`,
  'invisible characters': (bytes) => `标题\n市长 罗青：念好山海经\n${fill('干\u200b', bytes)}`,
  colons: (bytes) => `标题\n市长 罗青：念好山海经\n${fill('干：', bytes)}`,
  'names in a list': (bytes) => `标题\n${fill('罗青\n陆明\n', bytes, 290_000)}市长罗青：念好山海经\n干。`,
  furniture: (bytes) =>
    `标题\n市长 罗青：念好山海经\n干。\n${fill('字号：大 中 小\n责任编辑：钱多\n来源：云川日报　作者：罗小青　2031年03月02日 17:21:00\n', bytes)}`,
};

/** Repeats a piece until the text has so many bytes, or so many lines as an input may have. */
function fill(piece: string, bytes: number, lines = Number.POSITIVE_INFINITY): string {
  const breaks = piece.split('\n').length - 1;
  const times = Math.floor(bytes / Buffer.byteLength(piece));
  return piece.repeat(breaks > 0 ? Math.min(times, Math.floor(lines / breaks)) : times);
}

/** Reading counts as well: its walk over each line is the grammar's. */
async function measured(text: string): Promise<{ time: number; characters: number }> {
  const start = performance.now();
  const { accounting } = parseEdition(await documentOf(text));
  return { time: performance.now() - start, characters: accounting.characters };
}

describe('a paste of twice the size takes about twice the time', () => {
  test.each(Object.entries(shapes))('%s', async (name, shape) => {
    const small = shape(MEGABYTE / 8);
    await measured(small);
    const times: number[] = [];
    for (const size of [0.5, 1, 2]) {
      const { time, characters } = await measured(shape(size * MEGABYTE));
      expect(characters, 'nothing was parsed').toBeGreaterThan(100_000);
      times.push(time);
    }
    const [half = 0, one = 0, two = 0] = times;
    process.stderr.write(
      `${name}: 0.5 MB ${half.toFixed(0)} ms, 1 MB ${one.toFixed(0)} ms, 2 MB ${two.toFixed(0)} ms\n`,
    );
    // Four times the size: about 4 when the time grows with it, 16 when it grows with its square. Below the
    // floor a collection of garbage is more than the work.
    const floor = 200;
    expect(two / Math.max(floor, half)).toBeLessThan(9);
  });
});
