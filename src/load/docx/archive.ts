import { inflateRawSync } from 'node:zlib';

/** What a `.docx` unpacked may have: bytes in all, entries, and bytes of one part that is parsed as XML. */
const TOTAL = 64 << 20;
const ENTRIES = 2_000;
const XML = 12 << 20;
/** Tags of all XML parts that are read: so many take about a second and 150 MB, and are a thousand paragraphs or two. */
const TAGS = 30_000;
/** What Word puts into a document besides its text: the converter looks at none of it. */
const unread =
  /(?:^|\/)(?:theme|docProps|customXml|glossary|embeddings|fonts)\/|\/(?:fontTable|(?:web)?settings|header\d*|footer\d*)\.xml$/i;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const ENCRYPTED = 1;
/** `<` */
const LESS = 0x3c;
const STORED = 0;
const DEFLATED = 8;

/** Why an archive is not read, in Chinese and in English. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(en);
  }
}

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/**
 * Unpacks an archive within bounds: sizes are added up before anything is inflated, and inflating stops at the
 * size that the directory names, so that a file of kilobytes cannot become gigabytes.
 * @returns name → bytes of every entry that is a file, of those without meaning for the text left out
 * @throws BadArchive when it is damaged, encrypted, too large, or brings a document type (external entities)
 */
export function unpack(bytes: Uint8Array): Map<string, Buffer> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(archive);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const largest = entries.find(({ name, unpacked }) => isXml(name) && unpacked > XML);
  if (total > TOTAL || largest !== undefined) {
    throw new BadArchive('解压后太大，可能是恶意文件', 'it is too large when unpacked, perhaps made to do harm');
  }
  const files = new Map<string, Buffer>();
  let tags = 0;
  for (const entry of entries) {
    if (entry.name.endsWith('/') || unread.test(entry.name)) continue;
    const content = inflate(archive, entry);
    if (isXml(entry.name) && /<!(?:DOCTYPE|ENTITY)/i.test(content.toString('latin1'))) {
      throw new BadArchive('里面有文档类型声明，可能是恶意文件', 'it brings a document type, perhaps made to do harm');
    }
    if (isXml(entry.name)) tags += countTags(content);
    if (tags > TAGS) throw new BadArchive('内容太多，请分成几个文件', 'it holds too much; split it into several files');
    files.set(entry.name, content);
  }
  return files;
}

function countTags(xml: Buffer): number {
  let tags = 0;
  for (let at = xml.indexOf(LESS); at !== -1 && tags <= TAGS; at = xml.indexOf(LESS, at + 1)) tags += 1;
  return tags;
}

export function isXml(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

/** Reads the central directory (APPNOTE.TXT 4.3.12, 4.3.16), which is what a reader of archives goes by. */
function directoryOf(archive: Buffer): Entry[] {
  const end = endOfDirectory(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > ENTRIES) throw new BadArchive('里面的文件太多', 'it holds too many files');
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    if ((archive.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new BadArchive('有密码', 'it has a password');
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands at the end, behind it a comment of at most 64 KB. */
function endOfDirectory(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0 && at >= archive.length - 22 - 0xffff; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw damaged();
}

function inflate(archive: Buffer, { method, offset, packed, unpacked }: Entry): Buffer {
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== LOCAL_ENTRY) throw damaged();
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const content = archive.subarray(start, start + packed);
  if (content.length !== packed) throw damaged();
  if (method === STORED && packed === unpacked) return content;
  if (method !== DEFLATED) throw damaged();
  try {
    const inflated = inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) });
    if (inflated.length === unpacked) return inflated;
  } catch {
    // The size was a lie or the data are broken; both are said below.
  }
  throw damaged();
}

function damaged(): BadArchive {
  return new BadArchive('文件已损坏，或者不是 Word 文件', 'it is damaged or was not made by Word');
}
