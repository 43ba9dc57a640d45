import { type DigestLine, type GeneratedDigest, textOfLines } from './digests.js';

/** A slip of an editor in a known place of a digest. */
export interface Slip {
  kind: string;
  lines: DigestLine[];
  /** Indices of the speeches whose words or names the slip concerns. */
  concerns: number[];
}

function places(lines: readonly DigestLine[], wanted: (line: DigestLine) => boolean): number[] {
  return lines.flatMap((line, index) => (wanted(line) ? [index] : []));
}

function ownersAt(lines: readonly DigestLine[], indices: readonly number[]): number[] {
  return [...new Set(indices.flatMap((index) => lines[index]?.owner ?? []))];
}

/** Another name that differs in its last character. */
function misspelt(name: string): string {
  return `${[...name].slice(0, -1).join('')}${name.endsWith('峰') ? '波' : '峰'}`;
}

function nameOf(digest: GeneratedDigest, owner: number | null): string | null {
  return owner === null ? null : (digest.expected.speeches[owner]?.speaker ?? null);
}

/** @returns every slip of one kind that can befall the digest, one for each place */
export const slips: Record<string, (digest: GeneratedDigest) => Slip[]> = {
  'speaker line dropped': ({ lines }) =>
    places(lines, ({ role }) => role === 'head').map((index) => ({
      kind: 'speaker line dropped',
      lines: lines.toSpliced(index, 1),
      concerns: ownersAt(lines, [index]),
    })),
  'mark behind the speaker dropped': ({ lines, layout }) =>
    places(lines, ({ role, text }) => role === 'head' && /[:：】]/.test(text) && !layout.startsWith('##')).map(
      (index) => {
        const line = lines[index] as DigestLine;
        return {
          kind: 'mark behind the speaker dropped',
          lines: lines.with(index, { ...line, text: line.text.replace(/[:：】]/, '') }),
          concerns: ownersAt(lines, [index]),
        };
      },
    ),
  'caption dropped': ({ lines }) =>
    places(lines, ({ role }) => role === 'caption').map((index) => ({
      kind: 'caption dropped',
      lines: lines.toSpliced(index, 1),
      concerns: ownersAt(lines, [index]),
    })),
  'detail link dropped': (digest) =>
    places(
      digest.lines,
      ({ text, role }) => role === 'detail' || text.endsWith(digest.style.detail?.written ?? '\0'),
    ).map((index) => {
      const line = digest.lines[index] as DigestLine;
      const bare = { ...line, text: line.text.slice(0, line.text.length - (digest.style.detail?.written.length ?? 0)) };
      return {
        kind: 'detail link dropped',
        lines: line.role === 'detail' ? digest.lines.toSpliced(index, 1) : digest.lines.with(index, bare),
        concerns: ownersAt(digest.lines, [index]),
      };
    }),
  'line doubled': ({ lines }) =>
    places(lines, ({ role }) => role !== 'blank').map((index) => ({
      kind: 'line doubled',
      lines: lines.toSpliced(index, 0, lines[index] as DigestLine),
      concerns: ownersAt(lines, [index]),
    })),
  'neighbours swapped': ({ lines }) =>
    places(lines, ({ role }) => role !== 'blank').flatMap((index) => {
      const next = lines.findIndex(({ role }, other) => other > index && role !== 'blank');
      const [line, other] = [lines[index], lines[next]];
      if (line === undefined || other === undefined) return [];
      return [
        {
          kind: 'neighbours swapped',
          lines: lines.with(index, other).with(next, line),
          concerns: ownersAt(lines, [index, next]),
        },
      ];
    }),
  'texts swapped': ({ lines }) => {
    // What stands below two neighbouring speaker lines, captions included, changes places.
    const block = (owner: number) =>
      places(lines, (line) => line.owner === owner && line.role !== 'head' && line.role !== 'headline');
    const owners = ownersAt(
      lines,
      places(lines, ({ role }) => role === 'head'),
    );
    return owners.slice(1).flatMap((owner, index) => {
      const [above, below] = [block(owners[index] ?? 0), block(owner)];
      const [first, second] = [above[0], below[0]];
      if (first === undefined || second === undefined || second < first) return [];
      const take = (indices: number[]) => indices.flatMap((each) => lines[each] ?? []);
      const swapped = lines.flatMap((line, at) => {
        if (at === first) return take(below);
        if (at === second) return take(above);
        return above.includes(at) || below.includes(at) ? [] : [line];
      });
      return [{ kind: 'texts swapped', lines: swapped, concerns: [owners[index] ?? 0, owner] }];
    });
  },
  'name misspelt in a caption': (digest) => misspellings(digest, 'caption'),
  'name misspelt in a speaker line': (digest) => misspellings(digest, 'head'),
};

function misspellings(digest: GeneratedDigest, role: 'caption' | 'head'): Slip[] {
  return places(digest.lines, (line) => line.role === role).flatMap((index) => {
    const line = digest.lines[index] as DigestLine;
    const name = nameOf(digest, line.owner);
    const written = name === null ? -1 : line.text.indexOf(name);
    if (name === null || written < 0 || /主持人/.test(line.text)) return [];
    const text = line.text.slice(0, written) + misspelt(name) + line.text.slice(written + name.length);
    const kind = role === 'head' ? 'name misspelt in a speaker line' : 'name misspelt in a caption';
    return [{ kind, lines: digest.lines.with(index, { ...line, text }), concerns: ownersAt(digest.lines, [index]) }];
  });
}

export function textOfSlip({ lines }: Slip, { format }: GeneratedDigest): string {
  return textOfLines(lines, format);
}
