import { join, relative, sep } from 'node:path';
import { type Finding, find } from '../diagnostics/finding.js';
import type { Phase } from '../plan/page.js';
import { arePinsSame, type Pin } from '../plan/site/pin.js';
import { Entries } from './entries.js';
import { failure, PublishError } from './failure.js';
import { type FileSystem, nodeFileSystem } from './fileSystem.js';
import { CLAIMS, MANIFEST, readJournal, runSteps, type Site, type Step, writeJournal } from './journal.js';
import { locateOutput } from './location.js';
import { Lock } from './lock.js';
import { changeOf } from './look.js';
import { isSameManifest, readManifest, writeManifest } from './manifest.js';
import type { Output, PublishReport } from './output.js';
import { isSafePath, PRIVATE } from './outputPath.js';
import { type Owner, thisProcess } from './owner.js';
import { Preflight } from './preflight.js';
import { Seen } from './seen.js';
import { giveBack, isAllKept, rememberLooks, removeFolder, type Session } from './session.js';
import { SITE, type StagedBytes, Stager, type StagingPlace } from './stager.js';
import { Tree } from './tree.js';

export interface FolderOutputOptions {
  /** The output folder as the user named it. */
  dir: string;
  /** Content, templates and source: the output may not be, contain or lie inside one of them. */
  forbidden: readonly string[];
  files?: FileSystem;
  /** Who takes the lock; this process. */
  owner?: Owner;
}

/**
 * A site in a folder that may be served while it is written. New files are written to `.zhaideng/staging`;
 * when all are there a journal of renames and deletions is put in place, and from then on the new site is
 * what any build finishes, whatever happens to this one. At every moment each address has a whole old or a
 * whole new file, and what is not in our manifest is never touched.
 *
 * Journal and manifest are flushed to the disk, pages are not: that is 3 ms a file, ten times the writing of one,
 * and half a minute for ten thousand. A process that dies loses nothing by it. After a power cut a page may be
 * torn; the next build finds it by its hash, while it heals or in {@link keep}, and renders it again: {@link Seen}
 * saves reading only as long as the system runs.
 */
export class FolderOutput implements Output {
  /** What `open` found odd: an interrupted publication finished, a damaged manifest. */
  readonly findings: Finding[] = [];
  readonly #dir: string;
  readonly #forbidden: readonly string[];
  readonly #files: FileSystem;
  readonly #owner: Owner;
  #session: Session | null = null;
  /** The real path of `dir`, once known: errors name paths below it. */
  #root = '';

  constructor({ dir, forbidden, files = nodeFileSystem, owner = thisProcess() }: FolderOutputOptions) {
    this.#dir = dir;
    this.#forbidden = forbidden;
    this.#files = files;
    this.#owner = owner;
  }

  /** @throws PublishError */
  async open(): Promise<void> {
    if (this.#session !== null) throw new Error('The output is open already');
    this.#guard(this.#dir, () => {
      const root = locateOutput(this.#files, this.#dir, this.#forbidden);
      this.#root = root;
      const own = `${root}/${PRIVATE}`;
      const made = this.#files.mkdirSync(own, { recursive: true });
      this.#refuseLink(own);
      const lock = Lock.take(this.#files, `${own}/lock`, this.#owner, (path) => this.#show(path));
      try {
        this.#session = this.#begin(root, made !== undefined && made !== own, lock);
      } catch (error) {
        lock.release();
        throw error;
      }
    });
  }

  pins(): readonly Pin[] {
    return this.#opened().pins;
  }

  /** @throws nothing that the disk does: a file that cannot be read is rendered again */
  keep(page: { path: string; readonly key: string }): boolean {
    const { old, next, seen } = this.#opened();
    const index = old.indexOf(page.path);
    if (index === -1 || old.keyAt(index) !== page.key || !seen.holds(index, page.path)) return false;
    next.addFrom(old, index);
    return true;
  }

  /** @throws PublishError */
  stage(path: string, key: string, phase: Phase, bytes: Uint8Array | string, staged?: () => void): void {
    const { stager } = this.#opened();
    this.stagingPlace();
    const mayHold = this.mayHold(path);
    const taken = (file: StagedBytes): void => {
      this.take(path, key, phase, file);
      staged?.();
    };
    this.#guard(path, () => stager.put(path, bytes, mayHold, taken));
  }

  /** @throws PublishError */
  flush(): void {
    const { stager } = this.#opened();
    this.#guard(this.#dir, () => stager.flush());
  }

  /** @throws PublishError */
  stagingPlace(): StagingPlace {
    const session = this.#opened();
    const { place } = session;
    const folder = place.isByPath ? `${place.staging}/${SITE}` : place.staging;
    if (!session.hasStaging) this.#guard(this.#dir, () => this.#files.mkdirSync(folder, { recursive: true }));
    session.hasStaging = true;
    return place;
  }

  /** @throws PublishError */
  mayHold(path: string): boolean {
    const { old, tree } = this.#opened();
    if (!isSafePath(path)) {
      const file = `${this.#dir}/${path}`;
      throw new PublishError([find('output-path-invalid', file, undefined, { path })]);
    }
    return (old.size > 0 && old.has(path)) || this.#guard(path, () => tree.kind(path) === 'file');
  }

  take(path: string, key: string, phase: Phase, { digest, staged, look }: StagedBytes): void {
    this.#opened().next.add(path, { key, digest }, staged === null ? null : { number: staged, phase, look });
  }

  failureOf(path: string, error: unknown): unknown {
    return failure(error, `${this.#dir}/${path}`, (at) => this.#show(at));
  }

  /**
   * @throws PublishError; the site is as it was, or the findings say that the next build finishes it. `abandon`
   *   is to be called then, as after any other error.
   */
  async publish(pins: readonly Pin[] = this.pins()): Promise<PublishReport> {
    const session = this.#opened();
    const report = this.#guard(this.#dir, () => {
      try {
        session.stager.flush();
        return this.#publish(session, pins);
      } catch (error) {
        throw session.committed ? this.#unfinished(error) : error;
      }
    });
    this.#session = null;
    giveBack(session);
    return report;
  }

  async abandon(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    if (session !== null) giveBack(session);
  }

  #begin(root: string, isNew: boolean, lock: Lock): Session {
    const own = `${root}/${PRIVATE}`;
    const site: Site = { files: this.#files, root, staging: `${own}/staging`, manifest: `${own}/manifest` };
    this.#refuseLink(site.staging);
    this.#recover(site, `${own}/journal`);
    removeFolder(this.#files, site.staging);
    const { manifest, pins, seal, damaged } = readManifest(this.#files, site.manifest);
    if (damaged)
      this.findings.push(find('manifest-damaged', this.#show(site.manifest), undefined, { path: this.#dir }));
    const tree = new Tree(this.#files, root);
    const seenFor = { seal, boot: this.#owner.boot, device: tree.device };
    // Where we published nothing before, there is hardly anything beside which files would have to be put one by one.
    const place = { root, staging: site.staging, isByPath: manifest.size === 0, isTold: this.#owner.boot !== '' };
    return {
      root,
      isNew,
      lock,
      site,
      tree,
      old: manifest,
      pins,
      seen: new Seen(this.#files, { root, list: `${own}/seen`, old: manifest, opened: `${own}/lock`, id: seenFor }),
      seenFor,
      next: new Entries(),
      place,
      stager: new Stager(this.#files, place, 0),
      hasStaging: false,
      committed: false,
    };
  }

  /** Finishes what a build that was killed had begun to publish. */
  #recover(site: Site, path: string): void {
    const steps = readJournal(this.#files, path);
    if (steps === null) return;
    try {
      if (steps !== 'damaged') runSteps(site, new Tree(this.#files, site.root), steps, true);
      this.#files.unlinkSync(path);
    } catch (error) {
      throw this.#unfinished(error);
    }
    this.findings.push(find('publish-resumed', this.#dir, undefined, { path: this.#dir }));
  }

  #publish(session: Session, pins: readonly Pin[]): PublishReport {
    const { site, root, old, next, lock, seen } = session;
    const isAsBefore = isAllKept(session);
    const twice = isAsBefore ? null : next.twice();
    if (twice !== null) throw new Error(`Planned twice: ${twice}`);
    const arePinned = arePinsSame(session.pins, pins);
    if (arePinned && (isAsBefore || (next.waiting === 0 && isSameManifest(old, next)))) {
      if (seen.isRicher) rememberLooks(session, Number.NaN);
      return { written: 0, unchanged: next.size, removed: 0 };
    }
    const tree = new Tree(this.#files, root);
    const show = (path: string): string => (path === '' ? this.#dir : `${this.#dir}/${path}`);
    const preflight = new Preflight({ files: this.#files, tree, root, old, next, show });
    const moves = preflight.steps();
    if (preflight.findings.length > 0) throw new PublishError(preflight.findings);

    this.#files.mkdirSync(site.staging, { recursive: true });
    session.hasStaging = true;
    const claims: Step[] = arePinned ? [] : [{ do: 'claim', staged: CLAIMS }];
    if (!arePinned) writeManifest(this.#files, `${site.staging}/${CLAIMS}`, { manifest: old, pins });
    const seal = writeManifest(this.#files, `${site.staging}/${MANIFEST}`, { manifest: next, pins });
    const moment = changeOf(this.#files, `${site.staging}/${MANIFEST}`);
    if (!lock.isOurs()) {
      const path = this.#show(`${root}/${PRIVATE}/lock`);
      throw new PublishError([find('output-locked', path, undefined, { path, pid: '?' })]);
    }
    const steps = {
      *[Symbol.iterator]() {
        yield* claims;
        yield* moves;
        yield { do: 'manifest', staged: MANIFEST } as const;
      },
    };
    const journal = `${root}/${PRIVATE}/journal`;
    writeJournal(this.#files, journal, `${site.staging}/journal`, steps);
    session.committed = true;
    runSteps(site, tree, steps, false);
    this.#files.unlinkSync(journal);
    session.committed = false;
    session.seenFor = { ...session.seenFor, seal };
    rememberLooks(session, moment);
    return { written: preflight.written, unchanged: next.size - preflight.written, removed: preflight.removed };
  }

  /** Were `.zhaideng` or the staging folder a link, staging would write wherever it leads, and clear up there. */
  #refuseLink(own: string): void {
    if (this.#files.lstatSync(own, { throwIfNoEntry: false })?.isDirectory() !== false) return;
    throw new PublishError([find('file-in-the-way', this.#show(own), undefined, { path: this.#show(own) })]);
  }

  #opened(): Session {
    if (this.#session === null) throw new Error('The output is not open: call open() first, and once for each build');
    return this.#session;
  }

  #unfinished(error: unknown): unknown {
    const known = failure(error, this.#dir, (path) => this.#show(path));
    if (!(known instanceof PublishError)) return known;
    const note = find('publish-unfinished', this.#dir, undefined, { path: this.#dir });
    return new PublishError([...known.findings, note], { cause: error });
  }

  #guard<T>(file: string, act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw failure(error, file === this.#dir ? file : `${this.#dir}/${file}`, (path) => this.#show(path));
    }
  }

  /** A path on disk as the user knows it: below the folder that they named. */
  #show(path: string): string {
    const inside = relative(this.#root, path);
    if (this.#root === '' || inside === '' || inside.startsWith('..')) return inside === '' ? this.#dir : path;
    return join(this.#dir, inside).split(sep).join('/');
  }
}
