import { type Digest, type DigestLine, isCaption, isHeadlineText, speakerOf } from '../digest.js';
import type { Head } from '../heads/head.js';
import { isOffice } from '../people/offices.js';
import { callsSomeone, isGroup } from '../people/roles.js';
import { SENTENCE_END } from '../text/marks.js';
import { isEmpty, textOf } from '../text/span.js';
import { type Candidate, hasOffice, isStrong, keyOf } from './candidate.js';
import { isGroupHead } from './nobody.js';
import { isForetold, isMatter, mayBeAnyName, reportsIn, talkIn } from './talk.js';
import { bareOffice, closesLetter, findFirstText, isDated, isLike, looksLikeName, quotesSomeone } from './traits.js';

/** 市财政局局长, 县委常委: the offices of a digest belong to a place; 各级干部 belongs to none. */
const OF_A_PLACE =
  /^(?:[省市县區区州旗镇乡縣]|[\p{Script=Han}]{1,6}[省市县区州旗镇乡])[\p{Script=Han}、，,（）()\s]{1,40}$/u;

/** How the words behind the speaker look: a headline, text, or nothing. */
export function restOf(head: Head): 'empty' | 'headline' | 'text' {
  const { line, rest, form } = head;
  if (rest.end <= rest.start || form === 'byline') return 'empty';
  if (rest.end - rest.start > 48) return 'text';
  head.isHeadline ??= isHeadlineText(textOf(line.text, rest));
  return head.isHeadline ? 'headline' : 'text';
}

/** 卫一诺（9岁，三年级）：, 县委办公室　苌青松: a name beside other words. */
function mayRepeat({ head }: Candidate): boolean {
  const { shape, kind } = head.reading;
  const isNamed = shape === 'name' && head.form === 'colon' && restOf(head) === 'text';
  return kind === 'person' && (isNamed || shape === 'name-titles' || shape === 'spaced') && looksLikeName(head);
}

function ornamentOf({ ornament, level, line }: Head): string {
  if (ornament === 'none') return line.strong ? 'bold' : 'none';
  return ornament === 'heading' ? `heading ${level}` : ornament;
}

/** What the speaker lines of a file have in common, and how much each candidate agrees with it. */
export class Pattern {
  readonly isTranscript: boolean;
  /** Most lines begin with who speaks: a record of talks, where any short label may be someone. */
  readonly isTalk: boolean;
  /** Labels that stand before two lines or more. */
  readonly #repeated: ReadonlySet<string>;
  /** Most lines tell what somebody said: reported prose is the file's form. */
  readonly #reports: boolean;
  /** Most speaker lines are explicit: the editor has settled what the others are. */
  readonly #isExplicit: boolean;
  readonly #count: number;
  readonly #digest: Digest;
  readonly #keys = new Map<string, number>();
  /** Kinds of which no line is certain, and which come again and again all the same. */
  readonly #repeats = new Map<string, number>();
  readonly #rests: Set<string>;
  readonly #ornaments: Set<string>;
  readonly #gaps: boolean;
  readonly hasStrong: boolean;
  /** The first line of text below the title: a speech may begin there. */
  readonly #firstText: number;

  /**
   * @param known those that are speaker lines by what is known so far
   * @param all those that may yet prove to be ones: an empty line before one breaks no pattern
   */
  constructor(digest: Digest, known: readonly Candidate[], all: readonly Candidate[]) {
    this.#digest = digest;
    this.#firstText = findFirstText(digest);
    this.hasStrong = known.some(({ head }) => isStrong(head));
    for (const each of known) this.#keys.set(keyOf(each), (this.#keys.get(keyOf(each)) ?? 0) + 1);
    this.#rests = new Set(known.map(({ head }) => restOf(head)));
    this.#ornaments = new Set(known.map(({ head }) => ornamentOf(head)).filter((ornament) => ornament !== 'none'));
    const others = known.filter(({ at }) => at > 0);
    const own = new Set(known.map(({ at }) => at));
    for (const each of all)
      if (!each.after && mayRepeat(each)) this.#repeats.set(keyOf(each), (this.#repeats.get(keyOf(each)) ?? 0) + 1);
    for (const { at, head } of all) if (restOf(head) !== 'text') own.add(at);
    let gapsElsewhere = 0;
    for (let at = 0; at < digest.lines.length; at++) {
      const { gap, kind } = digest.lines[at] as DigestLine;
      if (gap && kind === 'text' && !own.has(at)) gapsElsewhere++;
    }
    this.#gaps = others.length > 0 && others.every(({ at }) => digest.lines[at]?.gap) && gapsElsewhere <= known.length;
    const marked = known.filter(({ head }) => head.form === 'colon' || head.form === 'bracket').length;
    this.isTranscript = known.length > 1 && marked * 2 > known.length && !this.#rests.has('headline');
    const { isTalk, repeated } = talkIn(digest);
    const headlines = known.filter(({ head }) => restOf(head) === 'headline').length;
    this.isTalk = isTalk && headlines * 4 <= known.length;
    const reported = known.filter(({ head }) => head.form === 'reported').length;
    this.#reports = reported > 0 && reported === known.length && reportsIn(digest);
    const explicit = known.filter(({ head }) => head.form === 'explicit').length;
    this.#count = known.length;
    this.#isExplicit = explicit > 1 && explicit * 2 > known.length;
    this.#repeated = repeated;
  }

  /** @returns what speaks for the candidate, less what must speak for a line of its kind */
  score(candidate: Candidate): number {
    const { head } = candidate;
    if (head.form === 'explicit') return 8;
    const isSettled = this.#isExplicit && !(head.form === 'bare' && head.level > 0);
    return this.#place(candidate) + this.#likeness(candidate) - this.#needed(candidate) - (isSettled ? 6 : 0);
  }

  /** Where nothing but labels says who speaks, one that is set like none of the others may be anything. */
  isOdd(candidate: Candidate): boolean {
    const own = this.#keys.get(keyOf(candidate)) ?? 0;
    if (candidate.head.reading.shape === 'role') return false;
    return talkIn(this.#digest).isOnlyLabelled && !isStrong(candidate.head) && own * 4 <= this.#count;
  }

  /** @returns whether the line is where the first speech would begin */
  isFirst({ at, head }: Candidate): boolean {
    return at === this.#firstText && (head.reading.kind === 'person' || restOf(head) !== 'empty');
  }

  /** How much has to speak for a line before it is taken for a speaker's. */
  #needed({ at, head, after }: Candidate): number {
    const { reading, form, ornament, rest } = head;
    if (form === 'reported') return this.#reports ? -3 : 12;
    if (ornament === 'label' && reading.kind === 'person') return -4;
    if (form === 'bare' || form === 'dash' || form === 'signature') return this.#neededAlone(head, after);
    if (reading.shape === 'label') return this.#neededByLabel(head, at);
    if (reading.kind === 'role') return this.#neededByRole(head);
    // 村民李大娘说：“以前吃水靠挑。” quotes her: whoever says so in a digest is no speaker of it.
    if (quotesSomeone(head)) return this.isTranscript && reading.certainty === 'confirmed' ? -1 : 5;
    if (isStrong(head)) return reading.shape === 'name' && form === 'colon' && !this.isTranscript ? -2 : -4;
    if (this.isTalk && reading.shape !== 'nameless') return -0.75;
    switch (reading.certainty) {
      case 'fair':
        return (hasOffice(head) ? 0 : 1) + bareOffice(head);
      case 'doubtful':
        return (reading.shape === 'nameless' ? (this.isTalk ? 9 : 2) : hasOffice(head) ? 0.75 : 1.5) + bareOffice(head);
      default:
    }
    if (form === 'bracket') return 0.5;
    if (reading.kind === 'organisation' && reading.notes.length > 0) return 0.5;
    if (reading.kind === 'organisation' && this.isTranscript && OF_A_PLACE.test(textOf(head.line.text, head.label)))
      return 0.75;
    if (this.isTranscript && reading.shape === 'name') return rest.end <= rest.start ? 1.5 : 2;
    if (reading.shape === 'spaced' || reading.shape === 'name-titles') return looksLikeName(head) ? 1.2 : 1.5;
    return reading.shape === 'name' ? 1.5 : 2.5;
  }

  /** Lines without any mark: only titles, or something that vouches for the name, make one. */
  #neededAlone({ reading, form, level, ornament }: Head, after: boolean): number {
    const isSure = reading.certainty === 'confirmed' || reading.certainty === 'clear';
    const turn = after ? 1 : 0;
    if (form === 'signature') return reading.titles.length > 0 ? (isSure ? -1 : 0.5) : 1.5;
    if (ornament === 'time') return isSure || reading.shape === 'name' || reading.kind === 'role' ? -3 : 0;
    if (form === 'dash' && reading.kind === 'organisation') return after ? 1 : 9;
    if (form === 'dash') return reading.titles.length > 0 ? (isSure ? -2 : 0) : isSure ? 0 : 0.5;
    if (reading.titles.length > 0) {
      const own = isSure ? -1.5 : reading.certainty === 'fair' ? 1 : 1.5;
      return own + turn;
    }
    if (reading.kind === 'organisation') return 3;
    if (level > 0 && (ornament === 'heading' || ornament === 'none'))
      return reading.kind === 'role' ? 0.5 : isSure ? 0 : 1;
    return (reading.kind === 'role' ? 2.5 : isSure ? 2 : 2.5) + turn;
  }

  /** 男：, 听证申请人：, 后排的老先生： speak in a record of talks, and nowhere else. */
  #neededByLabel({ line, reading, form, rest }: Head, at: number): number {
    const label = textOf(line.text, reading.name);
    // 【录音止】 says what happens.
    if (form === 'bracket' && isEmpty(rest)) return 9;
    if (form === 'bracket' && !this.isTalk)
      return (this.#keys.get('bracket/name') ?? 0) + (this.#keys.get('bracket/role') ?? 0) > 1 ? 0 : 9;
    if (talkIn(this.#digest).byBlocks && this.#digest.lines[at]?.gap !== true) return 9;
    if (!this.isTalk || isMatter(label) || isGroupHead(label)) return 9;
    const isSomeone = this.#repeated.has(label) || callsSomeone(label) || mayBeAnyName(label) || isOffice(label);
    // 汽笛一共分三种：… where all labels stand alone on their lines is what somebody says.
    const isUnlike = this.#rests.size === 1 && this.#rests.has('empty') && !isEmpty(rest);
    return (isSomeone ? 0 : 1.5) + (isUnlike ? 2 : 0);
  }

  /** 主持人： opens a turn wherever one can begin; 村民：“路修好了。” is a quotation in a digest, and a turn in a record. */
  #neededByRole({ form, line, rest, reading }: Head): number {
    const own = textOf(line.text, reading.name);
    const isQuoted = /^[“「『"]/u.test(textOf(line.text, rest));
    if (form === 'bracket') return -1;
    // A speaker asks himself: 问：群众为什么来？答：有难处。
    if ((own === '问' || own === '答') && this.#rests.has('headline')) return 4;
    if (this.isTranscript) return isQuoted ? 0.5 : 0;
    return (isGroup(own) ? 2.5 : -0.75) + (isQuoted ? 2 : 0);
  }

  /** The place where the line stands: can a speech begin there? */
  #place(candidate: Candidate): number {
    const { at, head, after } = candidate;
    const lines = this.#digest.lines;
    const before = lines[at - 1];
    const next = lines[at + 1];
    const text = before?.kind === 'text' ? before.line.trimmed : '';
    if (after) return this.#placeBelow(candidate, text);
    let sum = 0;
    if (isForetold(this.#digest, at, head)) return -9;
    if (closesLetter(lines, at)) sum -= 6;
    // 聚焦两会｜代表委员谈民生 is the title.
    const isTitle = this.#digest.nextText(0, at, null) < 0;
    if (
      isTitle &&
      (head.form === 'byline' || (head.form === 'colon' && restOf(head) !== 'text' && !this.#hasWordsBelow(at, head)))
    )
      sum -= 9;
    // The first line is the title, unless a speaker line is certain by itself, or words stand behind or below it.
    const isPerson = head.reading.kind !== 'organisation' && head.reading.shape !== 'label';
    const speaks =
      head.form === 'colon' &&
      (isPerson
        ? restOf(head) === 'text' || (next?.line.endsInStop === true && next.heads.length === 0)
        : this.#hasWordsBelow(at, head));
    if (!isStrong(head) && !speaks && this.#digest.nextText(0, at, null) < 0) sum -= 4;
    if (before?.detail) sum += 2;
    if (at === this.#firstText && head.form !== 'bare') sum += 2;
    if (this.#gaps && lines[at]?.gap) sum += 1.5;
    if (next && isCaption(next, speakerOf(head))) sum += 2;
    if (head.reading.shape === 'nameless')
      sum += (next?.lone ? 2 : 0) + (OF_A_PLACE.test(textOf(head.line.text, head.label)) ? 1.5 : 0);
    // What ends in a colon introduces the words below: 村民问：
    if (/[:：]$/u.test(text) && head.form === 'colon' && !before?.heads.length) sum -= 2;
    if (head.form === 'bare' || head.form === 'dash' || head.form === 'signature') sum += this.#placeAlone(at, head);
    else if (this.#followedByText(at, head)) sum += 0.25;
    if (head.reading.shape === 'name' && head.form === 'colon' && restOf(head) === 'headline')
      sum += this.#followedByText(at, head) && looksLikeName(head) ? 1.5 : -1;
    return sum;
  }

  /** A sentence is the next line. */
  #hasWordsBelow(at: number, head: Head): boolean {
    const next = this.#digest.lines[this.#digest.nextText(at + 1, this.#digest.lines.length, speakerOf(head))];
    return next !== undefined && next.heads.length === 0 && SENTENCE_END.test(next.line.trimmed);
  }

  /** A line of its own above its words: a headline stands before or behind it, or the words do. */
  #placeAlone(at: number, head: Head): number {
    const digest = this.#digest;
    // The first line is the title: 代表委员谈民生.
    if (digest.nextText(0, at, null) < 0) return head.reading.shape === 'glued' ? -7 : -3;
    const next = digest.nextText(at + 1, digest.lines.length, speakerOf(head));
    if (next < 0) return -3;
    if (isDated(digest, at + 1)) return -1;
    let sum = digest.lines[at]?.gap ? 0.5 : 0;
    if (at > 1 && digest.isHeadlineLike(at - 1)) sum += 0.75;
    else if (head.form !== 'bare' && at > 1) sum -= 1;
    if (digest.isHeadlineLike(next)) sum += digest.nextText(next + 1, digest.lines.length, null) >= 0 ? 0.25 : -0.5;
    else sum += 0.5;
    const above = digest.lines[at - 1];
    if (above?.kind === 'text' && SENTENCE_END.test(above.line.trimmed.slice(-1))) sum += 0.25;
    return sum;
  }

  /** A line of its own below its words. */
  #placeBelow({ at, head }: Candidate, above: string): number {
    const digest = this.#digest;
    if (closesLetter(digest.lines, at)) return -6;
    if (head.rest.end > head.rest.start) return 1.5;
    if (above === '' || digest.isHeadlineLike(at - 1)) return -2;
    const next = digest.lines[at + 1];
    let sum = SENTENCE_END.test(above.slice(-1)) || /[”」』…]$/u.test(above) ? 1 : -1;
    if (isDated(digest, at + 1)) sum += 2;
    if (next === undefined || next.gap) sum += 0.5;
    if (digest.lines[at]?.gap) sum -= 1;
    return head.form === 'dash' ? sum + 1 : sum;
  }

  #followedByText(at: number, head: Head): boolean {
    const next = this.#digest.lines[at + 1];
    return (
      next?.kind === 'text' && !next.heads.some(({ form, reading }) => form === head.form && isLike(reading, head))
    );
  }

  /** How much the line is set like the others. */
  #likeness(candidate: Candidate): number {
    const { head } = candidate;
    let sum = 0;
    if (this.#ornaments.has(ornamentOf(head))) sum += 2;
    else if (this.#ornaments.size === 1 && this.hasStrong && head.form === 'bare') sum -= 0.5;
    const others = this.#keys.get(keyOf(candidate)) ?? 0;
    if (others > 0) sum += others > 2 ? 1.5 : 1;
    else if (mayRepeat(candidate) && (this.#repeats.get(keyOf(candidate)) ?? 0) > 2) sum += 1.5;
    if (this.isTranscript && head.reading.kind === 'role' && this.#rests.has(restOf(head))) sum += 0.5;
    if (this.#rests.has(restOf(head)) && (restOf(head) !== 'text' || hasOffice(head))) sum += 0.5;
    return sum;
  }
}
