import { readFileSync, readdirSync, existsSync, statSync } from 'node:fs';
import { join, extname } from 'node:path';
import { loadDocument } from '../src/load/load.js';
import { digestOf } from '../src/load/digest.js';
import { parseEdition } from '../src/parse/parse.js';
import { readName } from '../src/load/documentName.js';
import { severityOf } from '../src/diagnostics/finding.js';
import { slugOfName } from '../src/slugs/slug.js';
import { prepareSlugs as pz } from '../src/slugs/pinyin.js'; import { loadSimplified } from '../src/slugs/simplified.js'; const loadPinyin = async () => { await pz(['中文']); await loadSimplified(['陳中國']); };
await loadPinyin();
const root = process.argv[2]!; const only = process.argv[3];
let pass = 0, total = 0; const fails: string[] = [];
for (const dir of readdirSync(root).sort()) {
  if (only && !dir.includes(only)) continue;
  const f = readdirSync(join(root, dir)).find((n) => n.startsWith('input.') && !n.endsWith('.yaml'));
  if (!f || !existsSync(join(root, dir, 'expected.json'))) continue;
  total++;
  const abs = join(root, dir, f);
  const bytes = readFileSync(abs); const own = digestOf(bytes);
  const problems: string[] = [];
  try {
    const doc = await loadDocument({ file: abs, absolute: abs, digest: own, own, size: bytes.length, format: extname(f).slice(1) as never, name: readName('input').name, companion: { frontMatter: null, full: [], photos: [], pictures: [] } });
    const { edition, accounting, findings: own2, layout } = parseEdition(doc, []);
    const findings = [...doc.findings, ...own2];
    const exp = JSON.parse(readFileSync(join(root, dir, 'expected.json'), 'utf8'));
    const got = { ...edition, speeches: edition.speeches.map((s) => ({ ...s, speakerId: slugOfName(s.speaker), body: undefined })), messages: findings };
    const wanted = (exp.messages ?? []) as { severity: string; line: number }[];
    diff(exp, got, '', problems);
    for (const m of findings) if (severityOf(m) !== 'info' && !wanted.some((w) => w.line === m.line)) problems.push(`  ${severityOf(m)} ${m.line}:${m.column} ${m.ruleId} ${m.reason}`);
    for (const w of wanted) if (!findings.some((m) => severityOf(m) === w.severity && m.line === w.line)) problems.push(`  missing ${w.severity} at ${w.line}`);
    if (accounting.unplaced || accounting.placed + accounting.decoration + accounting.unplaced !== accounting.characters) problems.push('  accounting ' + JSON.stringify(accounting));
    for (const m of findings) if (process.argv[5]) console.log(m.ruleId, m.reason);
    if (problems.length) problems.unshift(`layout ${layout?.id} ${layout?.confidence}`);
  } catch (e) { problems.push(String((e as Error).stack)); }
  if (problems.length === 0) pass++; else fails.push(`### ${dir}\n${problems.join('\n')}`);
}
if (process.argv[4] !== 'score') console.log(fails.join('\n'));
console.log(`${pass}/${total}`);
function diff(exp: unknown, got: unknown, path: string, out: string[]) {
  if (path.startsWith('.messages') || path.startsWith('.accounting')) return;
  if (Array.isArray(exp)) { if (!Array.isArray(got)) { out.push(`${path}: not array`); return; }
    if (exp.length !== got.length) out.push(`${path}: length ${got.length} want ${exp.length}: ${JSON.stringify(got.map(g=>g?.speaker??g)).slice(0,300)}`); 
    exp.forEach((e, i) => diff(e, got[i], `${path}[${i}]`, out)); return; }
  if (exp && typeof exp === 'object') { for (const [k, v] of Object.entries(exp)) diff(v, (got as Record<string, unknown> | undefined)?.[k], `${path}.${k}`, out); return; }
  if (exp !== got) out.push(`${path}: got ${JSON.stringify(got)?.slice(0,160)} want ${JSON.stringify(exp)}`);
}
