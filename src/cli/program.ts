import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { programVersion } from '../program.js';
import type { BuildArguments } from './build.js';
import type { CheckArguments } from './check.js';
import type { DevArguments } from './dev.js';
import { languageOf, makeTerminal, type Surroundings, type Terminal } from './terminal.js';
import { words } from './words.js';

interface Shared {
  lang?: string;
  quiet?: boolean;
}

/**
 * Reads the arguments and runs a command.
 * @returns the exit status: 0 fine, 1 errors (or warnings under `--strict`), 2 wrong usage (contract, "Command line")
 */
export async function runCli(args: readonly string[], around: Surroundings): Promise<number> {
  let status = 0;
  const program = makeProgram(around, async (shared, run) => {
    status = await guarded(
      run,
      makeTerminal(around, languageOf(shared.lang, around.env), shared.quiet ?? false),
      around,
    );
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

type Run = (terminal: Terminal) => Promise<number> | number;
type Start = (shared: Shared, run: Run) => Promise<void>;

function makeProgram({ cwd, env, stdout, stderr }: Surroundings, start: Start): Command {
  const program = new Command('zhaideng')
    .description('把会议发言摘登变成网站 / turns digests of speeches into a site')
    .version(programVersion)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: (text, write) =>
        write(`${words[languageOf(undefined, env)].usage}: ${text.replace(/^error: /u, '')}`),
    })
    .showHelpAfterError();
  const content = new Option('--content <dir>', '内容文件夹 / content folder').default('content');
  const templates = new Option('--templates <dir>', '模板文件夹 / templates').default('templates');
  const baseUrl = new Option('--base-url <url>', '网站的网址 / address of the site').argParser(webAddress);
  const lang = new Option('--lang <lang>', '终端的语言 / language of the terminal').choices(['zh', 'en']);

  program
    .command('build')
    .description('content → site')
    .addOption(content)
    .addOption(new Option('--out <dir>', '输出文件夹 / output folder').default('dist'))
    .addOption(templates)
    .addOption(baseUrl)
    .option('--strict', '有警告也算失败 / warnings fail')
    .option('--no-search', '不做搜索 / no search')
    .option('--no-cache', '不用缓存 / no build state')
    .addOption(new Option('--jobs <n>', '并行数 / workers').argParser(workers))
    .option('--json', '结果用 JSON / result as JSON')
    .option('--quiet', '只报结果 / no progress')
    .addOption(lang)
    .action((options: BuildArguments & Shared) =>
      start(options, async (terminal) => (await import('./build.js')).build(options, terminal, cwd)),
    );

  program
    .command('check')
    .description('reads and proofreads, writes nothing')
    .argument('[path...]', '文件或文件夹 / files or folders')
    .addOption(content)
    .option('--json', '记录用 JSON / records as JSON')
    .option('--strict', '有警告也算失败 / warnings fail')
    .option('--quiet', '只报结果 / no progress')
    .addOption(lang)
    .action((paths: string[], options: CheckArguments & Shared) =>
      start(options, async (terminal) => (await import('./check.js')).check(paths, options, terminal, cwd)),
    );

  program
    .command('dev')
    .description('builds, watches, serves with live reload')
    .addOption(content)
    .addOption(templates)
    .addOption(baseUrl)
    .addOption(new Option('--port <n>', '端口 / port').default(4321).argParser(count))
    .option('--strict-port', '端口被占就失败 / fail when the port is taken')
    .addOption(new Option('--host <name>', '地址 / host').default('127.0.0.1'))
    .option('--open', '打开浏览器 / open a browser')
    .addOption(lang)
    .action((options: DevArguments & Shared) =>
      start(options, async (terminal) => (await import('./dev.js')).dev(options, terminal, cwd)),
    );

  program
    .command('new')
    .description('a new site that builds at once')
    .argument('<dir>', '文件夹 / folder')
    .addOption(lang)
    .action((dir: string, options: Shared) =>
      start(options, async (terminal) => (await import('./new.js')).newSite(dir, terminal, cwd)),
    );
  return program;
}

/** A fault of the program is one line for the person at the keyboard; the stack is for `DEBUG=zhaideng`. */
async function guarded(run: Run, terminal: Terminal, { env }: Surroundings): Promise<number> {
  try {
    return await run(terminal);
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    terminal.report(`${words[terminal.language].crash}\n  ${message}`);
    if (env.DEBUG === 'zhaideng' && error instanceof Error) terminal.report(error.stack ?? '');
    return 1;
  }
}

function count(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/u.test(text) || value > 65_535) throw new InvalidArgumentError('应为整数 / must be a whole number');
  return value;
}

function workers(text: string): number {
  const value = count(text);
  if (value === 0) throw new InvalidArgumentError('至少为 1 / must be at least 1');
  return value;
}

function webAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:\/\//iu.test(text))
    throw new InvalidArgumentError('应以 https:// 开头 / must begin with https://');
  return text;
}
