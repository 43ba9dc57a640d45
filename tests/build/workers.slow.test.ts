import { beforeAll, describe, expect, test } from 'vitest';
import { makeSite, type Site } from '../setup/site.js';

/** Enough to be worth workers, in both stages: 1.8 MB of text, and more than 1,500 pages. */
const EDITIONS = 150;
const SPEECHES = 10;
const given = '明亮勇军杰强磊涛超鹏宇浩凯健俊帆';

function nameOf(number: number): string {
  return `陆${given[number % 16]}${given[(number >> 4) % 16]}`;
}

function editionOf(number: number): string {
  const speeches = Array.from({ length: SPEECHES }, (_, at) => {
    const name = nameOf(number * 7 + at);
    return `市教育局局长 ${name}:办好第${at + 1}件实事\n${name}\n一、要实干,要快干。${`第${number}期的实事,群众满意。`.repeat(30)}\n`;
  });
  return `第${number}期发言摘登\n${speeches.join('')}`;
}

function texts(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: EDITIONS }, (_, number) => [
      `content/${1990 + (number % 30)}-${number}.txt`,
      editionOf(number),
    ]),
  );
}

/** A module for every thread; in a worker it does this. */
function inWorkers(source: string): NodeJS.ProcessEnv {
  const module = `import { isMainThread, parentPort } from 'node:worker_threads'; if (!isMainThread) { ${source} }`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(module)}` };
}

describe('a site that is worth workers', () => {
  let site: Site;
  let expected: Record<string, string>;
  let messages: unknown;
  beforeAll(async () => {
    site = makeSite(texts());
    const { status, stdout } = await site.run(['build', '--json', '--jobs', '1']);
    expect(status).toBe(0);
    expected = site.published();
    messages = JSON.parse(stdout).messages;
    expect(Object.keys(expected).length).toBeGreaterThan(1_700);
  });

  test.each(['2', '4'])('has the same bytes and messages from %s threads', async (jobs) => {
    const other = makeSite(texts());
    const { status, stdout, stderr } = await other.run(
      ['build', '--json', '--jobs', jobs],
      inWorkers("console.error('works')"),
    );
    expect(status).toBe(0);
    expect(stderr.match(/works/g)).toHaveLength(Number(jobs) - 1);
    expect(other.published()).toEqual(expected);
    expect(JSON.parse(stdout).messages).toEqual(messages);
  });

  test('has them too where all of it is made anew beside what is published', async () => {
    const other = makeSite({ ...texts(), 'content/site.yaml': 'name: 旧名\n' });
    expect((await other.run(['build', '--jobs', '3'])).status).toBe(0);
    // It stands on every page.
    other.write('content/site.yaml', 'name: 新名\n');
    const { status, stdout, stderr } = await other.run(
      ['build', '--json', '--jobs', '3'],
      inWorkers("console.error('works')"),
    );
    expect(status).toBe(0);
    expect(stderr.match(/works/g)).toHaveLength(2);
    expect(JSON.parse(stdout).written).toBeGreaterThan(1_700);
    const clean = makeSite({ ...texts(), 'content/site.yaml': 'name: 新名\n' });
    expect((await clean.run(['build', '--jobs', '1'])).status).toBe(0);
    expect(other.published()).toEqual(clean.published());
  });

  test('gives each address to whom it was published for, as one thread does', async () => {
    const older = editionOf(0).replaceAll(nameOf(0), '陆铭明');
    const other = makeSite(texts());
    expect((await other.run(['build', '--jobs', '3'])).status).toBe(0);
    other.write('content/1980-x.txt', older);
    other.write('content/site.yaml', 'name: 新名\n');
    const { status, stderr } = await other.run(['build', '--jobs', '3'], inWorkers("console.error('works')"));
    expect(status).toBe(0);
    expect(stderr.match(/works/g)).toHaveLength(2);
    expect(other.read('dist/speakers/lu-mingming/index.html')).toContain('陆明明');
    expect(other.read('dist/speakers/lu-mingming-2/index.html')).toContain('陆铭明');
    const clean = makeSite({ ...texts(), 'content/1980-x.txt': older, 'content/site.yaml': 'name: 新名\n' });
    clean.write('dist/.zhaideng/manifest', other.read('dist/.zhaideng/manifest'));
    expect((await clean.run(['build', '--jobs', '1'])).status).toBe(0);
    expect(clean.published()).toEqual(other.published());
  });

  test('starts none where nothing changed, or one edition alone', async () => {
    const other = makeSite(texts());
    await other.run(['build', '--jobs', '2']);
    for (const change of [undefined, editionOf(3)]) {
      if (change !== undefined) other.write('content/1990-0.txt', change);
      const { status, stderr } = await other.run(['build', '--jobs', '2'], inWorkers("console.error('works')"));
      expect(status).toBe(0);
      expect(stderr).not.toContain('works');
    }
  });

  test('is not published where a worker ends before its work, and one message says so', async () => {
    const other = makeSite(texts());
    const env = inWorkers("parentPort.on('message', () => process.exit(3))");
    const { status, stderr } = await other.run(['build', '--jobs', '3'], env);
    expect(status).toBe(1);
    expect(stderr.match(/worker-lost/g)).toHaveLength(1);
    expect(other.exists('dist')).toBe(false);
  });

  test('says that memory is short where a worker runs out of it', async () => {
    const other = makeSite(texts());
    const env = inWorkers(
      "parentPort.once('message', () => { const all = []; for (;;) all.push(new Array(1e5).fill(all)); })",
    );
    env.NODE_OPTIONS += ' --max-old-space-size=200';
    const { status, stderr } = await other.run(['build', '--jobs', '2'], env);
    expect(status).toBe(1);
    expect(stderr.match(/out-of-memory/g)).toHaveLength(1);
    expect(other.exists('dist')).toBe(false);
  });

  test('is not published where a template fails, and the first page is named', async () => {
    const other = makeSite({
      ...texts(),
      'templates/speech.njk': '{{ words.speechCount | fill(null) }}',
    });
    const runs = [];
    for (const jobs of ['1', '3']) runs.push(await other.run(['build', '--jobs', jobs]));
    expect(runs[0]?.status).toBe(1);
    expect(runs[0]?.stderr.match(/page-not-rendered/g)).toHaveLength(1);
    expect(runs[1]).toEqual(runs[0]);
    expect(other.exists('dist')).toBe(false);
  });
});
