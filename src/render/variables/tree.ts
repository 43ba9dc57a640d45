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
  namespace compiler {
    /** @returns the body of a function that returns the compiled template */
    function compile(
      source: string,
      asyncFilters: string[],
      extensions: unknown[],
      name: string,
      options: ConfigureOptions,
    ): string;
  }
  interface Environment {
    filters: Record<string, (...args: unknown[]) => unknown>;
    tests: Record<string, (...args: unknown[]) => unknown>;
  }
}
