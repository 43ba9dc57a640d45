export { ServeError } from './listen.js';
export type { Rebuild, RebuildResult } from './rebuilder.js';
export { type Preview, type ServeLog, type ServeOptions, serve } from './serve.js';
