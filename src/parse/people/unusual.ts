import { isPhrase } from './name.js';
import { isOffice, isOrganisation } from './offices.js';
import { isRole } from './roles.js';

/** 才让东知布 behind 州长: Han characters that are no office, no body and no verb. */
export function mayBeUnusualName(name: string): boolean {
  if (!/^\p{Script=Han}{2,6}$/u.test(name)) return false;
  return !isOffice(name) && !isOrganisation(name) && !isRole(name) && !isPhrase(name);
}
