import nunjucks from 'nunjucks';
import { type Finding, find } from '../diagnostics/finding.js';
import { nearest } from '../load/nearest.js';
import { type ViewKind, viewSchemas } from '../plan/views/index.js';
import { engineOptions } from './engineOptions.js';
import { makeEngine } from './environment.js';
import { globalNames } from './globalNames.js';
import { ProseRenderer } from './prose.js';
import { factsOf, templateCode, toolsName } from './templateCode.js';
import type { CompiledTemplate, TemplateMaker } from './templateTools.js';
import type { ThemeFile } from './themeFiles.js';
import type { ParsedTemplate } from './variables/blocks.js';
import { TemplateCheck } from './variables/checkTemplates.js';
import type { Engine } from './variables/expression.js';
import { plain, type Shape, shapeOf } from './variables/shape.js';
import type { WordLists } from './words.js';

/** Kinds of page that a template makes; `speech` is made by `speech.njk`. */
const templateKinds = (Object.keys(viewSchemas) as ViewKind[]).filter((kind) => kind !== 'file' && kind !== 'jsonFeed');

/** What templates can name besides the view model's own fields. */
export interface Vocabulary {
  words: WordLists;
  /** Names of the theme's assets. */
  assets: string[];
}

/**
 * Compiles every template, once, and checks all that they name.
 * @param files the theme's templates
 */
export function compileTemplates(
  files: readonly ThemeFile[],
  vocabulary: Vocabulary,
): { templates: Map<string, CompiledTemplate>; findings: Finding[] } {
  const findings: Finding[] = [];
  const parsed = new Map<string, ParsedTemplate>();
  const templates = new Map<string, CompiledTemplate>();
  const sources = new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
  const facts = factsOf(sources);
  for (const { name, file } of files) {
    const source = sources.get(name) ?? '';
    try {
      parsed.set(name, { name, file, tree: nunjucks.parser.parse(source, [], engineOptions) });
      const make = new Function(toolsName, templateCode(name, source, facts)) as TemplateMaker;
      templates.set(name, { file, make });
    } catch (error) {
      findings.push(syntaxFinding(error, source, file));
    }
  }

  const names = [...sources.keys()];
  const check = new TemplateCheck(parsed, names, engineOf(templates));
  for (const kind of templateKinds) check.check(`${kind}.njk`, fieldsOf(kind, vocabulary));
  findings.push(...check.findings());

  // A template of the site that nothing uses is probably misspelt; one of the program's own may be out of use.
  const reached = [...templateKinds.map((kind) => `${kind}.njk`), ...check.reached].sort();
  for (const { name, file, own } of files) {
    if (!own || check.reached.has(name) || findings.some((finding) => finding.file === file)) continue;
    findings.push(find('template-unused', file, undefined, { name, nearest: nearest(name, reached) }));
  }
  return { templates, findings };
}

function engineOf(templates: ReadonlyMap<string, CompiledTemplate>): Engine {
  const { filters, tests } = makeEngine(templates, new ProseRenderer()).nunjucks;
  return { filters: Object.keys(filters), tests: Object.keys(tests), globals: globalNames };
}

/** What a page of a kind can hold. Words and assets are those that the theme has. */
function fieldsOf(kind: ViewKind, { words, assets }: Vocabulary): ReadonlyMap<string, Shape> {
  const page = shapeOf(viewSchemas[kind]);
  const fields = new Map(page.is === 'object' ? page.fields() : []);
  // Without a list that can be read, each of its words would be a finding of its own.
  const [list] = words.values();
  if (fields.has('words')) fields.set('words', { is: 'record', item: plain, keys: list ? Object.keys(list) : null });
  if (fields.has('assets')) fields.set('assets', { is: 'record', item: plain, keys: assets });
  return fields;
}

/** Nunjucks gives no place where a template ends too soon: it is the last line then. */
function syntaxFinding(error: unknown, source: string, file: string): Finding {
  const { lineno, colno, message } = error as nunjucks.lib.TemplateError;
  const lastLine = source.replace(/\s+$/, '').split('\n');
  const place = lineno
    ? { line: lineno, column: colno || 1 }
    : { line: lastLine.length, column: (lastLine.at(-1) ?? '').length || 1 };
  // Messages of the compiler carry the file and place as well, on a line of their own.
  const reason = (message.split('\n').at(-1) ?? message).trim().replace(/^Error: /, '');
  return find('template-syntax', file, place, { message: reason });
}
