import type { Middleware } from '../exchange.js';

/**
 * Threat: another site that is open in the editor's browser looks at the preview, which may hold what is not
 * published yet. No answer allows another origin (there is no CORS header anywhere), none is taken for another
 * type than it says, none can be framed or loaded by another site, and links tell nobody where they came from.
 */
export const securityHeaders: Middleware = ({ response }) => {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Referrer-Policy', 'no-referrer');
  return false;
};
