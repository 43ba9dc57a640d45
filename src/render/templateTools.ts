import nunjucks from 'nunjucks';
import { cleanPiece, half } from './cleanText.js';
import type { Engine } from './engine.js';
import { escapeAll } from './escape.js';
import { Frame } from './frame.js';
import { Markup } from './markup.js';
import type { PageContext } from './pageContext.js';

const { SafeString } = nunjucks.runtime;

/** A block, or a whole template. @returns what it prints */
export type PagePart = (engine: Engine['nunjucks'], context: PageContext, frame: Frame) => string;

/** A compiled template. */
export interface TemplateCode {
  root: PagePart;
  blocks: Record<string, PagePart>;
  /** It gives names to the page's variables, or has blocks: it needs variables of its own. */
  setsNames: boolean;
  library?: Library;
}

/** The macros of a template that has nothing else. */
export interface Library {
  make(engine: Engine['nunjucks'], context: PageContext): Exports;
  /** They ask for names that a page may give other values later. */
  keepsNames: boolean;
  /** They ask for nothing of the page but what is the same on every page. */
  isSame: boolean;
}

/** What a template gives to one that imports it. */
export type Exports = Record<string, unknown>;

/** Makes a template's code, given {@link templateTools}. */
export type TemplateMaker = (tools: TemplateTools) => TemplateCode;

/** A template as it was compiled. */
export interface CompiledTemplate {
  /** For messages. */
  file: string;
  make: TemplateMaker;
}

/** What `escape` or `cleanPiece` would change. */
const special = /[&"'<>\\`\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** Texts that were escaped of late: a page's policy and its site's name are the same on thousands. */
const escaped = new Map<string, string>();
const mostEscaped = 1000;
const longestEscaped = 500;

function escapeClean(text: string): string {
  // What has half a character is not remembered: its page is to hear of it each time.
  if (text.length > longestEscaped || half.test(text)) return escapeAll(cleanPiece(text));
  const known = escaped.get(text);
  if (known !== undefined) return known;
  const made = escapeAll(cleanPiece(text));
  if (escaped.size === mostEscaped) escaped.clear();
  escaped.set(text, made);
  return made;
}

/** The functions that compiled templates call. */
export const templateTools = {
  runtime: { ...nunjucks.runtime, Frame, SafeString: Markup },

  /** A value as it goes into the page: escaped unless it is markup, and without forbidden characters. */
  print(value: unknown): string {
    if (typeof value === 'string') return special.test(value) ? escapeClean(value) : value;
    if (value instanceof Markup) return value.val;
    if (value === undefined || value === null) return '';
    return value instanceof SafeString ? cleanPiece(value.toString()) : escapeClean(String(value));
  },

  /** Keeps a piece that is the same on every page. @returns it */
  keep(kept: (string | undefined)[], number: number, piece: string): string {
    // What has half a character is printed anew: its page is to hear of it each time.
    if (!half.test(piece)) kept[number] = piece;
    return piece;
  },

  /** The value of a name that a frame may hold. */
  find(context: PageContext, frame: Frame, name: string): unknown {
    const value = frame.lookup(name);
    return value !== undefined ? value : context.lookup(name);
  },

  /** A macro without optional arguments; given as many as it has, by place, there is nothing to sort. */
  macro(names: readonly string[], body: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
    const general = nunjucks.runtime.makeMacro(names, [], body);
    const count = names.length;
    if (count === 1) {
      return function macro(first: unknown) {
        // biome-ignore lint/complexity/noArguments: what else is given is seldom, and a list of it costs each call
        return arguments.length === 1 && !isKeywords(first) ? body(first) : general(...arguments);
      };
    }
    if (count === 2) {
      return function macro(first: unknown, second: unknown) {
        // biome-ignore lint/complexity/noArguments: as above
        return arguments.length === 2 && !isKeywords(second) ? body(first, second) : general(...arguments);
      };
    }
    return (...args) => (args.length === count && !isKeywords(args[count - 1]) ? body(...args) : general(...args));
  },

  /** @throws Error where a template has no such macro */
  imported(exports: Exports, name: string): unknown {
    if (!Object.hasOwn(exports, name)) throw new Error(`cannot import '${name}'`);
    return exports[name];
  },
};

function isKeywords(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '__keywords' in value;
}

export type TemplateTools = typeof templateTools;

export const toolNames = Object.keys(templateTools);
