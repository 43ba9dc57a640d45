import { type Finding, find } from '../../diagnostics/finding.js';
import { HOLDS } from '../../load/inventory.js';
import { unitAt } from '../../typography/unitAt.js';
import { unitsOf, WHITE_SPACE } from '../../typography/units.js';
import type { Digest } from '../digest.js';
import type { Head } from '../head.js';
import { nameStrength, plainName } from '../people/name.js';
import { isOffice, mayEndOffice, officeAtEnd } from '../people/offices.js';
import { isRole } from '../people/roles.js';
import type { Line } from '../text/line.js';
import type { SpeechBlock } from './block.js';
import { labelsSomeone, mayBeName } from './labels.js';

/** How the speaker lines of a file are set. */
interface Pattern {
  shapes: ReadonlySet<Head['reading']['shape']>;
  forms: ReadonlySet<Head['form']>;
  digest: Digest;
}

/**
 * Lines inside speeches that begin as the file's speaker lines do and lack the mark that makes one: the colon
 * was lost, or a bracket. The words below would go to the speaker above.
 */
export function doubtUnmarked(
  digest: Digest,
  blocks: readonly SpeechBlock[],
  isTranscript: boolean,
  file: string,
): Finding[] {
  const heads = blocks.map(({ segment }) => segment.head).filter(({ form }) => form !== 'explicit');
  const pattern: Pattern = {
    shapes: new Set(heads.map(({ reading }) => reading.shape)),
    forms: new Set(heads.map(({ form }) => form)),
    digest,
  };
  return blocks.flatMap(({ body, speaker }) =>
    body
      .filter(({ each, at }) => {
        const { line } = each;
        if (isTranscript && isTurn(line)) return true;
        const text = line.text.slice(each.opening.start, line.content.end);
        return (
          beginsAsSpeaker(text, line, pattern, at) ||
          isWholeLine(each.heads, pattern) ||
          endsInOffice(text, digest, at) ||
          labelsSomeone(text, line, digest, at, pattern.shapes)
        );
      })
      .map(({ each: { line } }) =>
        find('suspect-speaker-line', file, line.place, { line: line.trimmed.slice(0, 30), speaker }),
      ),
  );
}

/** 主持人 or 傅小满 alone on a line, or 于是之：, where speakers take turns. A word (时间表：) is no name by itself. */
function isTurn(line: Line): boolean {
  const text = line.trimmed;
  const label = /^([^:：]{2,4})[:：]/u.exec(text)?.[1];
  if (label !== undefined) return isRole(label) || mayBeName(label);
  return isRole(text) || nameStrength(text) === 'strong';
}

/** Li Xiaohu　返乡创业者: a line that ends in an office and has a space before it names someone. */
function endsInOffice(text: string, digest: Digest, at: number): boolean {
  if (text.length > 60) return false;
  const behind = /\p{White_Space}(\P{White_Space}{3,40})$/u.exec(text)?.[1];
  return behind !== undefined && digest.isHeadlineLike(at) && officeAtEnd(behind) !== null;
}

function beginsAsSpeaker(text: string, line: Line, { shapes, forms, digest }: Pattern, at: number): boolean {
  if (forms.has('bracket') && /^[【［[〔][^】］\]〕]+$/u.test(text)) return true;
  if (line.mayHold(HOLDS.space) && beginsSpaced(text)) return true;
  if (shapes.has('name-titles') && beginsWithName(text)) return true;
  if (!digest.isHeadlineLike(at) && !(line.mayHold(HOLDS.openingQuote) && QUOTE_FOLLOWS.test(text))) return false;
  return beginsGlued(text) || (shapes.has('name-titles') && beginsWithNameAndOffice(text));
}

const QUOTE_FOLLOWS = /^[\p{Script=Han}、，,（）()]{4,40}[“「『"]/u;

/** 省人大代表,临溪县委书记　屈 波一渠清水润云川: titles, a space, and a surname behind it. */
function beginsSpaced(text: string): boolean {
  if (!hasSpaceFirst(text)) return false;
  const label = /^[^。！？!?；;：:“”]{4,80}/u.exec(text)?.[0] ?? '';
  return [...label.matchAll(/\p{White_Space}+/gu)].some(
    ({ index, 0: space }) =>
      officeAtEnd(label.slice(0, index)) !== null && beginsWithNameAlone(label.slice(index + space.length).slice(0, 6)),
  );
}

const SPACES = unitsOf(WHITE_SPACE);
const ENDS = unitsOf('。！？!?；;：:“”');

/** A label has eighty characters at most, of two UTF-16 units each; most texts have no space in them. */
function hasSpaceFirst(text: string): boolean {
  const end = Math.min(text.length, 160);
  for (let at = 0; at < end; at++) {
    if (SPACES[unitAt(text, at)] === 1) return true;
    if (ENDS[unitAt(text, at)] === 1) return false;
  }
  return false;
}

/** The first two or three characters make a name, padding left out. */
function beginsWithNameAlone(text: string): boolean {
  const characters = [...plainName(text)];
  return [2, 3].some((length) => nameStrength(characters.slice(0, length).join('')) === 'strong');
}

/** 屈 波（省人大代表）老支书…; 何砚，云川县县长…. */
function beginsWithName(text: string): boolean {
  const match =
    /^([^（(，,。：:]{2,12})(?:[（(][^（）()]{1,8}[)）])?(?:[（(]((?:[^（）()]|[（(][^（）()]*[）)]){2,80})|[，,]([^，,。：:]{2,30})[，,：:])/u.exec(
      text,
    );
  const name = match?.[1];
  const titles = match?.[2] ?? match?.[3];
  return name !== undefined && titles !== undefined && nameStrength(name) === 'strong' && isOffice(titles);
}

/** 何砚，云川县县长办好…: the colon behind the office is lost. */
function beginsWithNameAndOffice(text: string): boolean {
  const match = /^([^（(，,。：:]{2,12})[，,](\p{Script=Han}{3,40})/u.exec(text);
  if (!match?.[1] || !match[2] || nameStrength(match[1]) !== 'strong') return false;
  const characters = [...match[2]];
  return characters.some(
    (character, end) =>
      end > 1 && mayEndOffice(character, 0) && officeAtEnd(characters.slice(0, end + 1).join('')) !== null,
  );
}

/** 市教育局局长罗青办好…: an office, and a name behind it. */
function beginsGlued(text: string): boolean {
  const words = /^[\p{Script=Han}、，,（）()]{0,40}/u.exec(text)?.[0] ?? '';
  // No office ends in a half of a pair.
  for (let end = 3; end < words.length - 1; end++) {
    if (!mayEndOffice(words, end - 1) || officeAtEnd(words.slice(0, end)) === null) continue;
    if (beginsWithNameAlone(words.slice(end))) return true;
  }
  return false;
}

/** The whole line is titles and name, in a file whose speaker lines have a mark. */
function isWholeLine(heads: readonly Head[], { forms }: Pattern): boolean {
  if (forms.has('bare')) return false;
  return heads.some(
    ({ form, reading }) =>
      form === 'bare' &&
      reading.kind === 'person' &&
      reading.titles.length > 0 &&
      (reading.certainty === 'clear' || reading.certainty === 'confirmed'),
  );
}
