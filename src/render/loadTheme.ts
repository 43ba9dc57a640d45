import { createHash } from 'node:crypto';
import type { Finding } from '../diagnostics/finding.js';
import { makeEngine } from './environment.js';
import { precompiled } from './precompiled.js';
import { ProseRenderer } from './prose.js';
import { Renderer } from './renderer.js';
import type { CompiledTemplate } from './templateTools.js';
import type { Theme, ThemeAsset } from './theme.js';
import { languageOf, readThemeFiles, type ThemeFile, type ThemeFolders } from './themeFiles.js';
import type { WordLists } from './words.js';

export interface LoadedTheme {
  theme: Theme;
  findings: Finding[];
}

/** The theme that was loaded last: the preview loads it at every change of a text. */
let latest: { key: string; loaded: LoadedTheme } | undefined;

/**
 * Reads a theme: the site's own files lying over the program's, file by file.
 * @returns the theme, and what is wrong with its templates and words; with an error among the findings
 *   nothing may be rendered
 * @throws the file system's error when the program's own theme cannot be read
 */
export async function loadTheme(folders: ThemeFolders): Promise<LoadedTheme> {
  const files = readThemeFiles(folders);
  const key = digestOf(files.map(({ file, name, digest }) => `${file}\0${name}\0${digest}`));
  if (latest?.key !== key) latest = { key, loaded: await compileTheme(files) };
  return latest.loaded;
}

async function compileTheme(files: ThemeFile[]): Promise<LoadedTheme> {
  const assets = files.flatMap(asset);
  const { words, templates, findings } = fromPrecompiled(files) ?? (await compileAll(files, assets));
  const prose = new ProseRenderer();
  const renderer = new Renderer(makeEngine(templates, prose), prose);
  const theme: Theme = {
    digest: digestOf(files.map(({ name, digest }) => `${name}\0${digest}`)),
    assets,
    words: (lang) => words.get(lang) ?? {},
    render: (kind, model, page) => renderer.render(kind, model, page),
  };
  return { theme, findings };
}

interface CompiledTheme {
  words: WordLists;
  templates: ReadonlyMap<string, CompiledTemplate>;
  findings: Finding[];
}

const isTemplate = ({ name }: ThemeFile): boolean => name.endsWith('.njk');
const isWordList = ({ name }: ThemeFile): boolean => /^words\/[\w-]+\.yaml$/.test(name);

/** @returns the program's own theme as it was compiled with the program, or null where a file is another one */
function fromPrecompiled(files: readonly ThemeFile[]): CompiledTheme | null {
  const words: WordLists = new Map();
  const templates = new Map<string, CompiledTemplate>();
  for (const { name, file, digest } of files.filter(isTemplate)) {
    const known = precompiled.templates[name];
    if (known?.digest !== digest) return null;
    templates.set(name, { file, make: known.make });
  }
  for (const { name, digest } of files.filter(isWordList)) {
    const known = precompiled.words[name];
    if (known?.digest !== digest) return null;
    words.set(languageOf(name), known.list);
  }
  return { words, templates, findings: [] };
}

async function compileAll(files: readonly ThemeFile[], assets: readonly ThemeAsset[]): Promise<CompiledTheme> {
  const [{ readWords }, { compileTemplates }] = await Promise.all([import('./words.js'), import('./templates.js')]);
  const { words, findings } = readWords(files.filter(isWordList));
  const compiled = compileTemplates(files.filter(isTemplate), { words, assets: assets.map(({ name }) => name) });
  return { words, templates: compiled.templates, findings: [...findings, ...compiled.findings] };
}

function asset({ name, bytes, digest }: ThemeFile): ThemeAsset[] {
  return name.startsWith('assets/') ? [{ name: name.slice('assets/'.length), bytes, digest }] : [];
}

function digestOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
