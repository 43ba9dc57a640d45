/** Set by `scripts/compile.js`; absent where the program runs from its sources (tests). */
declare const __PROGRAM_DIGEST__: string | undefined;
declare const __PROGRAM_VERSION__: string | undefined;

/**
 * Hash of the whole compiled program, libraries included; part of every page's key, so that a newer program
 * renders every page anew. `source` where the program was not compiled.
 */
export const programDigest = typeof __PROGRAM_DIGEST__ === 'undefined' ? 'source' : __PROGRAM_DIGEST__;

/** The version of `package.json`. `source` where the program was not compiled. */
export const programVersion = typeof __PROGRAM_VERSION__ === 'undefined' ? 'source' : __PROGRAM_VERSION__;

/** The folder of `package.json` and `templates/`, with a slash at its end: `src/` and `lib/` both lie directly in it. */
export const programFolder = /* @__PURE__ */ new URL('../', import.meta.url);
