import type { TemplateMaker } from './templateTools.js';

/**
 * The program's own theme, compiled beforehand: parsing and compiling its templates, its word lists and the
 * check of its variables take a third of the time in which a small site is built.
 */
export interface Precompiled {
  /** By name, with the digest of the file that the code was made of. */
  templates: Record<string, { digest: string; make: TemplateMaker }>;
  words: Record<string, { digest: string; list: Record<string, string> }>;
}

/** Empty where the program runs from its sources; `scripts/precompileTheme.js` fills it when it is compiled. */
export const precompiled: Precompiled = { templates: {}, words: {} };
