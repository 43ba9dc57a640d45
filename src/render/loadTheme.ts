import { createHash } from 'node:crypto';
import type { Finding } from '../diagnostics/finding.js';
import type { PageOf } from '../plan/page.js';
import type { ViewKind, Views } from '../plan/views/index.js';
import { cleanText } from './cleanText.js';
import { makeEnvironment, type TemplateSources } from './environment.js';
import { compileTemplates } from './templates.js';
import type { Theme, ThemeAsset } from './theme.js';
import { readThemeFiles, type ThemeFile, type ThemeFolders } from './themeFiles.js';
import { readWords } from './words.js';

/**
 * Reads a theme: the site's own files lying over the program's, file by file.
 * @returns the theme, and what is wrong with its templates and words; with an error among the findings
 *   nothing may be rendered
 * @throws the file system's error when the program's own theme cannot be read
 */
export async function loadTheme(options: ThemeFolders): Promise<{ theme: Theme; findings: Finding[] }> {
  const files = await readThemeFiles(options);
  const sources = templateSources(files);
  const { words, findings } = readWords(files);
  const environment = makeEnvironment(sources);
  const assets = files.flatMap(asset);
  const own = new Set(files.filter((file) => file.own).map(({ name }) => name));
  findings.push(...compileTemplates(environment, sources, own, { words, assets: assets.map(({ name }) => name) }));

  const theme: Theme = {
    digest: digestOf(files),
    assets,
    words: (lang) => words.get(lang) ?? {},
    render<K extends ViewKind>(kind: K, model: Views[K], page: PageOf<K>): string | Uint8Array {
      if (kind === 'file') return (model as Views['file']).bytes;
      if (kind === 'jsonFeed') return (model as Views['jsonFeed']).json;
      try {
        return cleanText(environment.render(`${kind}.njk`, model));
      } catch (error) {
        throw new Error(`Failed to render ${page.path} with ${kind}.njk`, { cause: error });
      }
    },
  };
  return { theme, findings };
}

function templateSources(files: ThemeFile[]): TemplateSources {
  const decoder = new TextDecoder();
  const templates = files.filter(({ name }) => name.endsWith('.njk'));
  return new Map(templates.map(({ name, file, bytes }) => [name, { source: decoder.decode(bytes), file }]));
}

function asset({ name, bytes, digest }: ThemeFile): ThemeAsset[] {
  return name.startsWith('assets/') ? [{ name: name.slice('assets/'.length), bytes, digest }] : [];
}

function digestOf(files: ThemeFile[]): string {
  const hash = createHash('sha256');
  for (const { name, digest } of files) hash.update(`${name}\0${digest}\n`);
  return hash.digest('hex');
}
