export { ServeError } from './listen.js';
export { serve } from './serve.js';
