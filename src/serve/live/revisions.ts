import type { MemoryFile, MemoryOutput, Publication } from '../../publish/memory.js';

/** What a page must do that shows the site as of an earlier revision. */
export type Update = { do: 'nothing' } | { do: 'reload' } | { do: 'styles'; paths: string[] };

/** Publications that are remembered; a page older than that reloads. */
const REMEMBERED = 100;

/** `site.css?v=HASH`, as pages refer to a stylesheet: differs in every page when only the stylesheet changed. */
const version = /(\.css\?v=)[\w-]+/g;

/** What changed from one revision to the next. */
export class Revisions {
  readonly #output: MemoryOutput;
  /** The stylesheets that changed, or null when anything else did too; the newest last. */
  #changes: { revision: number; styles: string[] | null }[] = [];

  constructor(output: MemoryOutput) {
    this.#output = output;
    output.onPublish((publication) => {
      this.#changes.push({ revision: publication.revision, styles: this.#styles(publication) });
      if (this.#changes.length > REMEMBERED) this.#changes.shift();
    });
  }

  get current(): number {
    return this.#output.revision;
  }

  /** @param revision at which a page was made */
  since(revision: number): Update {
    if (revision === this.current) return { do: 'nothing' };
    const later = this.#changes.filter((change) => change.revision > revision);
    if (revision > this.current || later.length !== this.current - revision) return { do: 'reload' };
    const paths = new Set<string>();
    for (const { styles } of later) {
      if (styles === null) return { do: 'reload' };
      for (const path of styles) paths.add(path);
    }
    return { do: 'styles', paths: [...paths] };
  }

  #styles({ written, removed, before }: Publication): string[] | null {
    const styles = written.filter((path) => path.endsWith('.css') && before.has(path));
    if (styles.length === 0 || removed.length > 0) return null;
    for (const path of written) {
      if (styles.includes(path)) continue;
      const old = before.get(path);
      const now = this.#output.get(path);
      if (old === undefined || now === undefined || withoutVersions(old) !== withoutVersions(now)) return null;
    }
    return styles;
  }
}

function withoutVersions({ bytes }: MemoryFile): string {
  // One character a byte: faster than decoding, and the pattern is ASCII.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replace(version, '$1');
}
