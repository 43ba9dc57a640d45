import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/*
 * The state's file: a head line, values as JSON one a line, an index of `digest offset length sum` lines, and
 * a foot of fixed length that tells where the index is. So opening it reads the index alone, and a value is
 * read when it is asked for.
 */

/** Where a value lies in the file, in bytes, with its check sum. */
export interface Slot {
  offset: number;
  length: number;
  sum: number;
}

/** Values lie in the order in which they were last asked for, so the next one is mostly in the same window. */
const WINDOW = 1 << 18;
/** `index offset, its length, its sum` in ten digits each. */
const FOOT = 33;

/** @returns the index's lines and the foot */
export function formatIndex(slots: ReadonlyMap<string, Slot>, offset: number): Buffer {
  const lines: string[] = [];
  for (const [digest, slot] of slots) lines.push(`${digest}\t${slot.offset}\t${slot.length}\t${slot.sum}\n`);
  const index = Buffer.from(lines.join(''));
  const foot = [offset, index.length, crc32(index)].map((number) => String(number).padStart(10, '0')).join(' ');
  return Buffer.concat([index, Buffer.from(`${foot}\n`)]);
}

/** A state's file, open for reading. Nothing in it is believed without its check sum. */
export class SlotFile {
  readonly #file: number;
  readonly #slots: Map<string, Slot>;
  #window = Buffer.alloc(0);
  #windowAt = 0;

  private constructor(file: number, slots: Map<string, Slot>) {
    this.#file = file;
    this.#slots = slots;
  }

  /** @returns null when there is no such file, or it does not begin with `head`, or is damaged */
  static open(path: string, head: string): SlotFile | null {
    let file: number;
    try {
      file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    } catch {
      return null;
    }
    try {
      const slots = readIndex(file, head);
      if (slots !== null) return new SlotFile(file, slots);
    } catch {}
    closeSync(file);
    return null;
  }

  get size(): number {
    return this.#slots.size;
  }

  /** @returns the value's bytes, valid until the next call; undefined when there is none or it is damaged */
  read(digest: string): Buffer | undefined {
    const slot = this.#slots.get(digest);
    if (slot === undefined) return undefined;
    const bytes = this.#bytes(slot);
    return bytes !== null && crc32(bytes) === slot.sum ? bytes : undefined;
  }

  close(): void {
    closeSync(this.#file);
  }

  #bytes({ offset, length }: Slot): Buffer | null {
    const end = this.#windowAt + this.#window.length;
    if (offset < this.#windowAt || offset + length > end) {
      const size = Math.max(WINDOW, length);
      if (this.#window.byteLength < size) this.#window = Buffer.allocUnsafe(size);
      const whole = Buffer.from(this.#window.buffer, this.#window.byteOffset, this.#window.byteLength);
      try {
        this.#window = whole.subarray(0, readAt(this.#file, whole, offset));
      } catch {
        this.#window = whole.subarray(0, 0);
      }
      this.#windowAt = offset;
    }
    const at = offset - this.#windowAt;
    return at + length <= this.#window.length ? this.#window.subarray(at, at + length) : null;
  }
}

function readIndex(file: number, head: string): Map<string, Slot> | null {
  const stats = fstatSync(file);
  if (!stats.isFile() || stats.size < head.length + FOOT) return null;
  if (take(file, 0, Buffer.byteLength(head)).toString() !== head) return null;
  const foot = take(file, stats.size - FOOT, FOOT).toString('latin1');
  if (!/^\d{10} \d{10} \d{10}\n$/.test(foot)) return null;
  const [offset = 0, length = 0, sum = 0] = foot.trim().split(' ').map(Number);
  if (offset + length + FOOT !== stats.size) return null;
  const index = take(file, offset, length);
  if (crc32(index) !== sum) return null;
  const slots = new Map<string, Slot>();
  for (const line of index.toString('latin1').split('\n')) {
    const [digest = '', ...numbers] = line.split('\t');
    const [at = -1, size = -1, check = -1] = numbers.map(Number);
    if (at >= 0 && size >= 0 && at + size <= offset) slots.set(digest, { offset: at, length: size, sum: check });
  }
  return slots;
}

function take(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readAt(file, bytes, offset));
}

/** @returns how many bytes there were */
function readAt(file: number, into: Buffer, offset: number): number {
  let length = 0;
  while (length < into.length) {
    const read = readSync(file, into, length, into.length - length, offset + length);
    if (read === 0) break;
    length += read;
  }
  return length;
}
