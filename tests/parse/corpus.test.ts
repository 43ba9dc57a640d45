import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Severity, severityOf } from '../../src/diagnostics/finding.js';
import { nameEdition } from '../../src/editions/naming.js';
import { layoutIds } from '../../src/parse/layouts/index.js';
import { parseEdition } from '../../src/parse/parse.js';
import { documentsIn, told } from './document.js';

const corpus = fileURLToPath(new URL('../corpus/', import.meta.url));
const besideLayouts = fileURLToPath(new URL('../../src/parse/layouts/', import.meta.url));

const foldersIn = (parent: string) => readdirSync(parent).map((name) => join(parent, name));

/** @returns the cases that stand beside a layout's file: titles-name-colon has them in titlesNameColon.fixtures */
function fixturesOf(id: string): string[] {
  return foldersIn(join(besideLayouts, `${id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}.fixtures`));
}

const ids = layoutIds();
const cases = [...foldersIn(corpus), ...ids.flatMap(fixturesOf)].sort();

interface Expected {
  messages?: { severity: Severity; line: number }[];
  accounting?: object;
  [key: string]: unknown;
}

/**
 * @param expected keys that it does not name are free; lists are of one length
 * @returns the expected value with what was found under the keys that it names: equal to it, if all is well
 */
function underSameKeys(expected: unknown, found: unknown): unknown {
  if (Array.isArray(expected)) {
    return Array.isArray(found) ? found.map((each, index) => underSameKeys(expected[index], each)) : found;
  }
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null) return found;
  const keys = Object.keys(expected);
  const values = new Map(Object.entries(found));
  return Object.fromEntries(
    keys.map((key) => [key, underSameKeys((expected as Record<string, unknown>)[key], values.get(key))]),
  );
}

describe('the records of the corpus are those that its cases expect', () => {
  for (const folder of cases) {
    test(basename(folder), async () => {
      const documents = await documentsIn(folder);
      expect(documents).toHaveLength(1);
      const document = documents[0];
      if (document === undefined) return;
      const parsed = parseEdition(document);
      const edition = await nameEdition(parsed.edition, document);
      const {
        messages = [],
        accounting = {},
        ...records
      } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;

      expect(underSameKeys(records, edition)).toEqual(records);

      const findings = [...document.findings, ...parsed.findings].filter((each) => severityOf(each) !== 'info');
      const wanted = messages.filter(({ severity }) => severity !== 'info');
      const named = findings.map((each) => ({ severity: severityOf(each), line: each.line }));
      for (const message of wanted) expect(named).toContainEqual({ severity: message.severity, line: message.line });
      const unexpected = findings.filter(
        (each) => !wanted.some(({ severity, line }) => severity === severityOf(each) && line === each.line),
      );
      expect(unexpected.map(told)).toEqual([]);

      const { characters, placed, decoration, unplaced } = parsed.accounting;
      expect(unplaced).toBe(0);
      expect(placed + decoration).toBe(characters);
      expect(parsed.accounting).toMatchObject(accounting);
    });
  }
});

describe('a layout is known by the fixtures beside it', () => {
  test.each(ids)('%s', async (id) => {
    const folders = fixturesOf(id);
    expect(folders.length).toBeGreaterThanOrEqual(3);
    for (const folder of folders) {
      const [document] = await documentsIn(folder);
      expect([folder, document && parseEdition(document).layout?.id]).toEqual([folder, id]);
    }
  });

  test('and no fixtures are left without a layout', () => {
    const folders = readdirSync(besideLayouts).filter((name) => name.endsWith('.fixtures'));
    expect(folders).toHaveLength(ids.length);
  });
});
