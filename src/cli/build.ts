import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite } from '../build/build.js';
import { TextStore } from '../editions/textStore.js';
import { programDigest, programFolder } from '../program.js';
import { FolderOutput } from '../publish/index.js';
import { noState, openState } from '../state/state.js';
import { messageOf, printFindings } from './diagnostics.js';
import type { Terminal } from './terminal.js';
import { words } from './words.js';

export interface BuildArguments {
  content: string;
  out: string;
  templates: string;
  baseUrl?: string;
  strict?: boolean;
  cache: boolean;
  search: boolean;
  jobs?: number;
  json?: boolean;
}

/** The program's own folders: pages among them would be part of the next program. */
const ownSources = ['src', 'lib', 'templates'].map((name) => fileURLToPath(new URL(name, programFolder)));

/** `zhaideng build`: content → site. @returns the exit status */
export async function build(options: BuildArguments, terminal: Terminal, cwd: string): Promise<number> {
  const text = words[terminal.language];
  const output = new FolderOutput({
    dir: resolve(cwd, options.out),
    forbidden: [...[options.content, options.templates].map((path) => resolve(cwd, path)), ...ownSources],
  });
  const texts = new TextStore(stateFolder(cwd, options.content));
  const result = await buildSite({
    cwd,
    content: options.content,
    templates: options.templates,
    baseUrl: options.baseUrl ?? null,
    strict: options.strict ?? false,
    texts,
    openState: () => (options.cache ? openState(stateFolder(cwd, options.content), programDigest) : noState()),
    output,
    jobs: options.jobs ?? availableParallelism(),
  });
  texts.close();
  const findings = [...result.findings, ...output.findings];
  await printFindings(findings, terminal, cwd);
  const { ok, editions, speeches, pages, rendered, published } = result;
  if (options.json)
    terminal.result(
      JSON.stringify(
        {
          ok,
          editions,
          speeches,
          pages,
          rendered,
          ...published,
          messages: findings.map((finding) => messageOf(finding, terminal)),
        },
        null,
        2,
      ),
    );
  if (!ok || !published) {
    const isUnfinished = findings.some(({ ruleId }) => ruleId === 'publish-unfinished');
    const failed = findings.some(({ fatal }) => fatal === true) ? text.notBuilt : text.notBuiltStrict;
    terminal.report(isUnfinished ? text.notFinished : failed);
    return 1;
  }
  terminal.say(text.built(editions, speeches, pages));
  terminal.say(text.wrote(rendered, published.written, published.unchanged, published.removed));
  return 0;
}

/** `.zhaideng/` stands beside the content folder (contract, "Places"). */
export function stateFolder(cwd: string, content: string): string {
  return join(dirname(resolve(cwd, content)), '.zhaideng');
}
