import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PhrasingContent } from 'mdast';
import { onTestFinished } from 'vitest';
import { type Finding, severityOf } from '../../src/diagnostics/finding.js';
import type { Block, LoadedDocument } from '../../src/load/document.js';
import { loadDocument } from '../../src/load/load.js';
import { type Content, scanContent } from '../../src/load/scan.js';

export type Files = Record<string, string | Uint8Array>;

/** Makes a temporary folder with files in it; it is gone after the test. */
export function makeFolder(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhaideng-load-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  addFiles(folder, files);
  return folder;
}

export function addFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const absolute = join(folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, content);
  }
}

/** Scans `content/` of a new folder. */
export function scan(files: Files): Promise<Content> {
  const cwd = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text])));
  return scanContent('content', { cwd });
}

/** Loads the only input of a new content folder. */
export async function load(files: Files): Promise<LoadedDocument> {
  const { inputs } = await scan(files);
  const [input] = inputs;
  if (input === undefined || inputs.length > 1) throw new Error(`${inputs.length} inputs where one was expected`);
  return loadDocument(input);
}

/** Findings as people meet them: `content/x.txt:1:1 error empty-file`. */
export function say(findings: Finding[]): string[] {
  return findings.map((finding) => {
    const { file, line, column, ruleId } = finding;
    return `${file}:${line}:${column} ${severityOf(finding)} ${ruleId}`;
  });
}

/** A block in one line: `2:1 # text`, with *emphasis*, **strong**, `code` and [links](to). */
function show(block: Block): string {
  const { line, column } = block.position?.start ?? { line: 0, column: 0 };
  const depth = block.type === 'heading' ? `${'#'.repeat(block.depth)} ` : '';
  const { gap, centred, pictures } = block.data?.facts ?? {};
  const facts = [
    ...(gap === true ? ['gap'] : []),
    ...(centred === true ? ['centred'] : []),
    ...(pictures ?? []).map(({ source }) => source),
  ];
  const shown = facts.length === 0 ? '' : ` {${facts.join(' ')}}`;
  return `${line}:${column} ${depth}${block.children.map(phrase).join('')}${shown}`;
}

function phrase(node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  const inner = 'children' in node ? node.children.map(phrase).join('') : '';
  if (node.type === 'link') return `[${inner}](${node.url})`;
  const mark = { strong: '**', emphasis: '*', delete: '~~' }[node.type as string] ?? '?';
  return `${mark}${inner}${mark}`;
}

export function blocks(document: LoadedDocument): string[] {
  return document.root.children.map(show);
}

/** Every text of a block with its place: `1:5 text`. */
export function texts(block: Block | undefined): string[] {
  const found: string[] = [];
  const collect = (nodes: PhrasingContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') found.push(`${node.position?.start.line}:${node.position?.start.column} ${node.value}`);
      else if ('children' in node) collect(node.children);
    }
  };
  collect(block?.children ?? []);
  return found;
}
