/*
 * Loaded before the program (`node --import`): files that it stages in the output are hashed and not kept, since
 * 1.25 million of them need more room than a test's disk has. All the rest is done as ever: manifest, journal and
 * state are written, and each file's steps are gone through.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const staged = /[\\/]dist[\\/]\.zhaideng[\\/]staging[\\/]/;
const ours = /[\\/]dist[\\/]\.zhaideng(?:[\\/]|$)/;
const published = /[\\/]dist[\\/]/;
const kept = /[\\/]staging[\\/](?:manifest|journal|seen|site)$/;

const { openSync, writeSync, closeSync, renameSync, mkdirSync } = fs;
/** Descriptors of files that are not there. Far above those that the system gives out. */
const FIRST = 1 << 24;
/** @type {Map<number, import('node:crypto').Hash>} */
const open = new Map();
let next = FIRST;

const isDiscarded = (/** @type {unknown} */ path) => typeof path === 'string' && staged.test(path) && !kept.test(path);
const isFolder = (/** @type {unknown} */ path) =>
  typeof path === 'string' && (isDiscarded(path) || (published.test(path) && !ours.test(path)));

Object.assign(fs, {
  openSync: (/** @type {Parameters<typeof openSync>} */ ...args) => {
    if (!isDiscarded(args[0])) return openSync(...args);
    next += 1;
    open.set(next, createHash('sha256'));
    return next;
  },
  writeSync: (/** @type {any[]} */ ...args) => {
    const hash = open.get(args[0]);
    if (!hash) return /** @type {any} */ (writeSync)(...args);
    const [, bytes, offset = 0, length = bytes.length - offset] = args;
    hash.update(bytes.subarray(offset, offset + length));
    return length;
  },
  closeSync: (/** @type {number} */ file) => {
    const hash = open.get(file);
    if (!hash) return closeSync(file);
    hash.digest();
    open.delete(file);
  },
  renameSync: (/** @type {Parameters<typeof renameSync>} */ ...args) => {
    if (!isDiscarded(args[0])) renameSync(...args);
  },
  mkdirSync: (/** @type {any[]} */ ...args) =>
    isFolder(args[0]) ? undefined : /** @type {any} */ (mkdirSync)(...args),
});
syncBuiltinESMExports();
