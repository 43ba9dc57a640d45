/*
 * The syntax tree of nunjucks 3.2 (`nunjucks/src/nodes.js`), which its types leave out. Lines and columns
 * count from 0. Nodes that the compiler makes only for asynchronous templates are absent: there are none.
 */

interface At {
  lineno: number;
  colno: number;
}

export interface NodeList extends At {
  typename: 'Root' | 'NodeList' | 'Output' | 'Group' | 'Array' | 'Dict' | 'KeywordArgs';
  children: Tree[];
}
export interface Name extends At {
  typename: 'Symbol';
  value: string;
}
export interface Literal extends At {
  typename: 'Literal' | 'TemplateData';
  value: unknown;
}
export interface Pair extends At {
  typename: 'Pair';
  key: Tree;
  value: Tree;
}
export interface Lookup extends At {
  typename: 'LookupVal';
  target: Tree;
  val: Tree;
}
export interface Condition extends At {
  typename: 'If' | 'IfAsync' | 'InlineIf';
  cond: Tree;
  body: Tree;
  else_: Tree | null;
}
export interface Loop extends At {
  typename: 'For' | 'AsyncEach' | 'AsyncAll';
  arr: Tree;
  name: Name | NodeList;
  body: Tree;
  else_: Tree | null;
}
export interface Macro extends At {
  typename: 'Macro' | 'Caller';
  name: Name;
  args: NodeList;
  body: Tree;
}
export interface Import extends At {
  typename: 'Import';
  template: Tree;
  target: Name;
  withContext: boolean | null;
}
export interface FromImport extends At {
  typename: 'FromImport';
  template: Tree;
  names: NodeList;
  withContext: boolean | null | undefined;
}
export interface Call extends At {
  typename: 'FunCall';
  name: Tree;
  args: NodeList;
}
export interface Filter extends At {
  typename: 'Filter';
  name: Name;
  args: NodeList;
}
export interface Block extends At {
  typename: 'Block';
  name: Name;
  body: Tree;
}
export interface Reference extends At {
  typename: 'Extends' | 'Include';
  template: Tree;
  ignoreMissing?: boolean | null;
}
export interface Assignment extends At {
  typename: 'Set';
  targets: Name[];
  value: Tree | null;
  body: Tree | null;
}
export interface Capture extends At {
  typename: 'Capture';
  body: Tree;
}
export interface Switch extends At {
  typename: 'Switch';
  expr: Tree;
  cases: { cond: Tree; body: Tree }[];
  default: Tree | null;
}
export interface Unary extends At {
  typename: 'Not' | 'Neg' | 'Pos';
  target: Tree;
}
export interface Binary extends At {
  typename: 'In' | 'Or' | 'And' | 'Add' | 'Concat' | 'Sub' | 'Mul' | 'Div' | 'FloorDiv' | 'Mod' | 'Pow';
  left: Tree;
  right: Tree;
}
export interface Test extends At {
  typename: 'Is';
  left: Tree;
  right: Name | Call | Literal;
}
export interface Comparison extends At {
  typename: 'Compare';
  expr: Tree;
  ops: { expr: Tree }[];
}

export type Tree =
  | NodeList
  | Name
  | Literal
  | Pair
  | Lookup
  | Condition
  | Loop
  | Macro
  | Import
  | FromImport
  | Call
  | Filter
  | Block
  | Reference
  | Assignment
  | Capture
  | Switch
  | Unary
  | Binary
  | Test
  | Comparison;

declare module 'nunjucks' {
  namespace parser {
    /** @throws lib.TemplateError, with a line and column from 1 unless the input ended too soon */
    function parse(source: string, extensions: unknown[], options: ConfigureOptions): NodeList;
  }
  namespace runtime {
    /** Names as they are known while a template is compiled: name → variable of the code. */
    class Frame {
      parent: Frame | undefined;
      set(name: string, variable: string): void;
      lookup(name: string): string | null | undefined;
      push(): Frame;
    }
    /** @returns a macro that takes its arguments by place or by name */
    function makeMacro(
      names: readonly string[],
      optional: readonly string[],
      body: (...args: never[]) => unknown,
    ): (...args: unknown[]) => unknown;
    /** Calls what a template calls. @throws Error where it is no function */
    function callWrap(callee: unknown, name: string, context: unknown, args: unknown[]): unknown;
    /** @returns the error with the place in the template, counted from 0 */
    function handleError(error: unknown, line: number, column: number): Error;
  }
  namespace lib {
    /** @returns the error with the template's name in its message */
    function _prettifyError(path: string, withInternals: boolean, error: unknown): Error;
  }
  namespace compiler {
    /** @returns the body of a function that returns the compiled template */
    function compile(
      source: string,
      asyncFilters: string[],
      extensions: unknown[],
      name: string,
      options: ConfigureOptions,
    ): string;

    /** Writes code, statement by statement. `buffer` is the variable that what is printed is added to. */
    class Compiler {
      constructor(templateName: string, throwOnUndefined: boolean);
      templateName: string;
      buffer: string | null;
      inBlock: boolean;
      compile(node: Tree, scope?: runtime.Frame): void;
      getCode(): string;
      _emit(code: string): void;
      _emitLine(code: string): void;
      _tmpid(): string;
      _pushBuffer(): string;
      _popBuffer(): void;
      _emitFuncBegin(node: Tree, name: string): void;
      _emitFuncEnd(): void;
      _compileChildren(node: Tree, scope: runtime.Frame): void;
      _compileExpression(node: Tree, scope: runtime.Frame): void;
      _compileAggregate(node: NodeList, scope: runtime.Frame, start?: string, end?: string): void;
      _compileMacro(macro: Macro, scope?: runtime.Frame): string;
      _emitLoopBindings(loop: Loop, list: string, index: string, length: string): void;
      _getNodeName(node: Tree): string;
      compileRoot(root: NodeList): void;
      compileOutput(node: NodeList, scope: runtime.Frame): void;
      compileLiteral(node: Literal): void;
      compileSymbol(node: Name, scope: runtime.Frame): void;
      compileLookupVal(node: Lookup, scope: runtime.Frame): void;
      compileFunCall(node: Call, scope: runtime.Frame): void;
      compileSet(node: Assignment, scope: runtime.Frame): void;
      compileFor(node: Loop, scope: runtime.Frame): void;
      compileAsyncEach(node: Loop, scope: runtime.Frame): void;
      compileAsyncAll(node: Loop, scope: runtime.Frame): void;
      compileIf(node: Tree, scope: runtime.Frame): void;
      compileIfAsync(node: Tree, scope: runtime.Frame): void;
      compileBlock(node: Block): void;
      compileSuper(node: { blockName: Name; symbol: Name }, scope: runtime.Frame): void;
      compileExtends(node: Reference, scope: runtime.Frame): void;
      compileInclude(node: Reference, scope: runtime.Frame): void;
      compileImport(node: Import, scope: runtime.Frame): void;
      compileFromImport(node: FromImport, scope: runtime.Frame): void;
    }
  }
  interface Environment {
    globals: Record<string, unknown>;
    filters: Record<string, (...args: unknown[]) => unknown>;
    tests: Record<string, (...args: unknown[]) => unknown>;
  }
}
