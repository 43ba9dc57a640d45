import type { ConfigureOptions } from 'nunjucks';

/** `dev` keeps the line and column of an error, which nunjucks otherwise writes into its message. */
export const engineOptions = {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
  dev: true,
} satisfies ConfigureOptions;
