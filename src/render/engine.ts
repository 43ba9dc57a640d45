import nunjucks, { type Environment } from 'nunjucks';
import { cleanWhole } from './cleanText.js';
import { engineOptions } from './engineOptions.js';
import { Frame } from './frame.js';
import { copyOf, PageContext } from './pageContext.js';
import { SiteMemory } from './siteMemory.js';
import {
  type CompiledTemplate,
  type Exports,
  type PagePart,
  type TemplateCode,
  templateTools,
} from './templateTools.js';

interface ReadyTemplate {
  file: string;
  code: TemplateCode;
}

/**
 * Runs compiled templates, with nunjucks's filters and tests: nothing watches, reads or compiles a file while pages
 * are rendered, and a name can lead to no file outside the theme.
 */
export class Engine {
  readonly nunjucks: Environment = new nunjucks.Environment([], engineOptions);
  readonly siteMemory = new SiteMemory();
  readonly #compiled: ReadonlyMap<string, CompiledTemplate>;
  readonly #ready = new Map<unknown, ReadyTemplate>();
  /** What libraries export to templates that import them without context: the same for every page. */
  readonly #exports = new Map<unknown, Exports>();

  constructor(compiled: ReadonlyMap<string, CompiledTemplate>) {
    this.#compiled = compiled;
  }

  has(name: unknown): boolean {
    return this.#compiled.has(name as string);
  }

  /** @throws Error where the theme has no such template */
  template(name: unknown): ReadyTemplate {
    const known = this.#ready.get(name);
    if (known) return known;
    if (typeof name !== 'string') throw new Error(`template names must be a string: ${name}`);
    const compiled = this.#compiled.get(name);
    if (!compiled) throw new Error(`template not found: ${name}`);
    const ready = { file: compiled.file, code: compiled.make(templateTools) };
    this.#ready.set(name, ready);
    return ready;
  }

  /**
   * @returns what a template prints
   * @throws lib.TemplateError
   */
  render(name: string, model: object): string {
    return cleanWhole(this.renderPart(name, model));
  }

  /** @returns what a template prints as a part of a page: there may be halves of surrogate pairs */
  renderPart(name: string, model: object): string {
    const { file, code } = this.template(name);
    const frame = new Frame();
    frame.topLevel = true;
    return this.run(file, code.root, new PageContext(this, copyOf(model), code.blocks), frame);
  }

  /** @throws lib.TemplateError that names the file */
  run(file: string, root: PagePart, context: PageContext, frame: Frame): string {
    try {
      return root(this.nunjucks, context, frame);
    } catch (error) {
      throw nunjucks.lib._prettifyError(file, true, error);
    }
  }

  /** `import` without context. */
  exports(name: unknown): Exports {
    const known = this.#exports.get(name);
    if (known) return known;
    const { code } = this.template(name);
    if (code.library) {
      const exports = code.library.make(this.nunjucks, new PageContext(this, {}, {}));
      this.#exports.set(name, exports);
      return exports;
    }
    const context = new PageContext(this, {}, code.blocks);
    const frame = new Frame();
    frame.topLevel = true;
    code.root(this.nunjucks, context, frame);
    return context.exports();
  }
}
