import { describe, expect, it } from 'vitest';
import { say, scan } from './folder.js';

async function site(yaml: string): Promise<string[]> {
  const { findings, site: read } = await scan({ 'site.yaml': yaml });
  if (findings.length > 0) expect(read.name).toBe('发言摘登');
  return say(findings);
}

async function speakers(yaml: string): Promise<string[]> {
  return say((await scan({ 'speakers.yaml': yaml })).findings);
}

describe('site.yaml', () => {
  it('may be missing or empty', async () => {
    expect((await scan({})).siteFile).toBe(null);
    expect(await site('')).toEqual([]);
    expect(await site('# nothing yet\n')).toEqual([]);
  });

  it('is read with its defaults', async () => {
    const {
      site: read,
      siteFile,
      findings,
    } = await scan({
      'site.yaml':
        'name: 云川发言\nurl: https://news.example.cn/\npunctuation:\n  fullWidth: false\norganisation:\nphone:\n'.replace(
          'phone:\n',
          '',
        ),
    });
    expect([read.name, read.url, read.punctuation.fullWidth, read.timeZone]).toEqual([
      '云川发言',
      'https://news.example.cn/',
      false,
      '+08:00',
    ]);
    expect(read.organisation.phone).toBe(null);
    expect(siteFile).toBe('content/site.yaml');
    expect(findings).toEqual([]);
  });

  it('keeps a telephone number as it is written', async () => {
    const { site: read } = await scan({ 'site.yaml': 'organisation:\n  phone: 0571\n' });
    expect(read.organisation.phone).toBe('0571');
  });

  it.each([
    ['nmae: x', ['content/site.yaml:1:1 error site-unknown-key']],
    ['name: x\norganisation:\n  fone: 1', ['content/site.yaml:3:3 error site-unknown-key']],
    [
      'nav:\n  - label: 首页\n    url: /',
      ['content/site.yaml:2:5 error site-invalid', 'content/site.yaml:3:5 error site-unknown-key'],
    ],
    ['url: news.example.cn', ['content/site.yaml:1:1 error site-invalid']],
    ['lang: zh', ['content/site.yaml:1:1 error site-invalid']],
    ['timeZone: Asia/Shanghai', ['content/site.yaml:1:1 error site-invalid']],
    [
      'greyscale: sometimes\nname: ""',
      ['content/site.yaml:2:1 error site-invalid', 'content/site.yaml:1:1 error site-invalid'],
    ],
    ['nav:\n  - { label: a, href: "javascript:alert(1)" }', ['content/site.yaml:2:17 error site-invalid']],
    ['nav:\n  - { label: a, href: "JAVA\\tscript:alert(1)" }', ['content/site.yaml:2:17 error site-invalid']],
    ['nav:\n  - { label: a, href: " javascript:alert(1)" }', ['content/site.yaml:2:17 error site-invalid']],
    ['nav:\n  - { label: a, href: "data:text/html,x" }', ['content/site.yaml:2:17 error site-invalid']],
    ['nav:\n  - { label: a, href: "/\\\\a.cn/" }', ['content/site.yaml:2:17 error site-invalid']],
    [
      'nav:\n  - { label: a, href: /a/?b:c }\n  - { label: a, href: b.html }\n  - { label: a, href: "mailto:a@b.cn" }',
      [],
    ],
    [
      'csp:\n  Frame-Ancestors: [x]\n  report-uri: [x]\n  sandbox: []\n  img-src: [x]',
      [2, 3, 4].map((line) => `content/site.yaml:${line}:3 warning csp-no-effect`),
    ],
    ['keywords: 一个', ['content/site.yaml:1:1 error site-invalid']],
    ['a: &a [x]\nb: *a', ['content/site.yaml:1:7 error yaml-alias', 'content/site.yaml:2:4 error yaml-alias']],
    ['<<: {name: x}', ['content/site.yaml:1:1 error site-unknown-key']],
    ['__proto__: {greyscale: true}', ['content/site.yaml:1:1 error yaml-forbidden-key']],
    ['csp:\n  constructor: [x]', ['content/site.yaml:2:3 error yaml-forbidden-key']],
    ['name: x\nname: y', ['content/site.yaml:2:1 error yaml-duplicate-key']],
    ['name: [x', ['content/site.yaml:1:9 error yaml-broken']],
    ['name: x\n\tkey: y', ['content/site.yaml:2:1 error yaml-broken']],
    ['name: !!js/function x', ['content/site.yaml:1:7 error yaml-broken']],
    ['a: 1\n---\nb: 2', ['content/site.yaml:2:1 error yaml-broken']],
    ['只有一句话', ['content/site.yaml:1:1 error yaml-no-keys']],
    ['{a: b}: c', ['content/site.yaml:1:1 error yaml-no-keys']],
  ])('reports %j where it stands', async (yaml, findings) => {
    expect(await site(yaml)).toEqual(findings);
  });

  it('suggests the key that was meant, and lists those of its place', async () => {
    const { findings } = await scan({ 'site.yaml': 'organisation:\n  adress: 云川路1号' });
    expect(findings[0]?.params).toMatchObject({ key: 'adress', nearest: 'address' });
    expect(findings[0]?.note).toContain('undertaker');
  });

  it('says in words how to write a value', async () => {
    const { findings } = await scan({ 'site.yaml': 'timeZone: 8' });
    expect(findings[0]?.reason).toBe('site.yaml 里“timeZone”的值不对：时区写成 +08:00');
  });

  it('is refused when it is not text', async () => {
    const { findings } = await scan({ 'site.yaml': new Uint8Array([0, 1, 2, 3]) });
    expect(say(findings)).toEqual(['content/site.yaml:1:1 error not-text']);
  });

  it('is read in GBK as well', async () => {
    // `name: 区长`
    const { site: read } = await scan({
      'site.yaml': Buffer.concat([Buffer.from('name: '), Buffer.from('c7f8b3a4', 'hex')]),
    });
    expect(read.name).toBe('区长');
  });
});

describe('speakers.yaml', () => {
  it('is read with its defaults', async () => {
    const { register, findings } = await scan({ 'speakers.yaml': 'speakers:\n  - name: 陆明\n    aliases: [陸明]\n' });
    expect(register.speakers).toEqual([
      { name: '陆明', kind: 'person', aliases: ['陸明'], distinguishedBy: [], terms: [] },
    ]);
    expect(findings).toEqual([]);
  });

  it.each([
    [
      'speakers:\n  - nmae: 陆明',
      ['content/speakers.yaml:2:5 error speakers-invalid', 'content/speakers.yaml:2:5 error speakers-unknown-key'],
    ],
    ['speakers:\n  - name: 陆明\n    kind: people', ['content/speakers.yaml:3:5 error speakers-invalid']],
    [
      'speakers:\n  - name: 陆明\n    terms:\n      - titel: 区长\n        title: 区长',
      ['content/speakers.yaml:4:9 error speakers-unknown-key'],
    ],
    ['speaker: []', ['content/speakers.yaml:1:1 error speakers-unknown-key']],
    ['- name: 陆明', ['content/speakers.yaml:1:1 error yaml-no-keys']],
  ])('reports %j where it stands', async (yaml, findings) => {
    expect(await speakers(yaml)).toEqual(findings);
  });
});
