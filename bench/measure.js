import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Run
 * @property {number} wall seconds
 * @property {number} cpu seconds of all threads, user and system
 * @property {number} memory peak of the resident set, MB
 * @property {string} stdout
 */

/** Linux counts a process's time in hundredths of a second (proc(5), sysconf(_SC_CLK_TCK)). */
const TICKS = 100;
/** Milliseconds between two looks at a process: it ends unseen, and what it grew last is missed. */
const LOOK = 5;

/**
 * Runs a program and waits for it. CPU and memory are read from /proc and are 0 on systems without it.
 * @param {readonly [string, ...string[]]} command
 * @param {string} cwd
 * @returns {Promise<Run>}
 * @throws when the program fails, with what it said
 */
export async function measure([program, ...args], cwd) {
  const cpuBefore = childrenCpu();
  const began = process.hrtime.bigint();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  let memory = 0;
  let wall = 0;
  const timer = setInterval(() => {
    memory = Math.max(memory, peakOf(child.pid));
  }, LOOK);
  child.on('exit', () => {
    wall = Number(process.hrtime.bigint() - began) / 1e9;
  });
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: status ${status}\n${stderr}`);
  return { wall, cpu: childrenCpu() - cpuBefore, memory, stdout };
}

/** @returns {number} MB; 0 where the process or /proc is not there */
function peakOf(/** @type {number | undefined} */ pid) {
  return Number(/VmHWM:\s*(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** @returns {number} seconds of all children that ended: fields 16 and 17 */
function childrenCpu() {
  const stat = read('/proc/self/stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / TICKS;
}

function read(/** @type {string} */ path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** @returns {number} */
export function median(/** @type {readonly number[]} */ values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
