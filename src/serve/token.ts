import { randomBytes, timingSafeEqual } from 'node:crypto';

/** @returns a secret that this server's own pages hold, and no page of another site can know */
export function newToken(): string {
  return randomBytes(18).toString('base64url');
}

/** Compares in a time that tells nothing of where they differ. */
export function isToken(token: string, given: string | null): boolean {
  if (given === null || given.length !== token.length) return false;
  const a = Buffer.from(token);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}
