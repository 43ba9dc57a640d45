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

type Colors = ReturnType<typeof picocolors.createColors>;

/** Where a command speaks: results to stdout, progress and diagnostics to stderr. */
export interface Terminal {
  language: Language;
  /** Only what went wrong is said, no progress. */
  quiet: boolean;
  /** For {@link report} and {@link say}; `resultColors` are for {@link result}. */
  colors: Colors;
  resultColors: Colors;
  result(text: string): void;
  /** What went wrong, `--quiet` or not. */
  report(text: string): void;
  /** Progress. */
  say(text: string): void;
}

export function makeTerminal({ env, stdout, stderr }: Surroundings, language: Language, quiet: boolean): Terminal {
  const report = (text: string) => void stderr.write(`${text}\n`);
  return {
    language,
    quiet,
    colors: picocolors.createColors(isColoured(stderr, env)),
    resultColors: picocolors.createColors(isColoured(stdout, env)),
    result: (text) => void stdout.write(`${text}\n`),
    report,
    say: quiet ? () => undefined : report,
  };
}

/** https://no-color.org: any value but the empty one. */
function isColoured(stream: Stream, { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false;
  return FORCE_COLOR ? FORCE_COLOR !== '0' : stream.isTTY === true && TERM !== 'dumb';
}

/**
 * The terminal's language: the option, else the locale, else Chinese. `C` and `POSIX` name no language.
 * @param wanted the value of `--lang`, if any
 */
export function languageOf(wanted: string | undefined, env: NodeJS.ProcessEnv): Language {
  const locale = wanted ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
  return /^en(?:$|[_.-])/iu.test(locale) ? 'en' : 'zh';
}

/**
 * Text from outside as one harmless line: content can hold the sequences that move a terminal's cursor, or turn
 * the direction of what follows.
 */
export function harmless(text: string): string {
  return text
    .replace(/[\t\r\n]/gu, ' ')
    .replace(/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
