import { HOLDS } from '../../load/inventory.js';
import { type Digest, type DigestLine, isHeadlineText } from '../digest.js';
import type { Head } from '../heads/head.js';
import { isNickname, nameStrength } from '../people/name.js';
import { isOffice, isOrganisation, officeAtEnd } from '../people/offices.js';
import type { People } from '../people/people.js';
import { isGroup, isRole } from '../people/roles.js';
import { namesSeveral } from '../people/several.js';
import { mayBeUnusualName } from '../people/unusual.js';
import { isWord } from '../people/words.js';
import { hasOffice } from '../turns/candidate.js';
import { restOf } from '../turns/evidence.js';
import { isMatter } from '../turns/talk.js';
import {
  BEHIND_BRACKETS,
  beginsGlued,
  beginsSpaced,
  beginsWithName,
  beginsWithNameAndOffice,
  endsInOffice,
  interjects,
  LABEL,
  labelOf,
  mayBeName,
  officeThenSpace,
  QUOTE_FOLLOWS,
  saysSomething,
  wordsOf,
} from './beginnings.js';
import type { SpeechBlock } from './block.js';
import { shapeOf } from './shape.js';

/** （下接第3页）: where a page was turned a speaker may be lost. */
const TURNS_PAGE = /^[（(](?:上接|下接|下转|上转|紧接)第?.{1,12}[）)]$/u;
/** 主持人谢谢三位: the colon is lost. */
const HOST = /^主持人(?=[谢请下现好各大感欢我刚接最首先今在这听时让再])/u;
/** What a person is called by who is not called by a name. */
const PERSON_WORD =
  /(?:[人者员友众民生师家客妈爷叔姐哥嫂婆童兵某]|先生|女士|代表|同学|老师|朋友|学霸|博主|粉丝)[A-Za-z甲乙丙丁一二三四五\d]?$/u;

const NARRATES =
  /^(?:席间|现场|随后|接着|话音|短暂|一阵|掌声|笑声|众人|全场|会场)|(?:笑声|掌声|沉默)(?:过后|响起|之后)|(?:站了?起来|举起了?手|接过话|第[一二三四五六七八九十]个发言)[。，]?/u;

/** Asks of a line whether it begins as someone's turn could, and whether a fact of the file settles that it does not. */
export class Opening {
  readonly people: People;
  readonly #digest: Digest;
  readonly #shapes: ReadonlySet<Head['reading']['shape']>;
  readonly #forms: ReadonlySet<Head['form']>;
  readonly #levels: ReadonlySet<number>;
  readonly #isTranscript: boolean;
  /** How two speaker lines or more are set. */
  readonly #lineShapes = new Set<string>();
  readonly #speakers: ReadonlySet<string>;
  /** Labels that stand in the bodies of two speakers or more, or twice in one: a list of the meeting's questions. */
  readonly #listed = new Set<string>();
  /** How many words like names stand alone on a line inside the speeches, by their length. */
  readonly #lone = new Map<number, number>();

  constructor(digest: Digest, heads: readonly Head[], blocks: readonly SpeechBlock[]) {
    this.people = digest.people;
    this.#digest = digest;
    this.#shapes = new Set(heads.map(({ reading }) => reading.shape));
    this.#forms = new Set(heads.map(({ form }) => form));
    this.#levels = new Set(heads.map(({ level }) => level).filter((level) => level > 0));
    const turns = heads.filter((head) => head.reading.kind === 'role' || head.reading.shape === 'name');
    this.#isTranscript = turns.length > 1 && heads.every((head) => restOf(head) !== 'headline');
    const once = new Set<string>();
    for (const { line } of heads) {
      const shape = shapeOf(line.trimmed);
      if (shape !== null) (once.has(shape) ? this.#lineShapes : once).add(shape);
    }
    this.#speakers = new Set(blocks.map(({ speaker }) => speaker));
    const seen = new Set<string>();
    for (const { body } of blocks) {
      for (const { each } of body) {
        if (each.lone !== null) this.#lone.set(each.lone.length, (this.#lone.get(each.lone.length) ?? 0) + 1);
        const label = each.line.mayHold(HOLDS.colonOrDash) ? labelOf(wordsOf(each)) : null;
        if (label === null) continue;
        if (seen.has(label)) this.#listed.add(label);
        seen.add(label);
      }
    }
  }

  mayBegin(each: DigestLine, at: number): boolean {
    const { line } = each;
    const text = wordsOf(each);
    if (this.#isAtSpeakersLevel(each) || TURNS_PAGE.test(text)) return true;
    const shape = this.#lineShapes.size > 0 ? shapeOf(line.trimmed) : null;
    if (shape !== null && this.#lineShapes.has(shape)) return !this.isSettled(each, at);
    const match = line.mayHold(HOLDS.colonOrDash) ? LABEL.exec(text.slice(0, 120)) : null;
    const label = match?.[1]?.trim();
    if (label !== undefined && this.#labels(label, match?.[2] ?? '', each, at)) return !this.isSettled(each, at);
    return this.#beginsUnmarked(text, each, at) && !this.isSettled(each, at);
  }

  /** Dialogue inside a story, or a list whose labels repeat. */
  isSettled(each: DigestLine, at: number): boolean {
    const text = wordsOf(each);
    const label = labelOf(text);
    if (label === null) return false;
    const rest = text.slice(text.search(/[:：]/u) + 1).trim();
    // 局长：每周接访；处长：每日下沉 lists whose turn it is.
    if (/[；;][^；;:：。]{1,12}[:：]/u.test(rest)) return true;
    const isKnown = this.people.has(label);
    if (!isKnown && this.#listed.has(label) && !isRole(label)) return true;
    const isQuoted = /^[“「『"]/u.test(rest);
    const above = this.#digest.lines[at - 1]?.line.trimmed ?? '';
    if (isQuoted && !this.#isTranscript && (/(?:说|问|讲|道|喊|答)$/u.test(label) || /[:：]$/u.test(above)))
      return true;
    return false;
  }

  /** 王芳委员说，…; 李明副主任指出，…: reported speech of someone with an office. */
  isReport(each: DigestLine): boolean {
    return saysSomething(wordsOf(each));
  }

  #isAtSpeakersLevel({ line, opening }: DigestLine): boolean {
    return opening.level > 0 && this.#levels.has(opening.level) && line.content.end - opening.start > 1;
  }

  /** Words before a colon that name someone, in whatever way. */
  #labels(label: string, rest: string, each: DigestLine, at: number): boolean {
    if (namesSeveral(label, this.people) || officeThenSpace(label) || this.#nameInBrackets(label, rest)) return true;
    const colon = each.heads.find(({ form }) => form === 'colon' || form === 'bracket');
    const isQuoted = /^[“「『"]/u.test(rest);
    if (colon && hasOffice(colon) && !(isQuoted && colon.reading.notes.length > 0)) return true;
    if (rest === '' && isOffice(label)) return true;
    if (this.#isUnusual(label, rest, at)) return true;
    if (isRole(label)) return !isGroup(label) || this.#isTranscript || !isQuoted;
    if (this.people.has(label) || isNickname(label)) return true;
    const isBody = label.length > 2 && label.length <= 20 && isOrganisation(label) && !isWord(label);
    if (
      isBody &&
      (this.#shapes.has('organisation') || this.#isTranscript || (isHeadlineText(rest) && this.#followedByText(at)))
    )
      return true;
    if (this.#isTranscript || this.#shapes.has('name-titles') || this.#shapes.has('name'))
      if (mayBeName(label)) return true;
    const isShort = label.length <= 8 && each.opening.ornament === 'none';
    if (this.#isTranscript && isShort && (PERSON_WORD.test(label) || isOffice(label))) return true;
    // 罗青：过紧日子 where all others have titles: a name with what stands behind it where a headline would.
    if (nameStrength(label) !== 'strong' || label.length > 3 || isMatter(label)) return false;
    // 车晓端：… where an empty line stands above it.
    return each.gap || (isHeadlineText(rest) && this.#followedByText(at));
  }

  /** 寨老 玉香：唱歌, 嘎查长哈斯额尔敦：轮牧: set as the file's speaker lines are, with words that no list has. */
  #isUnusual(label: string, rest: string, at: number): boolean {
    if (this.#isTranscript || !isHeadlineText(rest) || !this.#followedByText(at)) return false;
    const parts = label.split(/\p{White_Space}+/u);
    if (parts.length > 1) return this.#shapes.has('spaced') && /^\p{Script=Han}{2,4}$/u.test(parts.at(-1) ?? '');
    if (!this.#shapes.has('glued') && !this.#shapes.has('spaced')) return false;
    for (let end = 3; end <= label.length - 2; end++)
      if (isOffice(label.slice(0, end)) && mayBeUnusualName(label.slice(end))) return true;
    return false;
  }

  /** Short lines that begin with a surname's character, again and again in one speech, are its subheads. */
  #isListed(name: string): boolean {
    return (this.#lone.get(name.length) ?? 0) > 1 && !this.people.has(name);
  }

  #followedByText(at: number): boolean {
    const next = this.#digest.lines[at + 1];
    return next?.kind === 'text' && !next.gap;
  }

  /** “…”县医院护士董月娥说，…, in a file of such lines: she speaks too. */
  #reportsToo(text: string): boolean {
    if (!this.#forms.has('reported')) return false;
    return (
      /^[^。！？“”]{4,44}(?:说|表示|认为|指出|建议|提出|谈到)[，,：:]/u.test(text) ||
      /[”」』][^。！？“”]{2,24}(?:说|表示|认为|指出|告诉)/u.test(text)
    );
  }

  /** 席间安静了几秒。: a narrator's line between the turns of a record. */
  #narrates(text: string, { gap }: DigestLine): boolean {
    if (!this.#isTranscript || !gap || text.length > 60 || /[我你您咱]/u.test(text)) return false;
    return NARRATES.test(text) || [...this.#speakers].some((name) => name.length > 1 && text.includes(name));
  }

  /** Words that begin as the file's speaker lines do, and lack the mark that makes one. */
  #beginsUnmarked(text: string, each: DigestLine, at: number): boolean {
    const { line } = each;
    if (this.#reportsToo(text) || this.#narrates(text, each)) return true;
    if (this.#isTranscript && (isRole(text) || nameStrength(text) === 'strong')) return true;
    if (this.#forms.has('bracket') && /^[【［[〔]/u.test(text)) return true;
    if (saysSomething(text) || interjects(text) || HOST.test(text)) return true;
    if (each.lone !== null && nameStrength(each.lone) === 'strong' && !this.#isListed(each.lone)) return true;
    if (line.mayHold(HOLDS.space) && beginsSpaced(text)) return true;
    if (this.#shapes.has('name-titles') && beginsWithName(text)) return true;
    if (text.length <= 80 && this.#nameInBrackets(text, '')) return true;
    if (this.#isWholeLine(each.heads)) return true;
    const isHeadline = this.#digest.isHeadlineLike(at);
    if (isHeadline && /\p{White_Space}/u.test(text) && endsInOffice(text)) return true;
    if (!isHeadline && !(line.mayHold(HOLDS.openingQuote) && QUOTE_FOLLOWS.test(text))) return false;
    return beginsGlued(text) || (this.#shapes.has('name-titles') && beginsWithNameAndOffice(text));
  }

  /** The whole line is titles and name, in a file whose speaker lines have a mark. */
  #isWholeLine(heads: readonly Head[]): boolean {
    return heads.some(
      ({ form, reading }) =>
        (form === 'bare' || form === 'byline' || form === 'signature' || form === 'dash') &&
        reading.kind === 'person' &&
        reading.titles.length > 0 &&
        (reading.certainty === 'clear' || reading.certainty === 'confirmed'),
    );
  }

  /** 赵敏：（市第一中学校长）…, 冯程程[中学教师], 副局长（主持工作）易保, 老兵“林冲”. */
  #nameInBrackets(label: string, rest: string): boolean {
    const behindOffice = /[。！？!?；;…”]$/u.test(label) ? null : BEHIND_BRACKETS.exec(label);
    if (behindOffice?.[1] && officeAtEnd(behindOffice[1].replace(/[、，,\p{White_Space}]+$/u, '')) !== null) {
      if (nameStrength(behindOffice[2] ?? '') !== 'none') return true;
    }
    if (!this.#shapes.has('name-titles') && !this.#isTranscript) return false;
    const name = /^(\p{Script=Han}{2,4})[（(【[［〔]/u.exec(label)?.[1];
    if (name !== undefined && mayBeName(name)) return true;
    const titles = /^[（(]([^（()）]{2,40})[）)]/u.exec(rest)?.[1];
    return titles !== undefined && isOffice(titles) && mayBeName(label);
  }
}
