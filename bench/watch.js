import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { editions } from './corpus.js';
import { median } from './measure.js';
import { zhaidengEntry } from './rows.js';
import { writeTexts } from './sites.js';

const agent = new Agent({ keepAlive: true });

/** Milliseconds after which a change that does not show is a fault. */
const PATIENCE = 30_000;

/**
 * Starts Zhaideng's preview, saves a change to a speech of the newest edition, and waits until the pages of the
 * speech, the edition, the speaker and the index all show it. A page that shows the change and then not is a fault.
 * @param {string} dir
 * @param {number} count
 * @param {number} rounds
 */
export async function measureWatch(dir, count, rounds) {
  writeTexts(dir, count);
  let newest;
  for (newest of editions(count));
  const speech = newest?.speeches[0];
  if (!newest || !speech) throw new Error('no speeches');
  const file = join(dir, `content/${newest.id}.txt`);
  const text = readFileSync(file, 'utf8');
  const server = spawn(process.execPath, [zhaidengEntry, 'dev', '--port', '0'], { cwd: dir });
  try {
    const url = await addressIn(server.stdout, server.stderr);
    const pages = [`editions/${newest.id}/${speech.slug}/`, `editions/${newest.id}/`, `speakers/${speech.slug}/`, ''];
    const times = [];
    for (let round = 0; round < Math.max(rounds, 11); round += 1) {
      await pause(400);
      const mark = `第${round + 1}次改动看得见`;
      const changed = text.replace(speech.paragraphs[0] ?? '', `${speech.paragraphs[0]}${mark}。`);
      const began = performance.now();
      writeFileSync(file, changed);
      while (!(await read(url + pages[0])).includes(mark)) {
        if (performance.now() - began > PATIENCE) throw new Error(`never served: /${pages[0]}`);
        await pause(1);
      }
      for (const page of pages.slice(1))
        if (!(await read(url + page)).includes(mark)) throw new Error(`stale: /${page}`);
      times.push(performance.now() - began);
    }
    const rounded = times.map((time) => Math.round(time));
    console.log(
      `${count} speeches, from save to served: median ${Math.round(median(times))} ms (${rounded.join(' ')})`,
    );
  } finally {
    server.kill();
  }
}

/** @returns {Promise<string>} the address that the preview prints */
function addressIn(/** @type {import('node:stream').Readable[]} */ ...streams) {
  return new Promise((resolve) => {
    let said = '';
    for (const stream of streams) {
      stream.on('data', (data) => {
        said += data;
        const found = /http:\/\/[\w.:[\]-]+\//.exec(said.replace(/\u001b\[[\d;]*m/g, ''));
        if (found && said.includes('\n', said.indexOf(found[0]))) resolve(found[0]);
      });
    }
  });
}

/** @returns {Promise<string>} */
function read(/** @type {string} */ url) {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (data) => {
        body += data;
      });
      response.on('end', () => resolve(body));
    }).on('error', reject);
  });
}
