import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, encodePath } from '../../src/serve/address.js';
import { get, raw, start, whole } from './preview.js';

/** Pieces that attacks are made of. */
const piece = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '%2e',
    '%2E%2e',
    '%252e',
    '..%2f',
    '%5c',
    '\\',
    '/',
    '//',
    '%2f',
    '%00',
    '\0',
    '%',
    '%zz',
    '%c0%ae',
  ),
  fc.constantFrom(
    '%e0%80%af',
    '%ff',
    '%u002e',
    ';',
    '?',
    '#',
    '@',
    ':',
    'C:',
    'con',
    '~',
    '*',
    '|',
    '%0d%0a',
    'index.html',
  ),
  // Overlong UTF-8, halves of pairs, other systems' ways up, names of devices, dots and spaces that Windows drops.
  fc.constantFrom(
    '%c0%af',
    '%c0%2e',
    '%e0%80%ae',
    '%f0%80%80%ae',
    '%ed%a0%80',
    '%uff0e',
    '．．',
    '%ef%bc%8e',
    '..;/',
    '..%3b/',
    '.%00./',
    '..%00/',
    '....//',
    '..%5c..%5c',
    '..%255c',
  ),
  fc.constantFrom(
    '//evil.cn/',
    '/\\evil.cn',
    '/%5cevil.cn',
    'C:%5c',
    'C%3a/',
    '\\\\?\\C:',
    'NUL',
    'aux.txt',
    'COM1%20',
    'a.',
    'a%20',
    'a::$DATA',
    'file:',
    '%2e%2e%2f',
    '%252f..',
  ),
  fc.constantFrom(
    'assets',
    'site.css',
    'a',
    '讲话',
    '%E8%AE%B2',
    '__proto__',
    'constructor',
    '@zhaideng',
    'events',
    'etc',
    'passwd',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const target = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const prefix = fc.constantFrom('/', '/x/', '/摘登/a/');

describe('the path of a request', () => {
  it('never throws and never leaves the site: 10,000 hostile ones', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          target,
          target.map((text) => `/${text}`),
          fc.string(),
        ),
        prefix,
        (text, site) => {
          const address = addressOf(text, site);
          if (address.kind !== 'path') return;
          const { path } = address;
          expect(path).not.toMatch(/[\0-\x1f\x7f\\]/);
          expect(path.startsWith('/')).toBe(false);
          for (const part of path.split('/').slice(0, -1)) expect(['', '.', '..']).not.toContain(part);
          expect(['.', '..']).not.toContain(path.split('/').at(-1));
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('is decoded once, and comes back from its encoding', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
      .filter((text) => !/[\0-\x1f\x7f/\\]|^\.{1,2}$/.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), prefix, (names, site) => {
        const path = names.join('/');
        expect(addressOf(`${encodePath(site)}${encodePath(path)}?a=%2e`, site)).toMatchObject({ kind: 'path', path });
      }),
    );
    expect(addressOf('/a%2562', '/')).toMatchObject({ path: 'a%62' });
  });

  it.each([
    ['/../dist-secret/x', 400],
    ['/%2e%2e/x', 400],
    ['/%2E./x', 400],
    ['/a/..%2fb', 400],
    ['/a%5c..%5cb', 400],
    ['/a\\b', 400],
    ['/a%00.html', 400],
    ['/%', 400],
    ['/%c0%ae%c0%ae/', 400],
    ['/%ff', 400],
    [`/${'a'.repeat(9000)}`, 400],
    ['a', 400],
    ['http://elsewhere/', 400],
    ['*', 400],
    ['//elsewhere/', 404],
    ['/a//b', 404],
  ])('%s is refused', (text, status) => {
    expect(addressOf(text, '/')).toEqual({ kind: 'refused', status });
  });

  it('outside the prefix is outside, also where it begins alike', () => {
    for (const text of ['/', '/y/', '/x', '/xy/', '/%78y'])
      expect(addressOf(text, '/x/'), text).toEqual({ kind: 'outside' });
    expect(addressOf('/%78/a', '/x/')).toMatchObject({ kind: 'path', path: 'a' });
  });

  it('reaches nothing beside the site over the wire, by any of the old ways', async () => {
    const preview = await start();
    const secret = join(dirname(preview.content), 'dist-secret');
    mkdirSync(secret);
    writeFileSync(join(secret, 'x'), 'SECRET');
    const targets = [
      '/../dist-secret/x',
      '/a/../../dist-secret/x',
      '/%2e%2e/dist-secret/x',
      '/.%2E/dist-secret/x',
      '/..%2fdist-secret%2fx',
      '/..\\dist-secret\\x',
      '/%5c..%5cdist-secret%5cx',
      '/%252e%252e/dist-secret/x',
      '/..;/dist-secret/x',
      '/%c0%ae%c0%ae/dist-secret/x',
      '/%u002e%u002e/dist-secret/x',
      `/${secret}/x`,
      `/${encodeURIComponent(`${secret}/x`)}`,
      '/a\0/../../dist-secret/x',
      '/a%00.html',
      '/%',
      '/%f',
      '/%ff%fe',
      `/${'a/'.repeat(5000)}`,
      `/${'%2e%2e/'.repeat(1200)}dist-secret/x`,
      '../dist-secret/x',
      `file://${secret}/x`,
      'http://127.0.0.1/../dist-secret/x',
    ];
    const answers = await Promise.all(
      targets.map((target) =>
        whole(preview.port, Buffer.from(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)),
      ),
    );
    for (const [i, answer] of answers.entries()) {
      expect(answer, targets[i]).toMatch(/^HTTP\/1\.1 40[04] /);
      expect(answer, targets[i]).not.toContain('SECRET');
    }
    expect((await get(preview.url, '/a/')).status).toBe(200);
  });

  it('gives 400 or 404 over the wire too, whatever the bytes, and the server goes on', async () => {
    const { port } = await start();
    const requests = fc
      .sample(target, { numRuns: 400, seed: 7 })
      .map((text) => Buffer.from(`/${text.replace(/^a$/, 'b')}`));
    const answers = new Set<string>();
    for (let i = 0; i < requests.length; i += 20) {
      const some = requests.slice(i, i + 20).map((bytes) => {
        const head = Buffer.concat([
          Buffer.from('GET '),
          bytes,
          Buffer.from(' HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
        ]);
        return raw(port, head);
      });
      for (const answer of await Promise.all(some)) answers.add(answer.slice(0, 12));
    }
    for (const answer of answers)
      expect(['HTTP/1.1 400', 'HTTP/1.1 404', 'HTTP/1.1 200', 'HTTP/1.1 307']).toContain(answer);
    expect(answers).toContain('HTTP/1.1 404');
    const long = `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    expect(await raw(port, long)).toBe('HTTP/1.1 400 Bad Request');
    expect(await raw(port, 'nonsense\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
    const good = await raw(port, 'GET /a/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(good).toBe('HTTP/1.1 200 OK');
  });
});
