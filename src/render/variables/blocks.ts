import type { Block, NodeList, Tree } from './tree.js';

/** A template that could be parsed. */
export interface ParsedTemplate {
  name: string;
  /** For messages. */
  file: string;
  tree: NodeList;
}

/** What one template puts into a block. */
export interface BlockBody {
  block: Block;
  template: ParsedTemplate;
}

/** The blocks of a chain of templates of which each extends the next: the page's own first. */
export class Blocks {
  readonly #bodies = new Map<string, BlockBody[]>();
  readonly #reached = new Set<string>();

  /** Adds the blocks of the next template of the chain. */
  add(template: ParsedTemplate): void {
    for (const block of blocksIn(template.tree)) {
      const bodies = this.#bodies.get(block.name.value);
      if (bodies) bodies.push({ block, template });
      else this.#bodies.set(block.name.value, [{ block, template }]);
    }
  }

  /** @param depth 0 for what the page shows, 1 for what `super()` stands for in it */
  reach(name: string, depth: number): BlockBody | null {
    this.#reached.add(name);
    return this.#bodies.get(name)?.[depth] ?? null;
  }

  /** Names that some template of the chain asks for. */
  reached(): string[] {
    return [...this.#reached];
  }

  /** Bodies that no template asks for, so that they never show. */
  unreached(): BlockBody[] {
    return [...this.#bodies].filter(([name]) => !this.#reached.has(name)).flatMap(([, bodies]) => bodies);
  }
}

function blocksIn(tree: Tree): Block[] {
  const found: Block[] = tree.typename === 'Block' ? [tree] : [];
  for (const part of Object.values(tree).flat() as unknown[]) {
    if (typeof part === 'object' && part !== null && 'typename' in part) found.push(...blocksIn(part as Tree));
  }
  return found;
}
