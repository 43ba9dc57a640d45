/** What nunjucks 3.2 has and neither exports nor describes. */
declare module 'nunjucks/src/transformer.js' {
  const transformer: {
    /** @returns the tree as the compiler wants it: `super()` before the block that asks for it */
    transform<T>(tree: T, asyncFilters: readonly string[]): T;
  };
  export = transformer;
}
