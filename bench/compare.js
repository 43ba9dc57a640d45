import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { editions } from './corpus.js';

/** @typedef {import('./corpus.js').Speech} Speech */

/**
 * @typedef {object} Comparison
 * @property {number} files
 * @property {number} bytes
 * @property {number} compared pages of editions, speeches and speakers
 * @property {number} furniture bytes of those pages that are not the archive's words
 * @property {string[]} faults `editions/x/y/: lacks the headline`; the first ones
 */

const MOST_FAULTS = 5;

/**
 * Holds a site against the archive that it was made of: each page of an edition, a speech and a speaker has
 * every headline, name, title and paragraph, the paragraphs in order. So all generators that pass have written
 * the same main content; what is theirs is the furniture.
 * @param {string} output folder
 * @param {number} count speeches of the archive
 * @returns {Comparison}
 */
export function compare(output, count) {
  const { files, bytes } = sizeOf(output);
  /** @type {Comparison} */
  const result = { files, bytes, compared: 0, furniture: 0, faults: [] };
  /** @type {Map<string, Speech[]>} */
  const speakers = new Map();
  for (const { id, speeches } of editions(count)) {
    look(result, output, `editions/${id}/`, speeches);
    for (const speech of speeches) {
      look(result, output, `editions/${id}/${speech.slug}/`, [speech]);
      const said = speakers.get(speech.slug);
      if (said) said.unshift(speech);
      else speakers.set(speech.slug, [speech]);
    }
  }
  for (const [slug, said] of speakers) look(result, output, `speakers/${slug}/`, said);
  return result;
}

/**
 * @param {Comparison} result
 * @param {string} output
 * @param {string} page
 * @param {readonly Speech[]} speeches in the order of the page
 */
function look(result, output, page, speeches) {
  const fault = (/** @type {string} */ text) => {
    if (result.faults.length < MOST_FAULTS) result.faults.push(`${page}: ${text}`);
  };
  let html = '';
  try {
    html = readFileSync(join(output, page, 'index.html'), 'utf8');
  } catch {
    fault('is missing');
    return;
  }
  const text = fold(textOf(html));
  let main = 0;
  let from = 0;
  for (const { headline, name, titles, paragraphs } of speeches) {
    const body = fold(paragraphs.join(''));
    const at = text.indexOf(body, from);
    if (at === -1) fault(`lacks the text of ${name}, or has it elsewhere`);
    else from = at + body.length;
    for (const part of [headline, name, ...titles]) {
      if (!text.includes(fold(part))) fault(`lacks ${part}`);
      main += Buffer.byteLength(part);
    }
    main += Buffer.byteLength(paragraphs.join(''));
  }
  result.compared += 1;
  result.furniture += Buffer.byteLength(html) - main;
}

/** Marks differ in width alone: compatibility forms fold it (UAX #15), and white space means nothing. */
function fold(/** @type {string} */ text) {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

function textOf(/** @type {string} */ html) {
  return html
    .slice(html.indexOf('<body'))
    .replace(/<(script|style)\b.*?<\/\1>/gsu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) =>
      name ? (named[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    );
}

/** @type {Record<string, string>} */
const named = { amp: '&', lt: '<', gt: '>', quot: '"', ldquo: '“', rdquo: '”' };

/** @returns {{ files: number, bytes: number }} what lies in the folder, but for Zhaideng's own records */
function sizeOf(/** @type {string} */ folder) {
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.startsWith(join(folder, '.zhaideng'))) continue;
    files += 1;
    bytes += statSync(path).size;
  }
  return { files, bytes };
}
