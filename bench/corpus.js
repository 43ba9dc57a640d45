/*
 * An archive of any size in the form of the seed: editions of 4–12 speeches, speakers that come back, outlines,
 * half-width marks. Invented, and the same on every machine: an edition depends on its number and the size alone.
 */
import { given, measures, objects, occasions, offices, places, ranks, subjects, surnames, verbs } from './words.js';

/**
 * @typedef {object} Point a paragraph that begins with a marker, and those below it
 * @property {string} marker `一、`
 * @property {string} title
 * @property {string} text all of the paragraph, marker and title included
 *
 * @typedef {object} Speech
 * @property {string} name
 * @property {string} slug of the name, and of the speech in its edition: nobody speaks twice in one
 * @property {string[]} titles
 * @property {string} headline
 * @property {string[]} paragraphs
 * @property {boolean} detail whether 详情 follows the last paragraph
 *
 * @typedef {object} Edition
 * @property {string} id file name without its ending, and slug
 * @property {string} date
 * @property {string} title
 * @property {Speech[]} speeches
 */

const FEWEST = 4;
const MOST = 12;
/** Speeches of a speaker, and of an edition, on average. */
const EACH = 8;
/** From 1985 on; the last one is past, since Hugo leaves out what is dated in the future. */
const YEARS = 36;
const numerals = '一二三四五六七八九十';

/**
 * @param {number} count speeches in all
 * @returns {Generator<Edition>} oldest number first
 */
export function* editions(count) {
  let made = 0;
  for (let index = 0; made < count; index += 1) {
    const random = randomOf(index + 1);
    const size = Math.min(count - made, FEWEST + Math.floor(random() * (MOST - FEWEST + 1)));
    yield editionOf(index, made, size, count);
    made += size;
  }
}

/** @returns {string} the edition as a newspaper's page has it, with half-width marks */
export function textOf(/** @type {Edition} */ { title, speeches }) {
  const lines = speeches.map(
    ({ name, titles, headline, paragraphs, detail }) =>
      `${titles.join('、')} ${name}:${headline}\n${name}\n${paragraphs.join('\n')}${detail ? ' 详情》》》' : ''}`,
  );
  return `${title}\n${lines.join('\n')}\n`;
}

/**
 * @param {number} index of the edition
 * @param {number} first index of its first speech
 * @param {number} size
 * @param {number} count speeches of the archive
 * @returns {Edition}
 */
function editionOf(index, first, size, count) {
  const random = randomOf(index + 0x10000);
  const date = dateOf(index, count);
  return {
    id: `${date}-di-${index + 1}-qi`,
    date,
    title: `${headlineOf(random)} ${pick(random, occasions)}第${index + 1}期`,
    speeches: Array.from({ length: size }, (_, at) => speechOf(first + at, count)),
  };
}

/**
 * @param {number} number of the speech in the archive
 * @param {number} count
 * @returns {Speech}
 */
function speechOf(number, count) {
  const random = randomOf(number + 0x4000000);
  // Walks through the speakers so that each comes back after as many speeches as there are speakers.
  const speaker = speakerOf(number % Math.max(MOST, Math.ceil(count / EACH)));
  return { ...speaker, headline: headlineOf(random), paragraphs: paragraphsOf(random), detail: random() < 0.8 };
}

/** @returns {Pick<Speech, 'name' | 'slug' | 'titles'>} */
function speakerOf(/** @type {number} */ number) {
  // Neighbours get different surnames; no two numbers below the product of the lists get one name.
  const [surname, surnameSlug] = at(surnames, number);
  const rest = Math.floor(number / surnames.length);
  const [one, oneSlug] = at(given, rest + number);
  const [two, twoSlug] = at(given, Math.floor(rest / given.length) + number * 7);
  const random = randomOf(number + 0x2000000);
  const place = pick(random, places);
  const [office, posts] = pick(random, offices);
  const titles = [...(random() < 0.4 ? [pick(random, ranks)] : []), `${place}${office}${pick(random, posts)}`];
  return { name: surname + one + two, slug: `${surnameSlug}-${oneSlug}${twoSlug}`, titles };
}

/** @returns {string[]} */
function paragraphsOf(/** @type {() => number} */ random) {
  const points = 2 + Math.floor(random() * 3);
  const opening = sentences(random, 3 + Math.floor(random() * 3));
  const rest = Array.from({ length: points }, (_, index) => {
    const title = `${phrase(random)},${phrase(random)}`;
    const inner = Math.floor(random() * 4);
    const steps = Array.from(
      { length: inner },
      (_, step) => `${numerals[step]}是${phrase(random)}。${sentences(random, 1 + Math.floor(random() * 2))}`,
    );
    return `${numerals[index]}、${title}。${sentences(random, 2 + Math.floor(random() * 2))}${steps.join('')}`;
  });
  return [opening, ...rest];
}

/** @returns {string} */
function sentences(/** @type {() => number} */ random, /** @type {number} */ count) {
  let text = '';
  for (let index = 0; index < count; index += 1) {
    const quoted = random() < 0.25 ? `“${phrase(random)}”` : phrase(random);
    text += `${pick(random, subjects)}${phrase(random)},${quoted},${phrase(random)},${measure(random)}。`;
  }
  return text;
}

/** @returns {string} `夯实基层治理` */
function phrase(/** @type {() => number} */ random) {
  return pick(random, verbs) + pick(random, objects);
}

/** @returns {string} `完成投资16.6亿元` */
function measure(/** @type {() => number} */ random) {
  return pick(random, measures).replace('#', (1 + random() * 98).toFixed(1));
}

/** @returns {string} two halves, divided by a space as often as not */
function headlineOf(/** @type {() => number} */ random) {
  return `${phrase(random)}${random() < 0.5 ? ' ' : ''}${phrase(random)}`;
}

/** @returns {string} spread evenly over the years, whatever the size; months of 28 days */
function dateOf(/** @type {number} */ index, /** @type {number} */ count) {
  const days = Math.min(YEARS * 336 - 1, Math.floor((index / (count / EACH)) * YEARS * 336));
  const year = 1985 + Math.floor(days / 336);
  const month = 1 + Math.floor((days % 336) / 28);
  const day = 1 + (days % 28);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} index counted round
 * @returns {T}
 */
function at(list, index) {
  return /** @type {T} */ (list[index % list.length]);
}

/**
 * @template T
 * @param {() => number} random
 * @param {readonly T[]} list
 * @returns {T}
 */
function pick(random, list) {
  return at(list, Math.floor(random() * list.length));
}

/**
 * Mulberry32 by Tommy Ettinger, in the public domain: small, fast, and good enough to choose words.
 * @param {number} seed
 * @returns {() => number} from 0 up to 1
 */
function randomOf(seed) {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
