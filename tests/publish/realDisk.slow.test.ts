import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeSite, type Site, seedFile, seedText } from '../setup/site.js';

const program = fileURLToPath(new URL('../../lib/zhaideng.js', import.meta.url));

/** Another text on every page, and some that are new. */
function enlarge(site: Site): void {
  site.write(`content/${seedFile}`, seedText.replaceAll('，', '， '));
  for (let n = 0; n < 12; n += 1) site.write(`content/2031-03-02-di-${n}-qi.txt`, seedText);
}

/** A disk of its own in a namespace of its own: nothing of the machine is mounted over, and it is gone in the end. */
const unshare = ['--mount', '--map-root-user', '--propagation', 'private', 'sh', '-c'];
const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', [...unshare, 'mount -t tmpfs -o size=64k tmpfs /mnt'], { stdio: 'ignore' }).status === 0;

describe.skipIf(!canMount)('a disk that is full', () => {
  test.each([
    ['size', [500, 900, 1300, 1800]],
    ['nr_inodes', [70, 100, 140, 180, 220]],
  ] as const)(
    'at whatever moment, by its %s: exit 1, one message, the site as it was or as the next build finishes it',
    (limit, values) => {
      let full = 0;
      for (const value of values) {
        const site = makeSite({ [`content/${seedFile}`]: seedText });
        mkdirSync(join(site.folder, 'dist'));
        writeFileSync(
          join(site.folder, 'run.sh'),
          `mount -t tmpfs -o size=64m tmpfs dist || exit 9
          build() { node "${program}" build --no-cache --json > "$1.json" 2> "$1.err"; echo $? > "$1.status"; }
          digest() { (cd dist && find . -type f -not -path './.zhaideng/*' | sort | xargs sha256sum) > "$1.sums"; }
          build first; digest first
          rm -rf content; mv larger content
          mount -o remount,${limit}=${value}${limit === 'size' ? 'k' : ''} dist || exit 8
          build full; digest full
          mount -o remount,size=64m,nr_inodes=0 dist; build after; digest after`,
        );
        const larger = makeSite();
        enlarge(larger);
        execFileSync('cp', ['-r', join(larger.folder, 'content'), join(site.folder, 'larger')]);
        const { status } = spawnSync('unshare', [...unshare, 'sh ./run.sh'], { cwd: site.folder, stdio: 'inherit' });
        const of = (name: string) => site.read(name).trim();
        const rules = (name: string) =>
          (
            JSON.parse(site.read(`${name}.json`)).messages as { ruleId: string; severity: string; file: string }[]
          ).filter(({ severity }) => severity === 'error');
        // A site that does not fit the smaller disk cannot be made smaller.
        if (status === 8) continue;
        expect(status).toBe(0);
        expect([of('first.status'), of('after.status')]).toEqual(['0', '0']);
        if (of('full.status') === '1') {
          full += 1;
          expect(rules('full').map(({ ruleId }) => ruleId)).toEqual(['disk-full']);
          expect(rules('full')[0]?.file).toMatch(/^(?!.*staging).*\/dist/);
          expect(site.read('full.err')).not.toMatch(/\n\s+at /);
          if (!site.read('full.json').includes('"publish-unfinished"')) {
            expect(of('full.sums')).toBe(of('first.sums'));
          }
        }
        expect(of('after.sums').split('\n').length).toBeGreaterThan(of('first.sums').split('\n').length);
        execFileSync('rm', ['-rf', join(site.folder, 'dist')]);
        const clean = spawnSync(process.execPath, [program, 'build', '--no-cache'], { cwd: site.folder });
        expect(clean.status).toBe(0);
        const sums = execFileSync('sh', ['-c', "find . -type f -not -path './.zhaideng/*' | sort | xargs sha256sum"], {
          cwd: join(site.folder, 'dist'),
          encoding: 'utf8',
        });
        expect(of('after.sums')).toBe(sums.trim());
      }
      expect(full).toBeGreaterThan(1);
    },
  );
});

describe('an output that cannot be written', () => {
  test.skipIf(!canMount)('as its disk is mounted read-only: exit 1, one message, the site as it was', () => {
    const site = makeSite({ [`content/${seedFile}`]: seedText });
    mkdirSync(join(site.folder, 'dist'));
    const build = `node "${program}" build --no-cache --json`;
    spawnSync(
      'unshare',
      [
        ...unshare,
        `mount -t tmpfs tmpfs dist && ${build} >/dev/null; ls -lR dist > before; mount -o remount,ro dist; echo >> "content/${seedFile}"; ${build} > full.json; echo $? > status; ls -lR dist > after`,
      ],
      { cwd: site.folder },
    );
    expect(site.read('status').trim()).toBe('1');
    expect(JSON.parse(site.read('full.json')).messages).toContainEqual(
      expect.objectContaining({ ruleId: 'output-not-writable', severity: 'error' }),
    );
    expect(site.read('after')).toBe(site.read('before'));
  });

  test.skipIf(!canMount)('as our folder in it is a disk of its own: exit 1, one message, no page of either', () => {
    const site = makeSite({ [`content/${seedFile}`]: seedText });
    mkdirSync(join(site.folder, 'dist/.zhaideng'), { recursive: true });
    const build = `node "${program}" build --no-cache --json`;
    spawnSync(
      'unshare',
      [
        ...unshare,
        `mount -t tmpfs tmpfs dist/.zhaideng && ${build} > moved.json; echo $? > status; find dist -type f -not -path '*/.zhaideng/*' > after`,
      ],
      { cwd: site.folder },
    );
    expect(site.read('status').trim()).toBe('1');
    const { messages } = JSON.parse(site.read('moved.json')) as { messages: { ruleId: string; severity: string }[] };
    expect(messages.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)).toEqual([
      'other-file-system',
    ]);
    expect(site.read('after')).toBe('');
  });

  test.skipIf(process.getuid?.() === 0)('as its folder is read-only: exit 1, one message', async () => {
    const site = makeSite({ [`content/${seedFile}`]: seedText });
    mkdirSync(join(site.folder, 'dist'));
    chmodSync(join(site.folder, 'dist'), 0o500);
    const { status, stdout } = await site.run(['build', '--json']);
    chmodSync(join(site.folder, 'dist'), 0o700);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).messages).toContainEqual(expect.objectContaining({ ruleId: 'output-not-writable' }));
  });

  test.each([
    ['dist', 'dist'],
    ['dist/editions', 'dist/editions'],
    ['dist/.zhaideng', 'dist/.zhaideng'],
    ['dist/.zhaideng/staging', 'dist/.zhaideng/staging'],
  ])('as a file stands where the folder %s must be: exit 1, one message that names it', async (path, named) => {
    const site = makeSite({ [`content/${seedFile}`]: seedText });
    site.write(path, 'a file');
    const { status, stdout, stderr } = await site.run(['build', '--json']);
    expect(status).toBe(1);
    const errors = (JSON.parse(stdout).messages as { severity: string; ruleId: string; file: string }[]).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ ruleId, file }) => `${ruleId} ${file.slice(-named.length - 1)}`)).toEqual([
      `file-in-the-way /${named}`,
    ]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(join(site.folder, path), 'utf8')).toBe('a file');
    rmSync(join(site.folder, path));
    expect((await site.run(['build'])).status).toBe(0);
    expect(existsSync(join(site.folder, 'dist/index.html'))).toBe(true);
  });
});
