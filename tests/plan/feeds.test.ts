import { describe, expect, test } from 'vitest';
import { digest, plan } from './planned.js';

/** RFC 3339, as RFC 4287 (3.3) asks. */
const moment = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;
/** RFC 4151. */
const tag = /^tag:[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[!-~]+$/;

const editions = Object.fromEntries(
  Array.from({ length: 23 }, (_, n) => [
    `2020-01-${String(n + 1).padStart(2, '0')}-x.txt`,
    digest('陆明', '罗青', '陆明'),
  ]),
);
const undated = { '2019-year.txt': digest('陆明'), 'undated.txt': digest('罗青') };
const files = { ...editions, ...undated };

describe('the site’s feed', () => {
  test('has the newest twenty editions, newest first', async () => {
    const { model } = await plan(files);
    const feed = await model('feed', 'feed.xml');
    expect(feed.entries.length).toBe(20);
    expect(feed.entries.map(({ updated }) => updated.slice(0, 10))).toEqual(
      Array.from({ length: 20 }, (_, n) => `2020-01-${String(23 - n).padStart(2, '0')}`),
    );
  });

  test('is as Atom asks: ids that differ, moments, an author', async () => {
    for (const url of [null, 'https://news.example.cn/zhaideng/']) {
      const { pages } = await plan(files, url);
      const ids = new Set<string>();
      for (const page of pages) {
        if (page.kind !== 'feed') continue;
        const feed = await page.model();
        for (const { id, updated } of [feed, ...feed.entries]) {
          expect(id).toMatch(url === null ? tag : /^https:\/\/news\.example\.cn\/zhaideng\//);
          expect(updated).toMatch(moment);
        }
        expect(feed.author).not.toBe('');
        expect(feed.entries.every(({ updated }) => updated <= feed.updated)).toBe(true);
        expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length);
        expect(ids.has(feed.id), feed.id).toBe(false);
        ids.add(feed.id);
        for (const { authors, title } of feed.entries) {
          expect(authors.length).toBe(new Set(authors).size);
          expect(title).not.toBe('');
        }
      }
      expect(ids.size).toBe(3);
    }
  });

  test('has the moment at which what is known begins, in the site’s time zone', async () => {
    const { model } = await plan({ 'site.yaml': 'timeZone: "+09:00"\n', '2019-year.txt': digest('陆明') });
    expect((await model('feed', 'feed.xml')).updated).toBe('2019-01-01T00:00:00+09:00');
  });

  test('of a site without editions is a feed all the same', async () => {
    const { model } = await plan({ '2020-a.txt': `---\ndraft: true\n---\n${digest('陆明')}` });
    const feed = await model('feed', 'feed.xml');
    expect(feed.entries).toEqual([]);
    expect(feed.updated).toMatch(moment);
    expect(feed.id).toMatch(tag);
  });
});

test('a speaker’s feed has the newest twenty speeches, with the edition’s date', async () => {
  const { model } = await plan(files);
  const feed = await model('feed', 'speakers/lu-ming/feed.xml');
  expect(feed.entries.length).toBe(20);
  expect(feed.entries[0]?.updated).toBe('2020-01-23T00:00:00+08:00');
  expect(feed.entries[0]?.authors).toEqual(['陆明']);
});

describe('the JSON feed', () => {
  test('says the same as the Atom feed', async () => {
    const { model } = await plan(files, 'https://a.cn/');
    const json = JSON.parse((await model('jsonFeed', 'feed.json')).json);
    const atom = await model('feed', 'feed.xml');
    expect(json.version).toBe('https://jsonfeed.org/version/1.1');
    expect(json.feed_url).toBe('https://a.cn/feed.json');
    expect(
      json.items.map(({ id, date_published }: { id: string; date_published: string }) => [id, date_published]),
    ).toEqual(atom.entries.map(({ id, updated }) => [id, updated]));
  });

  test('has no moment for an edition whose day is not known', async () => {
    const { model } = await plan({ '2020-03-02-a.txt': digest('陆明'), '2020-02-b.txt': digest('陆明'), ...undated });
    const { items } = JSON.parse((await model('jsonFeed', 'feed.json')).json);
    expect(items.map((item: { date_published?: string }) => item.date_published)).toEqual([
      '2020-03-02T00:00:00+08:00',
      ...[undefined, undefined, undefined],
    ]);
  });

  test('has the texts as they are shown', async () => {
    const { model } = await plan({ '2020-a.txt': '区长 陆明：实干\n陆明\n总的说,好(1)。\n' });
    const [item] = JSON.parse((await model('jsonFeed', 'feed.json')).json).items;
    expect(item.content_text).toBe('区长 陆明：实干\n总的说，好（1）。');
  });
});

test('feeds show the excerpt where the speech’s page shows the full text', async () => {
  const { model } = await plan({
    '2020-a.txt': '区长 陆明：实干\n陆明\n摘要。详情>>\n',
    '2020-a/full/陆明.txt': '全文在此。\n',
  });
  expect(JSON.stringify((await model('feed', 'feed.xml')).entries)).not.toContain('全文在此');
  expect(JSON.stringify((await model('speaker', 'speakers/lu-ming/index.html')).years)).not.toContain('全文在此');
  const page = await model('speech', 'editions/2020-a/lu-ming/index.html');
  expect(page.full).toBe(true);
  expect(JSON.stringify(page.speech.body)).toContain('全文在此');
  expect(page.speech.excerpt).toBe(false);
});
