import fc from 'fast-check';
import type { Paragraph } from 'mdast';
import { beforeAll, describe, expect, it } from 'vitest';
import { align } from '../../src/load/blocks/align.js';
import { divide } from '../../src/load/blocks/markdownParts.js';
import { countBlocks, countCharacters } from '../../src/load/characters.js';
import type { Format, Input } from '../../src/load/input.js';
import { noCompanion } from '../../src/load/input.js';
import { readerOf } from '../../src/load/readers/index.js';
import { hasLeftovers } from '../../src/load/readers/leftovers.js';
import { readParts } from '../../src/load/readers/md.js';
import type { Reading } from '../../src/load/readers/reader.js';
import { wordDocument, paragraph as wordParagraph } from './wordDocument.js';

async function read(format: Format, content: string | Uint8Array): Promise<Reading> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const name = { date: null, stem: 'x', whole: 'x' };
  const file = { file: `x.${format}`, absolute: `/x.${format}`, digest: '', own: '', size: bytes.length };
  const input: Input = { ...file, format, name, companion: noCompanion };
  return (await readerOf(format)).read({ input, bytes });
}

/** What every reading must hold, whatever was read. Plain comparisons: `expect` costs more than reading. */
function holds({ root, characters, syntax, findings }: Reading): void {
  const text = countBlocks(root);
  if (syntax < 0 || syntax + text !== characters) throw new Error(`${syntax} + ${text} is not ${characters}`);
  for (const { line, column } of findings) if (line < 1 || column < 1) throw new Error('a finding is nowhere');
  for (const { children } of root.children) {
    if (children.length === 0) throw new Error('a block is empty');
    checkPhrasing(children);
  }
}

const phrasing = new Set(['text', 'strong', 'emphasis', 'delete', 'inlineCode', 'link']);

function checkPhrasing(nodes: Paragraph['children']): void {
  for (const node of nodes) {
    const { line = 0, column = 0 } = ('position' in node ? node.position?.start : undefined) ?? {};
    if (!phrasing.has(node.type)) throw new Error(`${node.type} is no phrasing`);
    if (!(line > 0 && column > 0)) throw new Error(`a ${node.type} stands at ${line}:${column}`);
    if (node.type === 'text' && node.value.includes('\n')) throw new Error('a text has two lines');
    if ('children' in node) checkPhrasing(node.children);
  }
}

const marks =
  '* ** _ ` ``` ~~~ # ## > - + 1. 2) [ ] ( ) ![ ]( ]: < > </ <b> </b> <br> <a href=x> </a> <p> </p> <div> <!-- --> <![CDATA[ ]]> <script> </script> <style> & &amp; &nbsp; &#10; &#x3000; \\ | --- === *** ~~ \t'
    .split(' ')
    .concat([' ', '  ', '    ', '\n', '\n\n', '\r\n', '\u3000', '\u200b', '\ufeff', '\u2028']);
const words = ['何砚', '一是', '、', '。', '：', '“', '”', '副市长', 'a', '1', '𠮷', 'é'];
const text = (pieces: string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
const mixed = text([...marks, ...words, ...words, ...words]);
const bytes = fc.uint8Array({ maxLength: 40 });
const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20310302 });

beforeAll(async () => {
  await Promise.all((['txt', 'md', 'html', 'docx'] as const).map((format) => readerOf(format)));
});

describe('whatever is read', () => {
  it.each(['txt', 'md', 'html', 'docx'] as const)(
    'is bytes of any kind: %s never throws and counts right',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(bytes, async (content) => holds(await read(format, content))),
        runs(2500),
      );
    },
  );

  it.each([
    ['txt', 3000],
    ['md', 2000],
    ['html', 1500],
  ] as const)('is text with marks of any kind: %s never throws and counts right', async (format, count) => {
    await fc.assert(
      fc.asyncProperty(mixed, async (content) => holds(await read(format, content))),
      runs(count),
    );
  });

  it('is damaged text of any encoding: never throws and counts right', async () => {
    const encodings: ((text: string) => Uint8Array)[] = [
      (text) => Buffer.from(text),
      (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
      (text) => Buffer.from(text, 'utf16le'),
      (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
    ];
    // Overlong forms, surrogates in UTF-8, lone and swapped halves of pairs, beginnings of sequences, NUL.
    const wounds = [
      'c080',
      'e080af',
      'f08080af',
      'eda080',
      'edb080',
      'f4908080',
      'fe',
      'e7',
      '80',
      '00',
      '00d8',
      'd800',
      '00dc',
      '8130',
      '81',
      'ffff',
    ];
    const damage = fc.record({
      text: mixed,
      encode: fc.constantFrom(...encodings),
      wound: fc.constantFrom(...wounds),
      at: fc.nat({ max: 60 }),
      cut: fc.nat({ max: 12 }),
      format: fc.constantFrom('txt' as const, 'md' as const, 'html' as const),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ text, encode, wound, at, cut, format }) => {
        const whole = Buffer.from(encode(`大会摘登\n${text}`));
        const place = Math.min(at, whole.length);
        const bytes = Buffer.concat([whole.subarray(0, place), Buffer.from(wound, 'hex'), whole.subarray(place + cut)]);
        holds(await read(format, bytes));
      }),
      runs(2000),
    );
  });

  it('is front matter of any kind: never throws, and what is wrong has a place', async () => {
    const yaml = text([
      ...'--- ... : - ? & &a *a ! !!js/function !!binary | > | @ ` % # { } [ ] , << <<: ~ null true 1e999 0x1f __proto__ constructor'.split(
        ' ',
      ),
      ...'title: 标题: date: aliases: slug: draft: layout: 来源：'.split(' '),
      ...[
        '\n',
        '\n',
        '\n',
        ' ',
        '  ',
        '\t',
        '"',
        "'",
        '\\',
        '\\u202e',
        '\u0000',
        '\u2028',
        '\ufeff',
        '甲',
        '2031-03-02',
        '/a/',
      ],
    ]);
    await fc.assert(
      fc.asyncProperty(
        yaml,
        fc.constantFrom('---\n', '--- \n', '\ufeff---\n', '---', '+++\n'),
        async (written, fence) => {
          const reading = await read(
            'txt',
            `${fence}${written}\n${fence.startsWith('+') ? '+++' : '---'}\n市长 罗青：办学\n要办学。\n`,
          );
          holds(reading);
          if (Object.getPrototypeOf(reading.frontMatter) !== Object.prototype)
            throw new Error('a prototype was changed');
          if ('draft' in {}) throw new Error('all objects have a key');
        },
      ),
      runs(2000),
    );
  });

  it('is a Word file cut off or damaged anywhere: never throws and counts right', async () => {
    const body = ['大会摘登', '市长 罗青：办学', '要办学。'].map((each) => wordParagraph(each)).join('');
    const document = Buffer.from(await wordDocument({ body, entries: { 'word/media/a.png': Buffer.alloc(90, 1) } }));
    const damage = fc.record({
      end: fc.oneof(fc.constant(document.length), fc.nat({ max: document.length })),
      at: fc.nat({ max: document.length - 1 }),
      bytes: fc.uint8Array({ maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ end, at, bytes }) => {
        const damaged = Buffer.from(document);
        damaged.set(bytes.subarray(0, damaged.length - at), at);
        holds(await read('docx', damaged.subarray(0, end)));
      }),
      runs(400),
    );
  });

  it('stands in a plain text where its place says', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async (content) => {
        const lines = content.replace(/^\ufeff/, '').split(/\r\n|[\n\r\u2028]/);
        const { root } = await read('txt', `一\n${content}`);
        for (const block of root.children.slice(1)) {
          const [node] = block.children;
          if (node?.type !== 'text' || content.includes('\ufeff')) continue;
          const { line: number = 0, column = 0 } = node.position?.start ?? {};
          const line = lines[number - 2] ?? '';
          if (hasLeftovers(line)) expect([node.value[0], '&']).toContain(line[column - 1]);
          else expect(node.value).toBe(line);
        }
      }),
      runs(1000),
    );
  });
});

describe('Markdown', () => {
  it('loses no Chinese character and no order of them, where nothing is an address or a comment', async () => {
    const harmless = marks.filter((mark) => !/[[\]<!()]/.test(mark));
    await fc.assert(
      fc.asyncProperty(text([...harmless, ...words, ...words]), async (content) => {
        const { root, findings } = await read('md', `一\n${content}`);
        if (findings.some(({ fatal }) => fatal === true)) return;
        const kept = root.children.map((block) => plain(block.children)).join('');
        expect(chinese(kept)).toBe(chinese(`一${content}`));
      }),
      runs(1500),
    );
  });

  it('is the same with and without the short cut for plain paragraphs', async () => {
    const pieces = [
      '\n',
      '\n\n',
      '\n \n',
      '  ',
      '\t',
      '\u3000',
      '.',
      '- ',
      '1.',
      '(',
      ')',
      '!',
      '|',
      '=',
      '~',
      '> ',
      '1. ',
      '2) ',
      '* ',
      '+ ',
    ];
    const simple = ['**', '**', '**', '**一是。**', '**“甲”**', '# ', '## ', ' ##', '#', '，', '《', '》', 'x', '*'];
    const plainly = text([...words, ...words, ...pieces, ...simple, ...simple]);
    await fc.assert(
      fc.asyncProperty(plainly, async (content) => {
        const parts = divide(content);
        const whole = await readParts([{ text: content, line: 1, isPlain: false }], 'x.md', 0);
        expect(await readParts(parts, 'x.md', 0)).toEqual(whole);
      }),
      runs(1500),
    );
  });
});

describe('aligning a text with its source', () => {
  it('gives the text back in pieces that stand in the source', () => {
    const source = text([...words, '&amp;', '&emsp;', '\\*', '\n', '\n> ', '\n  ']);
    fc.assert(
      fc.property(source, (written) => {
        const value = written
          .replace(/&amp;/g, '&')
          .replace(/&emsp;/g, '\u2003')
          .replace(/\\\*/g, '*')
          .replace(/\n(?:> | {2})/g, '\n');
        const pieces = align(value, written, { line: 1, column: 1 });
        expect(pieces.map((piece) => piece.value).join('')).toBe(value);
        const lines = written.split('\n');
        for (const piece of pieces) {
          if (/[\n&\u2003*]/.test(piece.value)) continue;
          expect(lines[piece.place.line - 1]?.startsWith(piece.value, piece.place.column - 1)).toBe(true);
        }
      }),
      runs(2500),
    );
  });
});

describe('characters', () => {
  const whiteSpace = /\p{White_Space}/u;

  it('are code points that are no White_Space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (string) => {
        const counted = [...string].filter((character) => !whiteSpace.test(character)).length;
        if (countCharacters(string) !== counted) throw new Error(`${countCharacters(string)} is not ${counted}`);
      }),
      runs(2000),
    );
    const wrong = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      (character) => countCharacters(character) !== (whiteSpace.test(character) ? 0 : 1),
    );
    expect(wrong).toEqual([]);
  });
});

function plain(nodes: Paragraph['children']): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : '')).join('');
}

function chinese(string: string): string {
  return string.replace(/[^\p{Script=Han}、。：“”]/gu, '');
}
