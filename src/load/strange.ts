import type { PhrasingContent } from 'mdast';
import { type Finding, find } from '../diagnostics/finding.js';
import type { Place } from '../records/place.js';
import type { BlockRoot } from './document.js';

type StrangeRule = 'replacement-character' | 'private-use-character' | 'control-character' | 'direction-character';

/** So many of each are named with their places; the rest is counted in the last one's finding. */
const NAMED = 5;
const strange =
  /[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]|[\u{f0000}-\u{10ffff}]/u;
const everyStrange = new RegExp(strange, 'gu');

/** Collects characters that no reader should meet, and says where the first of each kind stand. */
class StrangeCharacters {
  private readonly found = new Map<StrangeRule, { places: { place: Place; code: string }[]; count: number }>();

  /** Looks through a text that begins at `start`. */
  look(text: string, start: Place): void {
    if (!strange.test(text)) return;
    let line = start.line;
    let lineStart = 1 - start.column;
    let searched = 0;
    for (const { 0: character, index } of text.matchAll(everyStrange)) {
      for (let end = text.indexOf('\n', searched); end !== -1 && end < index; end = text.indexOf('\n', searched)) {
        line += 1;
        lineStart = end + 1;
        searched = end + 1;
      }
      this.add(character, { line, column: index - lineStart + 1 });
    }
  }

  private add(character: string, place: Place): void {
    const code = character.codePointAt(0) ?? 0;
    const rule = ruleOf(code);
    let kind = this.found.get(rule);
    if (kind === undefined) {
      kind = { places: [], count: 0 };
      this.found.set(rule, kind);
    }
    kind.count += 1;
    if (kind.places.length < NAMED) {
      kind.places.push({ place, code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` });
    }
  }

  /** @returns the findings, at most five and a count of each kind */
  findings(file: string): Finding[] {
    const findings: Finding[] = [];
    for (const [rule, { places, count }] of this.found) {
      for (const { place, code } of places) findings.push(find(rule, file, place, { code }));
      const last = places.at(-1);
      if (last !== undefined && count > places.length) {
        findings.push(find(`${rule}-more`, file, last.place, { more: count - places.length }));
      }
    }
    return findings;
  }
}

/**
 * Embeddings, overrides and isolates (UAX 9) show text in another order than it has: a reader would see one name
 * where another stands. The marks U+200E and U+200F turn nothing around.
 */
function ruleOf(code: number): StrangeRule {
  if (code === 0xfffd) return 'replacement-character';
  if (code >= 0xe000) return 'private-use-character';
  return code >= 0x2000 ? 'direction-character' : 'control-character';
}

/** @returns findings for the strange characters of a whole text */
export function strangeCharacters(text: string, file: string): Finding[] {
  if (!strange.test(text)) return [];
  const collected = new StrangeCharacters();
  collected.look(text, { line: 1, column: 1 });
  return collected.findings(file);
}

/** @returns findings for the strange characters of blocks, for formats whose source is not their text */
export function strangeInBlocks(root: BlockRoot, file: string): Finding[] {
  const collected = new StrangeCharacters();
  const look = (nodes: PhrasingContent[]): void => {
    for (const node of nodes) {
      if ('children' in node) look(node.children);
      else if (node.type === 'text') collected.look(node.value, node.position?.start ?? { line: 1, column: 1 });
    }
  };
  for (const { children } of root.children) look(children);
  return collected.findings(file);
}
