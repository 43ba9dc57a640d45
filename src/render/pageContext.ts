import type { Engine } from './engine.js';
import type { Frame } from './frame.js';
import type { Exports, Library, PagePart, TemplateCode } from './templateTools.js';

export type Variables = Record<string, unknown>;

/**
 * A copy to which a template can give names. Names given to `{ ...variables }` make a hidden class of each copy, by
 * which V8 knows none of the next page's variables.
 */
export function copyOf(variables: object): Variables {
  const copy: Variables = {};
  return Object.assign(copy, variables);
}

/** What the code of one template sees: the page's variables, and the blocks of all that it extends. */
export class PageContext {
  readonly variables: Variables;
  /** Filters look for their options here. */
  readonly env: Engine['nunjucks'];
  readonly #engine: Engine;
  /** Each template's blocks: those of the one that is extended after those of the one that extends it. */
  readonly #blocks: Record<string, PagePart>[];
  readonly #exported: string[] = [];

  constructor(engine: Engine, variables: Variables, blocks: Record<string, PagePart>) {
    this.#engine = engine;
    this.env = engine.nunjucks;
    this.variables = variables;
    this.#blocks = [blocks];
  }

  lookup(name: string): unknown {
    const { globals } = this.env;
    return name in globals && !(name in this.variables) ? globals[name] : this.variables[name];
  }

  setVariable(name: string, value: unknown): void {
    this.variables[name] = value;
  }

  addExport(name: string): void {
    this.#exported.push(name);
  }

  exports(): Exports {
    return Object.fromEntries(this.#exported.map((name) => [name, this.variables[name]]));
  }

  /** @returns the template that the page's extends */
  extend(name: unknown): TemplateCode {
    const { code } = this.#engine.template(name);
    this.#blocks.push(code.blocks);
    return code;
  }

  block(name: string): PagePart {
    for (const blocks of this.#blocks) if (Object.hasOwn(blocks, name)) return blocks[name] as PagePart;
    throw new Error(`unknown block "${name}"`);
  }

  /** What `super()` stands for. */
  blockAbove(name: string, block: PagePart): PagePart {
    const all = this.#blocks.flatMap((blocks) => (Object.hasOwn(blocks, name) ? [blocks[name] as PagePart] : []));
    const above = all[all.indexOf(block) + 1];
    if (!all.includes(block) || !above) throw new Error(`no super block available for "${name}"`);
    return above;
  }

  /** @returns what another template prints, which sees all that this one sees and changes none of it */
  include(name: unknown, frame: Frame, mayLack: boolean): string {
    const engine = this.#engine;
    if (mayLack && !engine.has(name)) return '';
    const { code, file } = engine.template(name);
    const context = code.setsNames ? new PageContext(engine, copyOf(this.variables), code.blocks) : this;
    const inner = frame.push(true);
    inner.topLevel = true;
    return engine.run(file, code.root, context, inner);
  }

  import(name: unknown): Exports {
    return this.#engine.exports(name);
  }

  /** `import … with context`. */
  importHere(name: unknown, frame: Frame): Exports {
    const { code } = this.#engine.template(name);
    if (code.library) {
      if (code.library.isSame) return this.#sameLibrary(name, code.library);
      const context = code.library.keepsNames ? new PageContext(this.#engine, copyOf(this.variables), {}) : this;
      return code.library.make(this.env, context);
    }
    const context = new PageContext(this.#engine, copyOf(this.variables), code.blocks);
    const inner = frame.push();
    inner.topLevel = true;
    code.root(this.env, context, inner);
    return context.exports();
  }

  #sameLibrary(name: unknown, library: Library): Exports {
    const { site, words, assets } = this.variables;
    const { libraries } = this.#engine.siteMemory.of(this.variables);
    const known = libraries.get(name);
    if (known) return known;
    // Made for all pages, so it must not hold this one's values.
    const made = library.make(this.env, new PageContext(this.#engine, { site, words, assets }, {}));
    libraries.set(name, made);
    return made;
  }

  /** @returns what a template's pieces that are the same on every page print, by their numbers */
  pieces(template: string): (string | undefined)[] {
    const { pieces } = this.#engine.siteMemory.of(this.variables);
    const known = pieces.get(template);
    if (known) return known;
    const own: (string | undefined)[] = [];
    pieces.set(template, own);
    return own;
  }
}
