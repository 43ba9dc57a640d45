import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { broken, type Chance, document, edition, register, settings, speech } from './texts.js';

/** Path in the site's folder → text. */
export type Files = Map<string, string>;

export interface Edit {
  kind: string;
  /** There was no moment at which the files were a third site, neither the one before nor the one after. */
  atOnce: boolean;
}

/** So many texts at most: a site that grew would hide a memory that does. */
const MOST = 24;
const homePage = readFileSync(fileURLToPath(new URL('../../../templates/default/home.njk', import.meta.url)), 'utf8');
const styles = 'templates/assets/site.css';
const siteStyles = readFileSync(
  fileURLToPath(new URL('../../../templates/default/assets/site.css', import.meta.url)),
  'utf8',
);
const fullFolder = 'full/罗青.txt';

/** Somebody who edits the files of a site at random, by all the ways in which editors save. */
export class Editor {
  readonly files: Files = new Map();
  readonly #folder: string;
  readonly #chance: Chance;
  #made = 0;

  constructor(folder: string, chance: Chance) {
    this.#folder = folder;
    this.#chance = chance;
    this.#put('content/site.yaml', 'name: 摘登\n');
    for (let i = 0; i < 8; i += 1) this.#put(this.#newName(), edition(chance));
  }

  /** One edit. @param careful only such as are done at once */
  async edit(careful: boolean): Promise<Edit> {
    if (this.#texts().length >= MOST) {
      this.#remove(this.#text());
      return { kind: 'delete', atOnce: true };
    }
    const slow: [string, () => void | Promise<void>][] = [
      ['burst', () => this.#burst()],
      ['written in halves', () => this.#halves()],
      ['deleted and written again', () => this.#again()],
      ['content folder made anew', () => this.#newRoot()],
      ['flurry', () => this.#flurry()],
    ];
    const quick: [string, () => void][] = [
      ['create', () => this.#put(this.#newName(), document(this.#chance))],
      ['create', () => this.#put(this.#newName(), document(this.#chance))],
      ['change in place', () => this.#put(this.#text(), document(this.#chance))],
      ['change by renaming', () => this.#replace(this.#text(), document(this.#chance))],
      ['add a speech', () => this.#add()],
      ['rename', () => this.#rename(this.#text(), this.#newName())],
      ['rename a folder', () => this.#renameFolder()],
      ['delete', () => this.#remove(this.#text())],
      ['break', () => this.#put(this.#text(), broken(this.#chance))],
      ['break the settings', () => this.#replace('content/site.yaml', 'name: [一\n')],
      ['break a template', () => this.#replace('templates/home.njk', '{% if %}')],
      ['settings', () => this.#replace('content/site.yaml', settings(this.#chance))],
      ['register', () => this.#toggle('content/speakers.yaml', register(this.#chance))],
      ['template', () => this.#toggle('templates/home.njk', `${homePage}\n<!-- ${this.#chance.below(1000)} -->\n`)],
      ['stylesheet', () => this.#toggle(styles, `${siteStyles}\n/* ${this.#chance.below(1000)} */\n`)],
      ['own page', () => this.#toggle('content/_pages/about.md', `# 关于\n\n第${this.#chance.below(1000)}版。\n`)],
      ['static file', () => this.#toggle('content/_static/notes/a.txt', `${this.#chance.below(1000)}`)],
      ['full text', () => this.#toggle(this.#beside(fullFolder), `全文${this.#chance.below(1000)}。\n`)],
    ];
    const isSlow = !careful && this.#chance.once(6);
    const [kind, act] = this.#chance.pick(isSlow ? slow : quick);
    await act();
    return { kind, atOnce: !isSlow };
  }

  /** Makes the files what they were. */
  restore(files: Files): void {
    for (const path of [...this.files.keys()]) if (!files.has(path)) this.#remove(path);
    for (const [path, text] of files) if (this.files.get(path) !== text) this.#replace(path, text);
  }

  #newName(): string {
    this.#made += 1;
    const folder = this.#chance.pick(['', '', '2019/', '旧刊/三月/']);
    const date = this.#chance.pick(['2020-', '2021-03-', `2022-04-${10 + this.#chance.below(20)}-`, '']);
    return `content/${folder}${date}第${this.#made}期.${this.#chance.pick(['txt', 'txt', 'md'])}`;
  }

  #texts(): string[] {
    return [...this.files.keys()].filter((path) => /第\d+期\.(?:txt|md)$/.test(path));
  }

  #text(): string {
    const texts = this.#texts();
    return texts.length === 0 ? this.#newName() : this.#chance.pick(texts);
  }

  #beside(name: string): string {
    const known = [...this.files.keys()].find((path) => path.endsWith(`/${name}`));
    return known ?? `${this.#text().replace(/\.\w+$/, '')}/${name}`;
  }

  #put(path: string, text: string): void {
    this.files.set(path, text);
    mkdirSync(dirname(join(this.#folder, path)), { recursive: true });
    writeFileSync(join(this.#folder, path), text);
  }

  /** As Vim, Word and VS Code save. */
  #replace(path: string, text: string): void {
    this.files.set(path, text);
    const absolute = join(this.#folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(`${absolute}.tmp`, text);
    renameSync(`${absolute}.tmp`, absolute);
  }

  #remove(path: string): void {
    if (this.files.delete(path)) rmSync(join(this.#folder, path));
  }

  #toggle(path: string, text: string): void {
    if (this.files.has(path) && this.#chance.once(2)) this.#remove(path);
    else this.#replace(path, text);
  }

  #add(): void {
    const path = this.#text();
    this.#put(path, (this.files.get(path) ?? '标题\n') + speech(this.#chance));
  }

  #rename(from: string, to: string): void {
    const text = this.files.get(from);
    if (text === undefined) return;
    this.files.delete(from);
    this.files.set(to, text);
    mkdirSync(dirname(join(this.#folder, to)), { recursive: true });
    renameSync(join(this.#folder, from), join(this.#folder, to));
  }

  #renameFolder(): void {
    const from = ['content/2019', 'content/旧刊', 'content/新刊'].find((folder) => this.#in(folder).length > 0);
    if (from === undefined) return;
    const to = from === 'content/新刊' ? 'content/旧刊' : 'content/新刊';
    if (this.#in(to).length > 0) return;
    rmSync(join(this.#folder, to), { recursive: true, force: true });
    renameSync(join(this.#folder, from), join(this.#folder, to));
    for (const path of this.#in(from)) {
      this.files.set(to + path.slice(from.length), this.files.get(path) ?? '');
      this.files.delete(path);
    }
  }

  #in(folder: string): string[] {
    return [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`));
  }

  #burst(): void {
    const folder = 'content/2019/';
    const text = edition(this.#chance);
    for (let i = 0; i < 20; i += 1) this.#put(`${folder}2018-快${i}-第${i}期.txt`, `${text}${i}\n`);
    for (let i = 4; i < 20; i += 1) this.#remove(`${folder}2018-快${i}-第${i}期.txt`);
  }

  async #halves(): Promise<void> {
    const path = this.#text();
    const text = document(this.#chance);
    for (const end of [Math.floor(text.length / 2), text.length]) {
      this.#put(path, text.slice(0, end));
      await pause(this.#chance.below(60));
    }
  }

  async #again(): Promise<void> {
    const path = this.#text();
    const text = this.files.get(path) ?? edition(this.#chance);
    this.#remove(path);
    await pause(this.#chance.below(60));
    this.#put(path, text);
  }

  async #newRoot(): Promise<void> {
    const files = new Map(this.files);
    rmSync(join(this.#folder, 'content'), { recursive: true });
    for (const path of this.#in('content')) this.files.delete(path);
    await pause(this.#chance.below(400));
    this.restore(files);
  }

  async #flurry(): Promise<void> {
    for (let i = 0; i < 4; i += 1) {
      await this.edit(true);
      await pause(this.#chance.below(40));
    }
  }
}
