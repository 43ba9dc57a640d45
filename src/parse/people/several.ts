import { readGlued } from './glued.js';
import { nameStrength } from './name.js';
import { isOffice, isOrganisation } from './offices.js';
import type { People } from './people.js';

/**
 * 罗青、田野 and 市财政局局长何砚、副局长罗青 name two: no one of them is the speaker, and the other no title.
 * @param text the words of a label
 */
export function namesSeveral(text: string, people: People): boolean {
  if (!/[、,，]/.test(text)) return false;
  const pieces = text.split(/[、,，]/u).map((piece) => piece.trim());
  return pieces.slice(0, -1).some((piece) => {
    if (piece === '' || isOffice(piece) || isOrganisation(piece)) return false;
    if (people.has(piece) || (nameStrength(piece) === 'strong' && piece.length < 4)) return true;
    const glued = readGlued(piece, people, false);
    return glued?.certainty === 'clear' || glued?.certainty === 'confirmed';
  });
}
