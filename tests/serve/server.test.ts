import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { severityOf } from '../../src/diagnostics/finding.js';
import { inject, widen } from '../../src/serve/inject.js';
import { isLoopback, ServeError } from '../../src/serve/listen.js';
import { isAllowedHost } from '../../src/serve/middlewares/hostCheck.js';
import { csp, get, listen, open, raw, scriptOf, start } from './preview.js';

describe('the previewed site', () => {
  it("is served as web servers do: folders with their index, a slash added, the site's own 404", async () => {
    const { url } = await start({ files: { '2020-讲话.txt': '全文' } });
    expect(await get(url, '/')).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    const page = await get(url, `/${encodeURIComponent('2020-讲话')}/`);
    expect([page.status, page.body.includes('全文')]).toEqual([200, true]);
    const redirect = await get(url, `/${encodeURIComponent('2020-讲话')}?a=1&b=%2F`);
    expect([redirect.status, redirect.headers.location]).toEqual([
      307,
      `/${encodeURIComponent('2020-讲话')}/?a=1&b=%2F`,
    ]);
    const missing = await get(url, '/nothing/here');
    expect([missing.status, missing.body.includes('not here')]).toEqual([404, true]);
    expect(scriptOf(missing.body).revision).toBe('1');
    for (const name of ['/__proto__', '/constructor/', '/toString']) expect((await get(url, name)).status).toBe(404);
  });

  it('has the script in the pages that are sent and not in those that are kept', async () => {
    const { url, output } = await start();
    expect((await get(url, '/a/')).body).toMatch(
      /<script src="\/@zhaideng\/client\.js\?revision=1&amp;token=[\w-]{20,}" defer><\/script><\/head>/,
    );
    expect(Buffer.from(output.get('a/index.html')?.bytes ?? []).toString()).not.toContain('script src');
  });

  it('sends other files as they are, with a tag that saves sending them again', async () => {
    const { url } = await start({ files: { 'style.css': 'p{}' } });
    const css = await get(url, '/assets/site.css?v=abc');
    expect(css).toMatchObject({
      status: 200,
      body: 'p{}',
      headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' },
    });
    const tag = css.headers.etag ?? '';
    expect((await get(url, '/assets/site.css', { headers: { 'If-None-Match': `"x", W/${tag}` } })).status).toBe(304);
    expect((await get(url, '/assets/site.css', { headers: { 'If-None-Match': '"x"' } })).status).toBe(200);
    expect((await get(url, '/a/')).headers['cache-control'] ?? 'none').toBe('no-store');
  });

  it("lies under the prefix of the site's address, where the short address leads", async () => {
    const { url, port } = await start({ prefix: () => '/news/%E6%91%98/' });
    expect(url).toBe(`http://127.0.0.1:${port}/news/%E6%91%98/`);
    const page = await get(url, '/news/%E6%91%98/a/');
    expect(page.status).toBe(200);
    expect(scriptOf(page.body).folder).toBe('/news/%E6%91%98/@zhaideng/');
    expect((await get(url, '/news/%E6%91%98/@zhaideng/client.js')).status).toBe(200);
    expect((await get(url, '/')).headers.location).toBe('/news/%E6%91%98/');
    expect((await get(url, '/news/%E6%91%98')).headers.location).toBe('/news/%E6%91%98/');
    expect((await get(url, '/news/%E6%91%98/a')).headers.location).toBe('/news/%E6%91%98/a/');
    expect((await get(url, '/a/')).status).toBe(404);
    const stream = await open(url, '/news/%E6%91%98/a/');
    await stream.next('fine');
  });

  it('answers HEAD without a body', async () => {
    const { url } = await start();
    const head = await get(url, '/a/', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100);
  });
});

describe('safety', () => {
  it('answers only to names that cannot be pointed elsewhere', async () => {
    for (const host of [
      'localhost',
      'localhost:4321',
      '127.0.0.1',
      '192.168.1.5:80',
      '[::1]:4321',
      'a.localhost',
      'LOCALHOST.',
    ]) {
      expect(isAllowedHost(host, '127.0.0.1'), host).toBe(true);
    }
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'evil:4321',
      '',
      'a b',
      'x@localhost',
      undefined,
    ]) {
      expect(isAllowedHost(host, '127.0.0.1'), host).toBe(false);
    }
    expect(isAllowedHost('Editors-Mac.local:4321', 'editors-mac.local')).toBe(true);
    const { url, port } = await start();
    for (const path of ['/', '/@zhaideng/client.js', '/@zhaideng/ping']) {
      const answer = await get(url, path, { headers: { Host: 'evil.example' } });
      expect([answer.status, answer.body.includes('token')]).toEqual([403, false]);
    }
    expect(await raw(port, 'GET / HTTP/1.0\r\n\r\n')).toBe('HTTP/1.1 403 Forbidden');
  });

  it('reads only: every other method is refused', async () => {
    const { url } = await start();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      const answer = await get(url, '/', { method });
      expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, 'GET, HEAD']);
    }
  });

  it('lets no other origin read, frame or guess', async () => {
    const { url } = await start();
    for (const path of ['/', '/assets/site.css', '/nothing', '/@zhaideng/client.js', '/%2e%2e/']) {
      const { headers } = await get(url, path, { headers: { Origin: 'http://evil.example' } });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      });
    }
  });

  it('opens the event stream only to its own pages', async () => {
    const { url, port } = await start();
    const { token } = scriptOf((await get(url, '/')).body);
    const stream = (query: string, headers: Record<string, string> = {}) =>
      listen(url, `/@zhaideng/events?${query}`, headers);
    await (await stream(`revision=1&token=${token}`)).next('fine');
    await (
      await stream(`revision=1&token=${token}`, { Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin' })
    ).next('fine');
    const refused: [string, Record<string, string>][] = [
      ['revision=1', {}],
      ['revision=1&token=', {}],
      [`revision=1&token=${token}x`, {}],
      [`revision=1&token=${'讲'.repeat(token.length)}`, {}],
      [`revision=1&token=${token}`, { Origin: 'http://evil.example' }],
      [`revision=1&token=${token}`, { Origin: 'null' }],
      [`revision=1&token=${token}`, { Origin: `http://127.0.0.1:${port + 1}` }],
      [`revision=1&token=${token}`, { 'Sec-Fetch-Site': 'cross-site' }],
      [`revision=1&token=${token}`, { 'Sec-Fetch-Site': 'same-site' }],
    ];
    for (const [query, headers] of refused) {
      await expect(stream(encodeURI(query), headers), JSON.stringify([query, headers])).rejects.toThrow('status 403');
    }
  });

  it("widens a page's policy by as much as the script needs, and no more", async () => {
    const { url } = await start();
    const { body } = await get(url, '/a/');
    expect(body).toContain(`content="${csp}; script-src 'self'; connect-src 'self'"`);
    expect(widen("default-src 'self'; img-src *")).toBe("default-src 'self'; img-src *");
    expect(widen("script-src 'none'; connect-src https://x.cn")).toBe(
      "script-src 'self'; connect-src https://x.cn 'self'",
    );
    expect(widen("default-src 'none'; script-src-elem 'none'")).toBe(
      "default-src 'none'; script-src-elem 'self'; script-src 'self'; connect-src 'self'; style-src 'self'",
    );
    const escaped = Buffer.from(
      '<head><meta content=\'default-src &#39;none&#39;\' http-equiv="Content-Security-Policy"></head><p>default-src',
    );
    expect(inject(escaped, '/x').toString()).toContain(
      "content=\"default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'\"",
    );
    expect(inject(Buffer.from('<p>讲话'), '/x?a&b').toString()).toBe('<p>讲话<script src="/x?a&amp;b" defer></script>');
  });
});

describe('where the preview listens', () => {
  const taken = async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    return { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() };
  };

  const refusal = async (options: Parameters<typeof start>[0]): Promise<string[]> => {
    const error: unknown = await start(options).catch((reason: unknown) => reason);
    if (!(error instanceof ServeError)) throw new Error(`expected a ServeError, got ${String(error)}`);
    return error.findings.map((f) => `${severityOf(f)} ${f.ruleId} ${f.file}:${f.line}:${f.column}`);
  };

  it('takes the next free port, unless told not to', async () => {
    const { port, close } = await taken();
    const preview = await start({ port });
    expect(preview.port).toBeGreaterThan(port);
    expect(preview.said.at(-1)).toContain(`http://127.0.0.1:${preview.port}/`);
    expect(await refusal({ port, strictPort: true })).toEqual(['error port-taken --port:1:1']);
    close();
  });

  it('says what is wrong with a host or port that cannot be had', async () => {
    expect(await refusal({ host: '203.0.113.7' })).toEqual(['error host-unavailable --host:1:1']);
    if (process.platform === 'linux' && process.getuid?.() !== 0) {
      expect(await refusal({ port: 1 })).toEqual(['error port-not-allowed --port:1:1']);
    }
  });

  it('warns, with the addresses, when others can reach it, and not when they cannot', async () => {
    const { findings, port, url } = await start({ host: '0.0.0.0' });
    expect(findings.map((f) => `${severityOf(f)} ${f.ruleId} ${f.file}:${f.line}:${f.column}`)).toEqual([
      'warning host-exposed --host:1:1',
    ]);
    expect(findings[0]?.params.addresses).toContain(`http://localhost:${port}/`);
    expect((await get(url, '/a/')).status).toBe(200);
    expect((await start()).findings).toEqual([]);
    for (const host of ['127.0.0.1', '::1', 'localhost', '127.8.8.8']) expect(isLoopback(host)).toBe(true);
    for (const host of ['0.0.0.0', '::', '192.168.0.1', 'localhost.evil']) expect(isLoopback(host)).toBe(false);
  });

  it('notes that no browser could be opened, and serves all the same', async () => {
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      const { findings, url } = await start({ open: true });
      expect(findings.map((f) => `${severityOf(f)} ${f.ruleId} ${f.file}:${f.line}:${f.column}`)).toEqual([
        'info browser-not-opened --open:1:1',
      ]);
      expect((await get(url, '/a/')).status).toBe(200);
    } finally {
      process.env.PATH = path;
    }
  });

  it('lets go of the port and of everything that would keep the process alive', async () => {
    const preview = await start();
    const stream = await open(preview.url, '/a/');
    await stream.next('fine');
    await preview.close();
    const again = await start({ port: preview.port, strictPort: true });
    expect(again.port).toBe(preview.port);
  });
});
