import type { Phase } from '../plan/page.js';
import type { Pin } from '../plan/site/pin.js';
import type { StagedBytes, StagingPlace } from './stager.js';

/** What a published file was made of and what it holds. */
export interface PublishedEntry {
  key: string;
  /** Hash of the bytes. */
  digest: string;
}

export interface PublishReport {
  written: number;
  unchanged: number;
  removed: number;
}

/**
 * Where a site goes: a folder ({@link FolderOutput}), or memory in the preview. One publication: `open`,
 * then `keep` or `stage` for every planned path, then `publish` or `abandon`. Until `publish` nothing
 * that a reader can see has changed.
 */
export interface Output {
  /** Takes the output for this build, rolls an interrupted publication forward, learns what is there. */
  open(): Promise<void>;
  /** Whose each published address is; to be asked for when the output is open. */
  pins(): readonly Pin[];
  /**
   * True when the path was last published under this key and still holds those bytes: nothing to render.
   * The path is then part of the new site as it is. The key is asked for only where something was published.
   */
  keep(page: { path: string; readonly key: string }): boolean;
  /**
   * Puts a new file in the staging area; one with the bytes that are already published is not written again. Files may
   * wait to be written together: an error of this one is then thrown later, by the latest in {@link flush} or {@link publish}.
   * @param staged hears that it is there; of several files in the order in which they were put
   */
  stage(path: string, key: string, phase: Phase, bytes: Uint8Array | string, staged?: () => void): void;
  /** Writes what waits. An error is that of the first file of which nobody heard that it is there. */
  flush(): void;
  /**
   * Makes the staging area ready for workers, which put files there by themselves.
   * @returns where it is, or null where only this thread can stage
   */
  stagingPlace(): StagingPlace | null;
  /** @returns whether the output may hold a file at the path already, so that its bytes are to be looked at */
  mayHold(path: string): boolean;
  /** Counts a file that a worker has staged as {@link stage} would. */
  take(path: string, key: string, phase: Phase, file: StagedBytes): void;
  /** @returns an error that a worker met while it staged the file, as {@link stage} would throw it */
  failureOf(path: string, error: unknown): unknown;
  /**
   * Makes the staged site the published one and removes what we published before and is no longer planned.
   * @param pins whose each address is from now on; as before where nothing is said
   */
  publish(pins?: readonly Pin[]): Promise<PublishReport>;
  /** Drops what was staged. The published site is as it was. */
  abandon(): Promise<void>;
}
