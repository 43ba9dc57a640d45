import type { Writable } from 'node:stream';
import picocolors from 'picocolors';
import type { Language } from '../diagnostics/finding.js';

type Stream = Writable & { isTTY?: boolean };

/** Where a command runs. */
export interface Surroundings {
  cwd: string;
  env: NodeJS.ProcessEnv;
  stdout: Stream;
  stderr: Stream;
}

/** Where a command speaks: results to stdout, progress and diagnostics to stderr. */
export interface Terminal {
  language: Language;
  colors: ReturnType<typeof picocolors.createColors>;
  result(text: string): void;
  say(text: string): void;
}

export function makeTerminal({ env, stdout, stderr }: Surroundings, language: Language, quiet: boolean): Terminal {
  const isColoured = !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || (stderr.isTTY === true && env.TERM !== 'dumb'));
  return {
    language,
    colors: picocolors.createColors(isColoured),
    result: (text) => void stdout.write(`${text}\n`),
    say: (text) => void (quiet || stderr.write(`${text}\n`)),
  };
}

/**
 * The terminal's language: the option, else the locale, else Chinese. `C` and `POSIX` name no language.
 * @param wanted the value of `--lang`, if any
 */
export function languageOf(wanted: string | undefined, env: NodeJS.ProcessEnv): Language {
  const locale = wanted ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
  return /^en(?:$|[_.-])/iu.test(locale) ? 'en' : 'zh';
}
