import nunjucks from 'nunjucks';
import { cleanText } from './cleanText.js';
import { globalNames } from './globalNames.js';
import { loopMember, loopMemberNames } from './loopMembers.js';
import { piecesOf } from './samePieces.js';
import { sharedNames } from './siteMemory.js';
import {
  isPlainLoop,
  isPlainMacro,
  loopMemberOf,
  memberName,
  membersOf,
  nodesOf,
  type ThemeFacts,
} from './themeFacts.js';
import type {
  Assignment,
  Block,
  Call,
  FromImport,
  Import,
  Lookup,
  Loop,
  Macro,
  Name,
  NodeList,
  Reference,
  Tree,
} from './variables/tree.js';

/** Names as they are known here: name → variable of the code. */
type Scope = nunjucks.runtime.Frame;

const quoted = (text: string): string => JSON.stringify(text);

/**
 * Makes code of a template by nunjucks's own compiler, for the same output, but for how the parts of a page come
 * together: nunjucks passes each to a callback, since any might have to wait, and keeps every name in tables that it
 * searches while a page is rendered. Here nothing waits, and what a name means is settled once for the theme: an
 * argument or a loop's item is a variable of the code, any other name a member of the view model. The code runs in
 * `engine.ts`. What it prints holds no forbidden character ({@link cleanText}): texts of templates are clean from
 * here on, values once `print` has passed them.
 */
export class TemplateCompiler extends nunjucks.compiler.Compiler {
  readonly #facts: ThemeFacts;
  /** The loops around the place, innermost last; null for one whose members are in a frame. */
  readonly #loops: ({ index: string; length: string } | null)[] = [];
  /** Names of a library → variables of its code. */
  readonly #own = new Map<string, string>();
  /** What is not called, printed or asked at its place, but given a name. */
  #kept: Tree | null = null;
  /** Within a macro that has no frame. */
  #isFrameless = false;
  /** Names of the page that the code asks for. */
  readonly #asked = new Set<string>();
  /** Number of pieces that are the same on every page. */
  #pieces = 0;
  #isInPiece = false;

  constructor(name: string, facts: ThemeFacts) {
    super(name, false);
    this.#facts = facts;
  }

  override compileRoot(root: NodeList): void {
    const members = this.#facts.libraries.has(this.templateName) ? membersOf(root) : null;
    if (members) this.#compileLibrary(root, members);
    else this.#compileTemplate(root);
  }

  #compileTemplate(root: NodeList): void {
    this._emitFuncBegin(root, 'root');
    this._emitLine('var parentTemplate = null;');
    this._compileChildren(root, new nunjucks.runtime.Frame());
    this._emitLine(`if (parentTemplate) return parentTemplate.root(env, context, frame);`);
    this._emitFuncEnd();
    this.inBlock = true;
    const blocks = [...nodesOf(root)].filter((node): node is Block => node.typename === 'Block');
    const names = blocks.map(({ name }) => name.value);
    const twice = blocks.find(({ name }, index) => names.indexOf(name.value) < index);
    if (twice) throw new Error(`Block "${twice.name.value}" defined more than once.`);
    for (const block of blocks) {
      this._emitFuncBegin(block, `b_${block.name.value}`);
      this._emitLine('frame = frame.push(true);');
      this.compile(block.body, new nunjucks.runtime.Frame());
      this._emitFuncEnd();
    }
    const setsNames = [...nodesOf(root)].some(({ typename }) => setters.has(typename));
    const entries = names.map((name) => `${quoted(name)}: b_${name}`);
    this._emitLine(`return { root, blocks: { ${entries.join(', ')} }, setsNames: ${setsNames} };`);
  }

  /** A library's macros are variables of one function, in which the page's variables are at hand. */
  #compileLibrary(root: NodeList, members: readonly (Macro | Import)[]): void {
    const names = members.map(memberName);
    for (const name of names) if (!this.#own.has(name)) this.#own.set(name, this._tmpid());
    this._emitLine('function make(env, context) {');
    const variables = ['lineno', 'colno', 'kept', 'names = context.variables', ...this.#own.values()];
    this._emitLine(`var ${variables.join(', ')};`);
    const scope = new nunjucks.runtime.Frame();
    for (const member of members) {
      const name = memberName(member);
      const made = 'body' in member ? this._compileMacro(member) : this.#compileExports(member, scope);
      this._emitLine(`${this.#own.get(name)} = ${made};`);
    }
    const macros = new Set(members.flatMap((one) => (one.typename === 'Macro' ? [one.name.value] : [])));
    const exported = [...macros].filter((name) => !name.startsWith('_'));
    const entries = exported.map((name) => `${quoted(name)}: ${this.#own.get(name)}`);
    this._emitLine(`return { ${entries.join(', ')} };\n}`);
    // A page may give another value to such a name after it has imported the macros, which keep the first.
    const asked = [...this.#asked];
    const keepsNames = asked.some((name) => this.#facts.setNames.has(name));
    const isSame = asked.every((name) => this.#isShared(name));
    this._emitLine(`var library = { make, keepsNames: ${keepsNames}, isSame: ${isSame} };`);
    // Included rather than imported, it prints the space between its macros.
    const text = root.children.flatMap((child) => (child.typename === 'Output' ? child.children : []));
    const printed = text.map((child) => ('value' in child ? cleanText(String(child.value)) : '')).join('');
    this._emitLine(`return { root: () => ${quoted(printed)}, blocks: {}, setsNames: false, library };`);
  }

  override _emitFuncBegin(node: Tree, name: string): void {
    this.buffer = 'output';
    this._emitLine(`function ${name}(env, context, frame) {`);
    const place = `lineno = ${node.lineno}, colno = ${node.colno}`;
    this._emitLine(`var ${place}, kept, names = context.variables, output = "";`);
    this._emitLine('try {');
  }

  override _emitFuncEnd(): void {
    this._emitLine('return output;\n} catch (e) {\nthrow runtime.handleError(e, lineno, colno);\n}\n}');
    this.buffer = null;
  }

  /** What says the same on every page is printed once: most of a page's text stands around a few values of its own. */
  override _compileChildren({ children }: NodeList, scope: Scope): void {
    const isShared = (name: string) => !scope.lookup(name) && !this.#own.has(name) && this.#isShared(name);
    for (const { isSame, nodes } of piecesOf(children, isShared)) {
      if (isSame && !this.#isInPiece) this.#compilePiece(nodes, scope);
      else for (const node of nodes) this.compile(node, scope);
    }
  }

  #compilePiece(nodes: readonly Tree[], scope: Scope): void {
    const [number, piece] = [this.#pieces++, this._tmpid()];
    this._emitLine(`var ${piece} = (kept ??= context.pieces(${quoted(this.templateName)}))[${number}];`);
    this._emitLine(`if (${piece} === undefined) {`);
    const buffer = this._pushBuffer();
    this.#isInPiece = true;
    for (const node of nodes) this.compile(node, scope);
    this.#isInPiece = false;
    this._popBuffer();
    this._emitLine(`${piece} = keep(kept, ${number}, ${buffer});\n}\n${this.buffer} += ${piece};`);
  }

  /** Whether a name that is the page's is no page's own. */
  #isShared(name: string): boolean {
    const isSites = name === 'shared' || (sharedNames as readonly string[]).includes(name);
    return isSites && !this.#facts.setNames.has(name) && !this.#facts.frameNames.has(name);
  }

  override compileOutput(node: NodeList, scope: Scope): void {
    for (const child of node.children) {
      this._emit(`${this.buffer} += `);
      if (child.typename === 'TemplateData') {
        this._emit(quoted(cleanText(String(child.value))));
      } else if (isPlainChoice(child)) {
        this.compile(child, scope);
      } else {
        this._emit('print(');
        this.compile(child, scope);
        this._emit(')');
      }
      this._emitLine(';');
    }
  }

  override compileSymbol({ value: name }: Name, scope: Scope): void {
    const known = scope.lookup(name) ?? this.#own.get(name);
    if (known) {
      this._emit(known);
      return;
    }
    this.#asked.add(name);
    if (!this.#isFrameless && this.#facts.frameNames.has(name)) this._emit(`find(context, frame, ${quoted(name)})`);
    else if (globalNames.includes(name)) this._emit(`context.lookup(${quoted(name)})`);
    else this._emit(`names[${quoted(name)}]`);
  }

  override compileLookupVal(node: Lookup, scope: Scope): void {
    const member = loopMemberOf(node);
    const loop = this.#loops.at(-1);
    if (member && loop) {
      this._emit(`(${loopMember(member, loop)})`);
      return;
    }
    const { target, val } = node;
    if (val.typename !== 'Literal' || typeof val.value !== 'string' || node === this.#kept) {
      super.compileLookupVal(node, scope);
      return;
    }
    this._emit('(');
    this._compileExpression(target, scope);
    this._emit(')?.[');
    this.compileLiteral(val);
    this._emit(']');
  }

  /** A method that gets a name goes on knowing whose it is. */
  override compileSet(node: Assignment, scope: Scope): void {
    this.#kept = node.value?.typename === 'LookupVal' ? node.value : null;
    super.compileSet(node, scope);
  }

  override compileFunCall(node: Call, scope: Scope): void {
    const { name, args } = node;
    const own = name.typename === 'Symbol' && !scope.lookup(name.value) ? this.#own.get(name.value) : undefined;
    this._emit(`(lineno = ${node.lineno}, colno = ${node.colno}, `);
    if (own) {
      this._emit(own);
      this._compileAggregate(args, scope, '(', ')');
    } else if (name.typename === 'LookupVal' && name.val.typename === 'Literal' && typeof name.val.value === 'string') {
      // `owner` is the template's: a call within the arguments may use it anew, which comes after it was asked here.
      const member = `owner[${quoted(name.val.value)}]`;
      this._emit('(owner = ');
      this._compileExpression(name.target, scope);
      this._emit(`) !== undefined && owner !== null && typeof ${member} === "function" ? ${member}`);
      this._compileAggregate(args, scope, '(', ')');
      const called = `owner?.[${quoted(name.val.value)}]`;
      this._emit(` : runtime.callWrap(${called}, ${quoted(this._getNodeName(name))}, context, [])`);
    } else {
      this._emit('runtime.callWrap(');
      this._compileExpression(name, scope);
      this._emit(`,${quoted(this._getNodeName(name))}, context, `);
      this._compileAggregate(args, scope, '[', '])');
    }
    this._emit(')');
  }

  override compileFor(node: Loop, scope: Scope): void {
    if (!isPlainLoop(node) || node.name.typename !== 'Symbol') {
      this.#loops.push(null);
      super.compileFor(node, scope);
      this.#loops.pop();
      return;
    }
    const [index, length, list, item] = [this._tmpid(), this._tmpid(), this._tmpid(), this._tmpid()];
    const inner = scope.push();
    this._emit(`var ${list} = `);
    this._compileExpression(node.arr, inner);
    this._emitLine(`;\nif(${list}) {\n${list} = runtime.fromIterator(${list});`);
    this._emitLine(`var ${length} = ${list}.length;\nfor(var ${index}=0; ${index} < ${list}.length; ${index}++) {`);
    this._emitLine(`var ${item} = ${list}[${index}];`);
    inner.set(node.name.value, item);
    this.#loops.push({ index, length });
    this.compile(node.body, inner);
    this.#loops.pop();
    this._emitLine('}\n}');
    if (!node.else_) return;
    this._emitLine(`if (!${length}) {`);
    this.compile(node.else_, inner);
    this._emitLine('}');
  }

  override _emitLoopBindings(_node: Loop, _list: string, index: string, length: string): void {
    for (const member of this.#facts.loopMembers ?? loopMemberNames) {
      if (loopMemberNames.has(member))
        this._emitLine(`frame.setLoop("${member}", ${loopMember(member, { index, length })});`);
    }
  }

  /** Nothing waits: these are the loops and conditions that they are written like. */
  override compileAsyncEach(node: Loop, scope: Scope): void {
    this.compileFor(node, scope);
  }
  override compileAsyncAll(node: Loop, scope: Scope): void {
    this.compileFor(node, scope);
  }
  override compileIfAsync(node: Tree, scope: Scope): void {
    this.compileIf(node, scope);
  }

  override _compileMacro(macro: Macro, scope?: Scope): string {
    const wasFrameless = this.#isFrameless;
    this.#loops.push(null);
    this.#isFrameless = !scope && isPlainMacro(macro);
    const made = this.#isFrameless ? this.#compilePlainMacro(macro) : super._compileMacro(macro, scope);
    this.#isFrameless = wasFrameless;
    this.#loops.pop();
    return made;
  }

  #compilePlainMacro(macro: Macro): string {
    const made = this._tmpid();
    const scope = new nunjucks.runtime.Frame();
    const names = macro.args.children.flatMap((node) => (isName(node) ? [node.value] : []));
    for (const name of names) scope.set(name, `l_${name}`);
    const given = names.map((name) => `l_${name}`).join(', ');
    this._emitLine(`var ${made} = macro(${JSON.stringify(names)}, function (${given}) {`);
    const buffer = this._pushBuffer();
    this.compile(macro.body, scope);
    this._popBuffer();
    this._emitLine(`return new runtime.SafeString(${buffer});\n});`);
    return made;
  }

  override compileBlock(node: Block): void {
    if (!this.inBlock) this._emit('if (!parentTemplate) ');
    this._emitLine(`${this.buffer} += context.block(${quoted(node.name.value)})(env, context, frame);`);
  }

  override compileSuper(node: { blockName: Name; symbol: Name }, scope: Scope): void {
    const [name, made] = [node.blockName.value, node.symbol.value];
    const above = `context.blockAbove(${quoted(name)}, b_${name})(env, context, frame)`;
    this._emitLine(`var ${made} = new runtime.SafeString(${above});`);
    scope.set(made, made);
  }

  override compileExtends(node: Reference, scope: Scope): void {
    this._emit('parentTemplate = context.extend(');
    this._compileExpression(node.template, scope);
    this._emitLine(');');
  }

  override compileInclude(node: Reference, scope: Scope): void {
    this._emit(`${this.buffer} += context.include(`);
    this._compileExpression(node.template, scope);
    this._emitLine(`, frame, ${Boolean(node.ignoreMissing)});`);
  }

  #compileExports(node: Import | FromImport, scope: Scope): string {
    const made = this._tmpid();
    this._emit(`var ${made} = context.${node.withContext ? 'importHere' : 'import'}(`);
    this._compileExpression(node.template, scope);
    this._emitLine(node.withContext ? ', frame);' : ');');
    return made;
  }

  override compileImport(node: Import, scope: Scope): void {
    this.#name(node.target.value, this.#compileExports(node, scope), scope);
  }

  override compileFromImport(node: FromImport, scope: Scope): void {
    const made = this.#compileExports(node, scope);
    for (const entry of node.names.children) {
      const [source, target] = entry.typename === 'Pair' ? [entry.key, entry.value] : [entry, entry];
      if (!isName(source) || !isName(target)) continue;
      const value = this._tmpid();
      this._emitLine(`var ${value} = imported(${made}, ${quoted(source.value)});`);
      this.#name(target.value, value, scope);
    }
  }

  #name(name: string, value: string, scope: Scope): void {
    scope.set(name, value);
    this._emitLine(scope.parent ? `frame.set(${quoted(name)}, ${value});` : `names[${quoted(name)}] = ${value};`);
  }
}

/** What gives names to the variables of the page. */
const setters = new Set(['Set', 'Import', 'FromImport', 'Macro', 'Caller', 'Extends', 'Block', 'Super']);

/** `{{ 'rail' if … else 'plain' }}`, in which nothing is to be escaped. */
function isPlainChoice(node: Tree): boolean {
  return node.typename === 'InlineIf' && isPlainWord(node.body) && node.else_ !== null && isPlainWord(node.else_);
}

function isPlainWord(node: Tree): boolean {
  return node.typename === 'Literal' && typeof node.value === 'string' && /^[\w+-]*$/.test(node.value);
}

const isName = (node: Tree): node is Name => node.typename === 'Symbol';
