import type { Finding } from '../../diagnostics/finding.js';
import { sharedNames } from '../siteMemory.js';
import { Blocks, type ParsedTemplate } from './blocks.js';
import { type Engine, evaluate, type Here, nameOf, startOf } from './expression.js';
import { loopNames } from './loop.js';
import { macroShape } from './macro.js';
import { Report } from './report.js';
import { Scope } from './scope.js';
import { any, isPrintable, itemOf, type MacroArguments, objectOf, plain, type Shape } from './shape.js';
import type { Assignment, FromImport, Import, Loop, Macro, NodeList, Reference, Tree } from './tree.js';

/** Where a statement stands. */
interface Ground {
  template: ParsedTemplate;
  scope: Scope;
  /** Names that every macro of this template sees: the template's own and the page's. */
  context: Scope;
  blocks: Blocks;
  /** The block that this statement is in, for `super()`. */
  within: { name: string; depth: number } | null;
  /** Templates that are being included or imported, against circles. */
  trail: readonly string[];
}

/**
 * Checks every name that templates use against what a page can hold, by walking the syntax tree from each
 * kind's template through `extends`, `include`, `import` and the macros as they are called. Nunjucks itself
 * takes an unknown name for nothing: `{{ x | upper }}`, `{% if x %}` and `{% for y in x %}` then quietly leave
 * the content out, also under `throwOnUndefined`.
 */
export class TemplateCheck {
  readonly report = new Report();
  /** Templates that some page uses. */
  readonly reached = new Set<string>();
  readonly #templates: ReadonlyMap<string, ParsedTemplate>;
  readonly #allNames: readonly string[];
  readonly #engine: Engine;
  readonly #macros = new Map<Macro, (args: MacroArguments) => void>();
  readonly #called = new Set<Macro>();

  /**
   * @param templates those that could be parsed, by name
   * @param allNames every template's name: one that could not be parsed has its own finding already
   */
  constructor(templates: ReadonlyMap<string, ParsedTemplate>, allNames: readonly string[], engine: Engine) {
    this.#templates = templates;
    this.#allNames = allNames;
    this.#engine = engine;
  }

  /** All that was found; macros that no page calls are checked as far as their arguments allow. */
  findings(): Finding[] {
    for (const [macro, run] of this.#macros) if (!this.#called.has(macro)) run({ placed: [], named: new Map() });
    return this.report.findings();
  }

  /** Checks a page's template. @param fields what the page's view model has */
  check(name: string, fields: ReadonlyMap<string, Shape>): void {
    const template = this.#templates.get(name);
    if (!template) return;
    const page = new Scope(null, { keepsWrites: true });
    for (const [field, shape] of fields) page.declare(field, shape);
    const context = page.inner();
    this.#chain({ template, scope: context, context, blocks: new Blocks(), within: null, trail: [] });
  }

  /** A template and those that it extends: its own statements first, its blocks where the last one asks for them. */
  #chain(ground: Ground, below: readonly string[] = []): void {
    const { template, blocks } = ground;
    this.reached.add(template.name);
    blocks.add(template);
    const parent = template.tree.children.find((child): child is Reference => child.typename === 'Extends');
    if (!parent) {
      this.#walk(template.tree, ground);
      for (const { block, template: owner } of blocks.unreached()) {
        const name = block.name.value;
        this.report.addUnknown('template-unknown-block', owner.file, block.name, name, blocks.reached());
      }
      return;
    }
    for (const child of template.tree.children) {
      if (child.typename !== 'Block' && child !== parent) this.#walk(child, ground);
    }
    const above = this.#resolve(parent.template, ground);
    if (!above) return;
    if (above === template || below.includes(above.name)) {
      this.report.add('template-circle', template.file, parent.template, { name: above.name });
      return;
    }
    this.#chain({ ...ground, template: above }, [...below, template.name]);
  }

  #walk(tree: Tree, ground: Ground): void {
    switch (tree.typename) {
      case 'Root':
      case 'NodeList':
        for (const child of tree.children) this.#walk(child, ground);
        return;
      case 'Output':
        this.#output(tree, ground);
        return;
      case 'If':
      case 'IfAsync':
        evaluate(tree.cond, this.#here(ground));
        this.#walk(tree.body, ground);
        if (tree.else_) this.#walk(tree.else_, ground);
        return;
      case 'For':
      case 'AsyncEach':
      case 'AsyncAll':
        this.#loop(tree, ground);
        return;
      case 'Set':
        this.#assign(tree, ground);
        return;
      case 'Macro':
        this.#declareMacro(tree, ground);
        return;
      case 'Import':
        ground.scope.declare(tree.target.value, this.#exports(tree, ground));
        return;
      case 'FromImport':
        this.#importNames(tree, ground);
        return;
      case 'Include':
        this.#include(ground, tree.template, Boolean(tree.ignoreMissing));
        return;
      case 'Block':
        this.#block(tree.name.value, 0, ground);
        return;
      case 'Switch':
        for (const expression of [tree.expr, ...tree.cases.map(({ cond }) => cond)]) {
          evaluate(expression, this.#here(ground));
        }
        for (const body of [...tree.cases.map((one) => one.body), tree.default]) if (body) this.#walk(body, ground);
        return;
      default:
        evaluate(tree, this.#here(ground));
    }
  }

  #here(ground: Ground): Here {
    return {
      file: ground.template.file,
      scope: ground.scope,
      engine: this.#engine,
      report: this.report,
      walk: (body, scope) => this.#walk(body, { ...ground, scope }),
      walkShared: (name) => this.#include({ ...ground, scope: ground.scope.only(sharedNames) }, name),
      walkSuper: () => {
        if (ground.within) this.#block(ground.within.name, ground.within.depth + 1, ground);
      },
    };
  }

  #output(tree: NodeList, ground: Ground): void {
    for (const child of tree.children) {
      if (child.typename === 'TemplateData') continue;
      const shape = evaluate(child, this.#here(ground));
      if (isPrintable(shape)) continue;
      this.report.add('template-not-printable', ground.template.file, startOf(child), { name: nameOf(child) });
    }
  }

  #loop(tree: Loop, ground: Ground): void {
    const shape = evaluate(tree.arr, this.#here(ground));
    if (!itemOf(shape)) {
      this.report.add('template-not-a-list', ground.template.file, startOf(tree.arr), { name: nameOf(tree.arr) });
    }
    const scope = ground.scope.inner();
    for (const [name, known] of loopNames(tree, shape)) scope.declare(name, known);
    this.#walk(tree.body, { ...ground, scope });
    if (tree.else_) this.#walk(tree.else_, ground);
  }

  #assign(tree: Assignment, ground: Ground): void {
    const source = tree.value ?? tree.body;
    const shape = source ? evaluate(source, this.#here(ground)) : plain;
    for (const target of tree.targets) ground.scope.assign(target.value, shape);
  }

  #declareMacro(macro: Macro, ground: Ground): void {
    const shape = macroShape(macro, {
      context: ground.context,
      evaluate: (expression, scope) => evaluate(expression, this.#here({ ...ground, scope })),
      walk: (body, scope) => {
        this.#called.add(macro);
        this.#walk(body, { ...ground, scope, within: null });
      },
    });
    this.#macros.set(macro, shape.run);
    ground.scope.declare(macro.name.value, shape);
  }

  /** Runs a template for the names that it makes. @returns them as one value */
  #exports(tree: Import | FromImport, ground: Ground): Shape {
    const template = this.#resolve(tree.template, ground);
    if (!template || ground.trail.includes(template.name)) return any;
    this.reached.add(template.name);
    const context = tree.withContext
      ? ground.scope.inner({ keepsWrites: true })
      : new Scope(null, { keepsWrites: true });
    const trail = [...ground.trail, template.name];
    this.#walk(template.tree, { template, scope: context, context, blocks: new Blocks(), within: null, trail });
    return objectOf(new Map([...context.own()].filter(([name]) => !name.startsWith('_'))));
  }

  #importNames(tree: FromImport, ground: Ground): void {
    const exported = this.#exports(tree, ground);
    for (const entry of tree.names.children) {
      const source = entry.typename === 'Pair' ? entry.key : entry;
      const target = entry.typename === 'Pair' ? entry.value : entry;
      if (source.typename !== 'Symbol' || target.typename !== 'Symbol') continue;
      const fields = exported.is === 'object' ? exported.fields() : null;
      const shape = fields ? fields.get(source.value) : any;
      if (!shape) {
        const known = [...(fields ?? new Map()).keys()];
        this.report.addUnknown('template-unknown-variable', ground.template.file, source, source.value, known);
      }
      ground.scope.declare(target.value, shape ?? any);
    }
  }

  #include(ground: Ground, name: Tree, mayLack = false): void {
    const template = this.#resolve(name, ground, mayLack);
    if (!template || ground.trail.includes(template.name)) return;
    const scope = ground.scope.inner({ keepsWrites: true });
    this.#chain({
      template,
      scope,
      context: scope,
      blocks: new Blocks(),
      within: null,
      trail: [...ground.trail, template.name],
    });
  }

  #block(name: string, depth: number, ground: Ground): void {
    const body = ground.blocks.reach(name, depth);
    if (!body) return;
    const scope = ground.scope.inner({ keepsWrites: true });
    this.#walk(body.block.body, { ...ground, template: body.template, scope, within: { name, depth } });
  }

  /** @returns the template that a tag names, or null after reporting why there is none to walk */
  #resolve(expression: Tree, ground: Ground, mayLack = false): ParsedTemplate | null {
    const { file } = ground.template;
    if (expression.typename !== 'Literal' || typeof expression.value !== 'string') {
      this.report.add('template-computed-name', file, expression, {});
      return null;
    }
    const name = expression.value;
    const template = this.#templates.get(name);
    if (!template && !mayLack && !this.#allNames.includes(name)) {
      this.report.addUnknown('template-missing', file, expression, name, this.#allNames);
    }
    return template ?? null;
  }
}
