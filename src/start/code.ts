import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { arch, env, execArgv, pid, versions } from 'node:process';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { programDigest } from '../program.js';

/** Bytes of a SHA-256, before the code. */
const SUM = 32;

/** Bytes of the largest file that is loaded, and some: what is not written to takes no memory. */
const LARGEST = 1 << 21;

/** A file of `lib/`: a function of these parameters, as CommonJS has it. */
type Wrapped = (exports: object, require: (name: string) => unknown, module: { exports: object }, url: string) => void;

/** A file that was compiled, because no code of it was kept or V8 did not take it. */
interface Fresh {
  script: Script;
  kept: string;
}

/**
 * Loads the program's files with the code that V8 made of them in an earlier run: parsing and compiling took a third
 * of the time in which a small site is built. The code lies beside the files, where nobody can write who could not
 * write the program itself; in a folder of temporary files another user of the machine could put his own there.
 */
export class Code {
  readonly #folder: string;
  readonly #require: NodeJS.Require;
  readonly #loaded = new Map<string, object>();
  readonly #fresh: Fresh[] = [];
  /** Each file is read into it: memory that is new costs more than the reading. */
  #buffer = Buffer.allocUnsafeSlow(LARGEST);

  /** @param require Node's own, for its modules */
  constructor(folder: string, require: NodeJS.Require) {
    this.#folder = folder;
    this.#require = require;
  }

  /**
   * @param name `./program.js`, or a module of Node
   * @returns what it exports
   */
  load = (name: string): object => {
    if (!name.startsWith('./')) return this.#require(name);
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const file = join(this.#folder, name);
    const module = { exports: {} };
    const run: Wrapped = this.#scriptOf(file).runInThisContext();
    run(module.exports, this.load, module, pathToFileURL(file).href);
    this.#loaded.set(name, module.exports);
    return module.exports;
  };

  /** Keeps the code of all files that had to be compiled, if the folder may be written to. */
  keep(): void {
    // V8 takes code only where its flags are those with which the code was made.
    if (execArgv.length > 0 || env.NODE_OPTIONS) return;
    for (const { script, kept } of this.#fresh.splice(0)) {
      const staged = `${kept}.${pid}`;
      try {
        const code = script.createCachedData();
        writeFileSync(staged, Buffer.concat([sumOf(code), code]), { flag: 'wx' });
        renameSync(staged, kept);
      } catch {
        // The next run compiles them again.
        rmSync(staged, { force: true });
      }
    }
  }

  #scriptOf(filename: string): Script {
    const source = this.#read(filename).toString('latin1');
    // V8 compares no more of the source than its length.
    const kept = `${filename}.${programDigest.slice(0, 16)}-${versions.v8}-${arch}.code`;
    const cachedData = this.#codeIn(kept);
    const script = new Script(source, cachedData === null ? { filename } : { filename, cachedData });
    if (script.cachedDataRejected !== false) this.#fresh.push({ script, kept });
    return script;
  }

  /**
   * V8 looks at no more of it than its head: code with one bit turned, or with a page that the disk lost, would run.
   * @returns the code in the file, valid until the next file is read; null where there is none, or another than was
   *   written
   */
  #codeIn(path: string): Buffer | null {
    try {
      const bytes = this.#read(path);
      const code = bytes.subarray(SUM);
      return sumOf(code).equals(bytes.subarray(0, SUM)) ? code : null;
    } catch {
      return null;
    }
  }

  /** @returns the file's bytes, valid until the next call */
  #read(path: string): Buffer {
    const fd = openSync(path, 'r');
    try {
      const { size } = fstatSync(fd);
      if (size > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(size * 2);
      let length = 0;
      for (let read = -1; read !== 0 && length < size; length += read) {
        read = readSync(fd, this.#buffer, length, size - length, null);
      }
      return this.#buffer.subarray(0, length);
    } finally {
      closeSync(fd);
    }
  }
}

function sumOf(code: Buffer): Buffer {
  return createHash('sha256').update(code).digest();
}
