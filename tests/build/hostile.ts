import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import type { Run, Site } from '../setup/site.js';

/** What a process used: seconds of processor time, and the most memory at a time in bytes. */
export interface Cost {
  seconds: number;
  memory: number;
}

/** Writes down what the process used when it ends. */
const meter = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs';
  process.on('exit', () => writeFileSync(process.env.COST, JSON.stringify(process.resourceUsage())));
`)}`;

/** Runs the program and measures it. */
export async function measured(site: Site, args: string[]): Promise<Run & { cost: Cost }> {
  const file = join(site.folder, 'cost.json');
  const run = await site.run(args, { NODE_OPTIONS: `--import=${meter}`, COST: file });
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(file, 'utf8'));
  return { ...run, cost: { seconds: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS * 1024 } };
}

type Node = ReturnType<typeof fromHtml>['children'][number];

/** @returns what could run, or send the reader somewhere by itself, in an HTML page of the site */
export function activeIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.type !== 'element') return;
    const { tagName, properties, children } = node;
    if (tagName === 'script' && properties.type === 'application/ld+json') {
      const [text] = children;
      JSON.parse(text?.type === 'text' ? text.value : '');
    } else if (tagName === 'script' && !/^\/(?:[\w-]+\/)*assets\//.test(String(properties.src))) found.push('script');
    if (/^(?:iframe|object|embed|svg|math|base|form|style|template)$/.test(tagName)) found.push(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name) || name === 'style' || name === 'srcDoc') found.push(`${tagName} ${name}`);
      if (/^\s*(?:javascript|vbscript|data):/i.test(String(value))) found.push(`${tagName} ${name}=${String(value)}`);
    }
    for (const child of children) visit(child);
  };
  for (const child of fromHtml(html).children) visit(child);
  return found;
}

/** Characters that XML 1.0 allows (section 2.2). */
const xml = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

/** @returns what is wrong in the published files: path → what */
export function activeFiles(site: Site): Record<string, string[]> {
  const wrong: Record<string, string[]> = {};
  const dist = join(site.folder, 'dist');
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    const found: string[] = [];
    if (path.endsWith('.html')) found.push(...activeIn(text));
    if (path.endsWith('.json')) JSON.parse(text);
    if (path.endsWith('.xml') && (!xml.test(text) || /]]>|<script|<!DOCTYPE/i.test(text))) found.push('xml');
    if (found.length > 0) wrong[path.slice(dist.length + 1)] = found;
  }
  return wrong;
}
