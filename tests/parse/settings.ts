import type { DigestLayout, DigestLine, ExpectedSpeech, Plan, Role, SpeechPlan, Style } from './digests.js';

/** Gathers the lines of one layout. */
export class Sheet {
  readonly lines: DigestLine[] = [];
  readonly #style: Style;

  constructor(style: Style) {
    this.#style = style;
  }

  add(owner: number | null, role: Role, text: string): void {
    this.lines.push({ text, role, owner });
  }

  blank(): void {
    this.add(null, 'blank', '');
  }

  /** A blank line between speeches, where the style has them. */
  next(index: number): void {
    if (this.#style.gaps && index > 0) this.blank();
  }

  /** The paragraphs from `from` on, with the detail link behind the last. */
  body(owner: number, { spoken }: SpeechPlan, from = 0): void {
    const { detail, indent } = this.#style;
    const paragraphs = spoken.paragraphs.slice(from);
    for (const [index, text] of paragraphs.entries()) {
      const isLast = index === paragraphs.length - 1;
      const link = isLast && detail && !detail.ownLine ? detail.written : '';
      this.add(owner, 'body', `${indent}${text}${link}`);
    }
    if (detail?.ownLine) this.add(owner, 'detail', detail.written.trim());
  }
}

export function person(speech: SpeechPlan, style: Style): ExpectedSpeech {
  return {
    speaker: speech.person.name,
    speakerKind: 'person',
    titles: speech.titles,
    notes: [],
    headline: speech.headline,
    paragraphs: speech.spoken.paragraphs,
    points: speech.spoken.points,
    detail: style.detail?.record ?? null,
    excerpt: style.detail !== null,
  };
}

export function joined({ titles }: SpeechPlan, { comma }: Style): string {
  return titles.join(comma);
}

export const bracketed = (text: string, [open, close]: Style['brackets']) => `${open}${text}${close}`;

/** `head headline` lines with bodies below them: most layouts. */
export function headed(head: (speech: SpeechPlan, style: Style, index: number) => string): DigestLayout['set'] {
  return ({ speeches, style }) => {
    const sheet = new Sheet(style);
    for (const [index, speech] of speeches.entries()) {
      sheet.next(index);
      sheet.add(index, 'head', head(speech, style, index));
      if (style.captions) sheet.add(index, 'caption', speech.person.written);
      sheet.body(index, speech);
    }
    return { lines: sheet.lines, speeches: speeches.map((speech) => person(speech, style)) };
  };
}

/** The text begins on the speaker line; no headline. */
export function inline(head: (speech: SpeechPlan, style: Style) => string, notes = false): DigestLayout['set'] {
  return ({ speeches, style }) => {
    const sheet = new Sheet(style);
    for (const [index, speech] of speeches.entries()) {
      sheet.next(index);
      sheet.add(index, 'head', `${head(speech, style)}${speech.spoken.paragraphs[0] ?? ''}`);
      if (speech.spoken.paragraphs.length > 1) sheet.body(index, speech, 1);
      else if (style.detail) sheet.add(index, 'detail', style.detail.written.trim());
    }
    return {
      lines: sheet.lines,
      speeches: speeches.map((speech) => ({
        ...person(speech, style),
        headline: null,
        notes: notes && speech.note ? [speech.note] : [],
      })),
    };
  };
}

export const plainHeads = { captions: false, detail: null, list: false } as const;

export function organisation(speech: ExpectedSpeech, name: string): ExpectedSpeech {
  return { ...speech, speaker: name, speakerKind: 'organisation', titles: [], notes: [] };
}

export function headlineFirst(
  head: (speech: SpeechPlan, style: Style) => string,
  headline: (text: string) => string,
): DigestLayout['set'] {
  return ({ speeches, style }) => {
    const sheet = new Sheet(style);
    for (const [index, speech] of speeches.entries()) {
      sheet.next(index);
      sheet.add(index, 'headline', headline(speech.headline));
      sheet.add(index, 'head', head(speech, style));
      sheet.body(index, speech);
    }
    return { lines: sheet.lines, speeches: speeches.map((speech) => person(speech, style)) };
  };
}

export function attributed(head: (speech: SpeechPlan, style: Style) => string, isMember: boolean): DigestLayout['set'] {
  return ({ speeches, style }) => {
    const sheet = new Sheet(style);
    for (const [index, speech] of speeches.entries()) {
      sheet.next(index);
      for (const [at, text] of speech.spoken.paragraphs.entries()) {
        sheet.add(index, 'body', at === 0 ? `${style.bullet}${text}` : text);
      }
      sheet.add(index, 'head', head(speech, style));
    }
    return {
      lines: sheet.lines,
      speeches: speeches.map((speech) => ({
        ...person(speech, style),
        headline: null,
        ...(isMember ? { titles: ['委员'], notes: speech.note ? [speech.note] : [] } : {}),
      })),
    };
  };
}

/** 主持人 asks, guests answer by turns. */
export function transcript({ speeches, turns, style }: Plan): ReturnType<DigestLayout['set']> {
  const sheet = new Sheet(style);
  const expected: ExpectedSpeech[] = [];
  const said = [...speeches.keys(), ...turns.map((turn) => turn % speeches.length)];
  for (const [index, who] of said.entries()) {
    const speech = speeches[who];
    if (!speech) continue;
    const isFirst = index < speeches.length;
    const spoken = isFirst ? speech.spoken : { paragraphs: [`我再补充第${index}点：干就要干成。`], points: [] };
    const question = `请问第${index}个问题怎么看？`;
    sheet.next(index);
    sheet.add(speeches.length + index, 'head', `主持人${style.colon}`);
    sheet.add(speeches.length + index, 'body', `${style.indent}${question}`);
    const host = { titles: [], notes: [], headline: null, detail: null, excerpt: false };
    expected.push({ ...host, speaker: '主持人', speakerKind: 'role', paragraphs: [question], points: [] });
    sheet.next(1);
    sheet.add(who, 'head', `${speech.person.name}${style.colon}`);
    for (const text of spoken.paragraphs) sheet.add(who, 'body', `${style.indent}${text}`);
    expected.push({ ...person(speech, style), titles: [], headline: null, ...spoken });
  }
  return { lines: sheet.lines, speeches: expected };
}

/** 职务 姓名：标题, then 职务姓名：标题, then 姓名（职务）：标题, and so on; 主持人： below every third. */
export function mixed({ speeches, style }: Plan): ReturnType<DigestLayout['set']> {
  const sheet = new Sheet(style);
  const expected: ExpectedSpeech[] = [];
  for (const [index, speech] of speeches.entries()) {
    const { name, written } = speech.person;
    const titles = joined(speech, style);
    const labels = [
      `${titles}${style.space}${written}`,
      `${titles}${name}`,
      `${written}${bracketed(titles, style.brackets)}`,
    ];
    sheet.next(index);
    sheet.add(index, 'head', `${labels[index % 3]}${style.colon}${speech.headline}`);
    sheet.body(index, speech);
    expected.push(person(speech, style));
    if (index % 3 !== 2) continue;
    const words = '谢谢三位。下面继续发言。';
    sheet.add(speeches.length + index, 'head', `主持人${style.colon}${words}`);
    const host = { titles: [], notes: [], headline: null, detail: null, excerpt: false, points: [] };
    expected.push({ ...host, speaker: '主持人', speakerKind: 'role', paragraphs: [words] });
  }
  return { lines: sheet.lines, speeches: expected };
}

/** 标题 / ——在…会上的讲话 / 职务 姓名 / （日期） / 同志们： */
export function alone({ speeches, style, title }: Plan): ReturnType<DigestLayout['set']> {
  const sheet = new Sheet(style);
  const speech = speeches[0];
  if (!speech) throw new TypeError('A digest has speeches');
  const greeting = '同志们：';
  sheet.add(null, 'occasion', `${style.dash}在全市重点工程总结大会上的讲话`);
  sheet.add(0, 'head', `${joined(speech, style)}${style.space}${speech.person.written}`);
  sheet.add(null, 'date', bracketed('2031年3月2日', style.brackets));
  sheet.add(0, 'body', `${style.indent}${greeting}`);
  sheet.body(0, speech);
  const move = (points: ExpectedSpeech['points']): ExpectedSpeech['points'] =>
    points.map((point) => ({ ...point, paragraph: point.paragraph + 1, points: move(point.points) }));
  const { paragraphs, points } = speech.spoken;
  return {
    lines: sheet.lines,
    speeches: [
      { ...person(speech, style), headline: title, paragraphs: [greeting, ...paragraphs], points: move(points) },
    ],
    edition: { occasion: '在全市重点工程总结大会上的讲话', date: '2031-03-02' },
  };
}

/** Bodies and persons by turns. */
export function bodies(plan: Plan): ReturnType<DigestLayout['set']> {
  const isBody = (index: number) => index % 2 === 0;
  const { lines, speeches } = headed((speech, s, index) => {
    const who = isBody(index) ? plan.organisations[index] : `${joined(speech, s)}${s.space}${speech.person.written}`;
    return `${who}${s.colon}${speech.headline}`;
  })(plan);
  return {
    lines,
    speeches: speeches.map((speech, index) =>
      isBody(index) ? organisation(speech, plan.organisations[index] ?? '') : speech,
    ),
  };
}
