import { basename, dirname, extname, relative, sep } from 'node:path';
import { append } from '../diagnostics/append.js';
import { find } from '../diagnostics/finding.js';
import type { RuleId } from '../diagnostics/rules/index.js';
import { readCompanion } from './companion.js';
import { digestOf } from './digest.js';
import { readName } from './documentName.js';
import { isContent, isDocument, isPicture, stemOf } from './fileName.js';
import type { Companion, FoundFile, Input } from './input.js';
import type { Entry, Listing } from './listing.js';
import { formatOf } from './readers/index.js';

/** Where browsers put the pictures, styles and scripts of a page that they save. */
const savedFiles = /(?:_files|\.files)$/;
/** Files of the content folder that are read by themselves. */
const configuration = new Set(['site.yaml', 'speakers.yaml']);

/** Collects inputs from a folder and those below it. */
export class FolderReader {
  readonly inputs: Input[] = [];
  /** Folders reached by links wait until the real ones are done, so that an input keeps its real path. */
  private readonly linked: Entry[] = [];

  /**
   * @param root the folder from which paths in digests count
   * @param contentRoot the whole content's folder: `index.txt` directly in it is a name like any other
   * @param onInput is told of each input
   */
  constructor(
    private readonly root: string,
    private readonly contentRoot: string,
    private readonly listing: Listing,
    private readonly onInput?: (input: Input) => void,
  ) {}

  /** Reads a folder of editions with all that lies below it. */
  readAll(folder: string): void {
    this.reportPictures(this.readFolder(folder, null));
    for (let entry = this.linked.shift(); entry !== undefined; entry = this.linked.shift()) {
      this.reportPictures(this.readFolder(entry.absolute, null));
    }
  }

  /** Reads one file of a folder, with what belongs to it. */
  readOne(path: string): void {
    const folder = dirname(path);
    const entries = this.listing.list(folder, (name) => name === basename(path) || isContent(name));
    const texts = entries.filter((entry) => isText(entry) && entry.absolute === path);
    if (texts.length === 0) this.report('unknown-format', path);
    const pictures = this.hashAll(entries.filter(isImage));
    for (const text of texts) this.readText(text, besideOf(entries), pictures);
  }

  /** Reads the flat folder of extra pages. */
  readPages(folder: string): void {
    const entries = this.listing.list(folder, isContent);
    const texts = entries.filter(isText);
    const beside = besideOf(entries);
    const pictures = this.hashAll(entries.filter(isImage));
    for (const text of texts) this.readText(text, beside, pictures);
    const strays = this.ownFolders(entries, texts, this.contentRoot).filter(({ name }) => !savedFiles.test(name));
    for (const stray of [...beside.yaml.values(), ...strays]) this.report('stray-companion', stray.absolute);
    if (!texts.some(showsPictures)) this.reportPictures(pictures);
    this.reportRest(entries);
  }

  /**
   * @param above `NAME.yaml` beside the folder `NAME/`
   * @returns pictures that no text of this folder can show: they belong to the texts of the one above
   */
  private readFolder(folder: string, above: Entry | null): FoundFile[] {
    if (!this.listing.enter(folder)) return [];
    const entries = this.listing.list(folder, isContent);
    const texts = entries.filter(isText);
    const beside = besideOf(entries);
    const before = this.inputs.length;
    const pictures = this.hashAll(entries.filter(isImage));
    for (const entry of this.ownFolders(entries, texts, folder)) {
      if (savedFiles.test(entry.name)) append(pictures, this.savedPictures(entry.absolute));
      else if (entry.link) this.linked.push(entry);
      else append(pictures, this.readFolder(entry.absolute, takeYaml(beside, entry.name, texts)));
    }
    const below = this.inputs.length > before;
    if (above !== null && texts.some(isIndex) && !beside.yaml.has('index.yaml')) beside.yaml.set('index.yaml', above);
    else if (above !== null) this.report('stray-companion', above.absolute);
    for (const text of texts) this.readText(text, beside, pictures);
    for (const stray of beside.yaml.values()) this.report('stray-companion', stray.absolute);
    this.reportRest(entries);
    if (texts.length === 0 && !below) return pictures;
    if (!texts.some(showsPictures)) this.reportPictures(pictures);
    return [];
  }

  /** Folders with inputs of their own: not those that belong to a text beside them. */
  private ownFolders(entries: Entry[], texts: Entry[], folder: string): Entry[] {
    const owned = new Set(texts.map(({ name }) => stemOf(name)));
    const hasIndex = folder !== this.contentRoot && texts.some(isIndex);
    return entries.filter(({ kind, name }) => {
      if (kind === 'file' || owned.has(name)) return false;
      return !(hasIndex && (name === 'photos' || name === 'full'));
    });
  }

  private readText(entry: Entry, beside: Beside, pictures: FoundFile[]): void {
    const stem = stemOf(entry.name);
    const isAlone = !beside.folders.has(stem) && !beside.yaml.has(`${stem}.yaml`) && !isIndex(entry);
    const before = isAlone ? this.listing.inputOf(entry.absolute) : undefined;
    if (before !== undefined) {
      this.inputs.push(before);
      return;
    }
    const format = formatOf(extname(entry.name));
    const found = this.listing.hash(entry.absolute);
    if (format === null || found === null) return;
    const folder = dirname(entry.absolute);
    const index = isIndex(entry) && folder !== this.contentRoot && basename(folder) !== '_pages';
    const own = index ? folder : beside.folders.get(stem);
    const companion: Companion = {
      ...readCompanion(own === undefined ? null : typeof own === 'string' ? own : own.absolute, index, this.listing),
      frontMatter: this.hashOne(takeYaml(beside, stem, [])),
    };
    const { name, impossible } = readName(index ? basename(folder) : stem);
    if (impossible !== null)
      this.listing.findings.push(find('impossible-date', found.file, undefined, { date: impossible }));
    if (showsPictures(entry)) companion.pictures = [...pictures, ...companion.pictures];
    else this.reportPictures(companion.pictures);
    const input = { ...found, format, own: found.digest, digest: this.digest(found, companion), name, companion };
    this.inputs.push(input);
    this.onInput?.(input);
    if (isAlone && impossible === null && !showsPictures(entry)) this.listing.keep(input);
  }

  private digest(found: FoundFile, { frontMatter, full, photos, pictures }: Companion): string {
    const beside = [...(frontMatter === null ? [] : [frontMatter]), ...full, ...photos, ...pictures];
    const parts = [found, ...beside].flatMap(({ absolute, digest }) => [this.path(absolute), digest]);
    return digestOf(...parts);
  }

  private path(absolute: string): string {
    return relative(this.root, absolute).split(sep).join('/');
  }

  private savedPictures(folder: string): FoundFile[] {
    return this.hashAll(this.listing.list(folder, isPicture).filter(isImage));
  }

  private hashOne(entry: Entry | null): FoundFile | null {
    return entry === null ? null : this.listing.hash(entry.absolute);
  }

  private hashAll(pictures: Entry[]): FoundFile[] {
    return pictures.flatMap(({ absolute }) => this.listing.hashPicture(absolute) ?? []);
  }

  private reportRest(entries: Entry[]): void {
    for (const entry of entries) {
      const known = isText(entry) || isImage(entry) || isYaml(entry) || configuration.has(entry.name);
      if (entry.kind === 'file' && !known)
        this.report(isDocument(entry.name) ? 'unknown-format' : 'ignored-file', entry.absolute);
    }
  }

  private reportPictures(pictures: FoundFile[]): void {
    for (const { absolute } of pictures) this.report('stray-picture', absolute);
  }

  private report(rule: RuleId, absolute: string): void {
    this.listing.findings.push(find(rule, this.listing.display(absolute), undefined, { name: basename(absolute) }));
  }
}

function isText({ kind, name }: Entry): boolean {
  return kind === 'file' && formatOf(extname(name)) !== null;
}

function isImage({ kind, name }: Entry): boolean {
  return kind === 'file' && isPicture(name);
}

function isYaml({ kind, name }: Entry): boolean {
  return kind === 'file' && name.endsWith('.yaml') && !configuration.has(name);
}

function isIndex({ name }: Entry): boolean {
  return stemOf(name) === 'index';
}

function showsPictures({ name }: Entry): boolean {
  const format = formatOf(extname(name));
  return format === 'md' || format === 'html';
}

/** What a folder holds that may belong to a text in it, by name. */
interface Beside {
  folders: Map<string, Entry>;
  /** Those that no text has taken yet. */
  yaml: Map<string, Entry>;
}

function besideOf(entries: readonly Entry[]): Beside {
  const folders = entries.filter(({ kind }) => kind === 'folder');
  return {
    folders: new Map(folders.map((entry) => [entry.name, entry])),
    yaml: new Map(entries.filter(isYaml).map((entry) => [entry.name, entry])),
  };
}

/** Takes `NAME.yaml`, unless one of the texts is called so and needs it itself. */
function takeYaml({ yaml }: Beside, name: string, texts: Entry[]): Entry | null {
  if (texts.some((text) => stemOf(text.name) === name)) return null;
  const entry = yaml.get(`${name}.yaml`) ?? null;
  yaml.delete(`${name}.yaml`);
  return entry;
}
