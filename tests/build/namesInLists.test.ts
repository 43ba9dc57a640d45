import { describe, expect, test } from 'vitest';
import { makeSite } from '../setup/site.js';

const given = '明亮勇军杰强磊涛超鹏宇浩凯健';

/** An edition in which these people speak in turn. */
function edition(names: readonly string[]): string {
  return `座谈会发言摘登\n${names.map((name) => `\n市住建局局长 ${name}：今年把这件事全部办结，请大家来检查。\n`).join('')}`;
}

/** @returns the line of names on the list of editions */
async function namesOf(names: readonly string[]): Promise<string | undefined> {
  const site = makeSite({ 'content/2031-04-20-hui.txt': edition(names) });
  const { status, stderr } = await site.run(['build']);
  expect(status, stderr).toBe(0);
  return /<p class="names">(.*?)<\/p>/.exec(site.read('dist/editions/index.html'))?.[1];
}

describe('the line of names of an edition in a list', () => {
  test('counts people and not speeches', async () => {
    expect(await namesOf(['何砚', '罗青', '何砚'])).toBe('何砚、罗青');
  });

  test('names twelve of more, and says how many there are', async () => {
    const people = [...given].map((name) => `陆${name}`);
    expect(people.length).toBe(14);
    expect(await namesOf([...people, '陆明', '陆亮'])).toBe(`${people.slice(0, 12).join('、')}等14人`);
  });
});
