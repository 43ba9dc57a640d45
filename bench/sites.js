import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editions, textOf } from './corpus.js';

/** @typedef {import('./corpus.js').Edition} Edition */
/** @typedef {import('./corpus.js').Speech} Speech */

const layouts = fileURLToPath(new URL('sites/', import.meta.url));

/**
 * Writes the archive as Zhaideng reads it: one text a page of the newspaper.
 * @param {string} dir
 * @param {number} count speeches
 */
export function writeTexts(dir, count) {
  mkdirSync(join(dir, 'content'), { recursive: true });
  writeFileSync(join(dir, 'content/site.yaml'), 'name: 发言摘登\nurl: https://bench.example/\n');
  for (const edition of editions(count)) writeFileSync(join(dir, `content/${edition.id}.txt`), textOf(edition));
}

/**
 * Writes the archive as Hugo and Eleventy read it: Markdown and front matter, one file a page.
 * @param {string} dir
 * @param {number} count speeches
 * @param {'hugo' | 'eleventy'} generator whose layouts go with it
 */
export function writeMarkdown(dir, count, generator) {
  cpSync(join(layouts, generator), dir, { recursive: true });
  const index = generator === 'hugo' ? '_index.md' : 'index.md';
  const speakers = new Map();
  for (const edition of editions(count)) {
    const folder = join(dir, 'content/editions', edition.id);
    mkdirSync(folder, { recursive: true });
    const head = { layout: 'edition.njk', title: edition.title, date: edition.date };
    writeFileSync(join(folder, index), page(head, []));
    for (const [at, speech] of edition.speeches.entries()) {
      speakers.set(speech.slug, speech.name);
      writeFileSync(join(folder, `${speech.slug}.md`), speechPage(edition, speech, at));
    }
  }
  for (const [slug, name] of speakers) {
    mkdirSync(join(dir, 'content/speakers', slug), { recursive: true });
    writeFileSync(join(dir, 'content/speakers', slug, index), page({ layout: 'speaker.njk', title: name }, []));
  }
}

/** Hugo ignores a layout that is not there. @returns {string} */
function speechPage(/** @type {Edition} */ { id, date }, /** @type {Speech} */ speech, /** @type {number} */ at) {
  const { headline, name, slug, titles, paragraphs } = speech;
  const head = {
    layout: 'speech.njk',
    title: headline,
    date,
    weight: at + 1,
    edition: id,
    name,
    anchor: slug,
    titles: titles.join('、'),
    speakers: [slug],
  };
  return page(head, paragraphs);
}

/** JSON is YAML, and needs no rules for what is quoted. */
function page(/** @type {object} */ head, /** @type {readonly string[]} */ paragraphs) {
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n${paragraphs.join('\n\n')}\n`;
}
