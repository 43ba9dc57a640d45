/** A source of chance that gives the same again for the same seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** @returns a whole number from 0 to below `count` (mulberry32's mixing) */
  below(count: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  }

  /** @returns true once in so many times */
  once(inSoMany: number): boolean {
    return this.below(inSoMany) === 0;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }
}

const people = ['罗青', '陆明', '欧阳宁', '王正军', '徐善斌', '屠强', '沈芳', '阿依·热合曼', '陈小路', '单田'];
const offices = ['市教育局局长', '区委常委、宣传部部长', '河东街道党工委书记', '市委常委、纪委书记、监委主任'];
const aims = ['办好家门口的学校', '管好钱袋子', '守住绿水青山', '把实事办实', '强链补链再出发'];
const tasks = ['扩容', '提质', '减负', '护航', '攻坚'];

export function speech(chance: Chance): string {
  const name = chance.pick(people);
  const points = ['一', '二', '三'].slice(0, chance.below(4));
  const body = points.map((mark) => `${mark}是${chance.pick(tasks)}。今年要新建${chance.below(900)}所。`);
  const detail = chance.once(3) ? '……详情》》》' : '';
  const opening = `第${chance.below(100_000)}次发言,要抓落实。`;
  return `${chance.pick(offices)} ${name}:${chance.pick(aims)}\n${name}\n${[opening, ...body].join('\n')}${detail}\n`;
}

/** @returns the text of an edition: a headline and one to four speeches */
export function edition(chance: Chance): string {
  const speeches = Array.from({ length: 1 + chance.below(4) }, () => speech(chance));
  return `强化担当${chance.below(1000)} 狠抓落实\n${speeches.join('')}`;
}

const shapes: ((chance: Chance) => string)[] = [
  edition,
  (chance) => `---\ntitle: 标题${chance.below(100)}\nsource: 云川日报\n---\n${edition(chance)}`,
  (chance) => `---\ndraft: true\n---\n${edition(chance)}`,
  (chance) => `---\nslug: s${chance.below(40)}\naliases: [old-${chance.below(40)}/]\n---\n${edition(chance)}`,
];

export function document(chance: Chance): string {
  return chance.pick(shapes)(chance);
}

/** Texts that no site can be built of. */
export function broken(chance: Chance): string {
  return chance.pick([
    '',
    '近期天气转冷，请注意防寒保暖。\n各单位要认真值班。\n',
    `---\ntitle: "没有引号\n---\n${edition(chance)}`,
    `---\ndraft: 也许\n---\n${edition(chance)}`,
    `${edition(chance)}市财政局局长 :管好钱袋子\n要管好钱袋子。\n`,
  ]);
}

export function settings(chance: Chance): string {
  const url = chance.pick(['', 'url: https://news.example.cn/\n', 'url: https://news.example.cn/zhai/deng/\n']);
  return `name: 摘登${chance.below(100)}\n${url}greyscale: ${chance.once(2)}\n`;
}

export function register(chance: Chance): string {
  return `speakers:\n  - name: ${chance.pick(people)}\n    slug: person-${chance.below(9)}\n`;
}
