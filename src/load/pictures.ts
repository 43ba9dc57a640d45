import { dirname, resolve } from 'node:path';
import { type Finding, find } from '../diagnostics/finding.js';
import type { BlockRoot } from './document.js';
import type { FoundFile, Input } from './input.js';

type PictureFact = NonNullable<NonNullable<BlockRoot['children'][number]['data']>['facts']>['pictures'];

const format = /^data:image\/(png|jpeg|gif|webp)((?:;[^,;]*)*),/i;

/**
 * Looks for the pictures that an HTML or Markdown text shows: files are looked up among those that the scan found
 * beside it, so no address can lead anywhere else; data are unpacked; addresses on the web stay as written.
 * Pictures that are nowhere are taken out of the blocks, with a finding.
 */
export function findPictures(root: BlockRoot, input: Input): Finding[] {
  const findings: Finding[] = [];
  const { photos, pictures } = input.companion;
  const files = new Map([...photos, ...pictures].map((file) => [file.absolute.normalize('NFC'), file]));
  let unpacked = 0;
  for (const { data, position } of root.children) {
    const facts = data?.facts;
    if (facts?.pictures === undefined) continue;
    const found: NonNullable<PictureFact> = [];
    for (const picture of facts.pictures) {
      const { source, alt } = picture;
      if (picture.bytes !== undefined || /^(?:https?:)?\/\//i.test(source)) found.push(picture);
      else if (/^data:/i.test(source)) {
        const bytes = bytesOf(source);
        unpacked += 1;
        const name = `image-${unpacked}.${format.exec(source)?.[1]?.toLowerCase() ?? ''}`;
        if (bytes === null) findings.push(find('picture-format', input.file, position?.start, { source: name }));
        else found.push({ source: name, bytes, alt });
      } else {
        const file = fileOf(source, input, files);
        if (file === undefined) findings.push(find('picture-missing', input.file, position?.start, { source }));
        else found.push({ source, path: file.absolute, alt });
      }
    }
    if (found.length > 0) facts.pictures = found;
    else delete facts.pictures;
  }
  return findings;
}

function fileOf(source: string, input: Input, files: Map<string, FoundFile>): FoundFile | undefined {
  const path = source.replace(/[?#].*$/s, '').replaceAll('\\', '/');
  const folder = dirname(input.absolute);
  return [path, decoded(path)]
    .map((each) => files.get(resolve(folder, each).normalize('NFC')))
    .find((file) => file !== undefined);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** @returns the bytes of a `data:` address in a format that browsers show, or null */
function bytesOf(source: string): Uint8Array | null {
  const [head, , parameters = ''] = format.exec(source) ?? [];
  if (head === undefined) return null;
  const data = source.slice(head.length);
  if (/;base64$/i.test(parameters)) return Buffer.from(decoded(data), 'base64');
  return Buffer.from(decoded(data), 'latin1');
}
