import { type Finding, find } from '../diagnostics/finding.js';
import type { RuleId } from '../diagnostics/rules/index.js';
import { codeOf } from './fileSystem.js';

/** The site could not be published. The findings say why, in words for the person at the keyboard. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
  readonly findings: Finding[];

  constructor(findings: Finding[], options?: ErrorOptions) {
    super(findings.map((finding) => `${finding.file}: ${finding.reason}`).join('\n'), options);
    this.findings = findings;
  }
}

const ruleOfCode: Record<string, RuleId> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'output-not-writable',
  EPERM: 'output-not-writable',
  EROFS: 'output-not-writable',
  // On Windows a file that another program holds open.
  EBUSY: 'output-not-writable',
  EMFILE: 'too-many-open-files',
  ENFILE: 'too-many-open-files',
  ENAMETOOLONG: 'output-name-too-long',
  ENOTDIR: 'file-in-the-way',
  EEXIST: 'file-in-the-way',
  EISDIR: 'folder-in-the-way',
  ENOTEMPTY: 'folder-in-the-way',
  EXDEV: 'other-file-system',
  // Ours.
  EFOREIGN: 'foreign-file',
};

/** Something that is not ours stands where a file is to go, after the last look that could refuse the build. */
export class ForeignFile extends Error {
  readonly code = 'EFOREIGN';
  readonly path: string;

  constructor(path: string) {
    super(`not ours: ${path}`);
    this.path = path;
  }
}

/**
 * Turns the file system's error into one finding.
 * @param file the path to name when the error has none
 * @param show a path on disk as the user knows it
 * @returns a PublishError; an error that is not the file system's comes back as it is, being our own mistake
 */
export function failure(error: unknown, file: string, show: (path: string) => string): unknown {
  const code = codeOf(error);
  if (code === null || error instanceof PublishError) return error;
  const at = pathOf(error);
  const place = at === null ? file : show(at);
  return new PublishError([find(ruleOfCode[code] ?? 'disk-fault', place, undefined, { path: place, code })], {
    cause: error,
  });
}

/** For a rename it is the new name that people know; the old one is in the staging folder. */
function pathOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('dest' in error && typeof error.dest === 'string') return error.dest;
  return 'path' in error && typeof error.path === 'string' ? error.path : null;
}
