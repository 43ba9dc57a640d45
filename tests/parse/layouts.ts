import type { DigestLayout } from './digests.js';
import {
  alone,
  attributed,
  bodies,
  bracketed,
  headed,
  headlineFirst,
  inline,
  joined,
  mixed,
  organisation,
  person,
  plainHeads,
  Sheet,
  transcript,
} from './settings.js';

export const layoutsOfDigests: Record<string, DigestLayout> = {
  '1 titles name：headline': {
    format: 'txt',
    takesLede: true,
    set: headed((speech, s) => `${joined(speech, s)}${s.space}${speech.person.written}${s.colon}${speech.headline}`),
  },
  '1 a space between two titles': {
    format: 'txt',
    takesLede: true,
    style: () => ({ comma: ' ' }),
    set: headed((speech, s) => `${joined(speech, s)}${s.space}${speech.person.written}${s.colon}${speech.headline}`),
  },
  '1 a caption with titles': {
    format: 'txt',
    takesLede: true,
    set: (plan) => {
      const { lines, speeches } = headed(
        (speech, s) => `${joined(speech, s)}${s.space}${speech.person.written}${s.colon}${speech.headline}`,
      )({ ...plan, style: { ...plan.style, captions: true } });
      const captions = plan.speeches.map(({ titles, person }) => `${titles.at(-1)} ${person.written}`);
      return {
        lines: lines.map((line) =>
          line.role === 'caption' ? { ...line, text: captions[line.owner ?? 0] ?? '' } : line,
        ),
        speeches,
      };
    },
  },
  '2 bodiesname：headline, settled by captions': {
    format: 'txt',
    takesLede: true,
    style: () => ({ captions: true }),
    set: (plan) => {
      const speeches = plan.speeches.map((speech, index) => ({ ...speech, titles: [plan.organisations[index] ?? ''] }));
      return headed((speech, s) => `${joined(speech, s)}${speech.person.name}${s.colon}${speech.headline}`)({
        ...plan,
        speeches,
      });
    },
  },
  '3 titles name, then headline': {
    least: 2,
    format: 'txt',
    takesLede: false,
    style: () => ({ gaps: true, captions: false }),
    set: (plan) => {
      const sheet = new Sheet(plan.style);
      for (const [index, speech] of plan.speeches.entries()) {
        sheet.next(index);
        sheet.add(index, 'head', `${joined(speech, plan.style)}${plan.style.space}${speech.person.written}`);
        sheet.add(index, 'headline', speech.headline);
        sheet.body(index, speech);
      }
      return { lines: sheet.lines, speeches: plan.speeches.map((speech) => person(speech, plan.style)) };
    },
  },
  '10 titles name的发言, no headline': {
    least: 2,
    format: 'txt',
    takesLede: false,
    style: () => ({ ...plainHeads, gaps: true }),
    set: (plan) => {
      const { lines, speeches } = headed((speech, s) => `${joined(speech, s)}${s.space}${speech.person.written}的发言`)(
        plan,
      );
      return { lines, speeches: speeches.map((speech) => ({ ...speech, headline: null, notes: ['的发言'] })) };
    },
  },
  '2 titlesname：headline': {
    format: 'txt',
    takesLede: true,
    style: ({ comma }) => ({ comma: comma === ',' ? '、' : comma }),
    set: headed((speech, s) => `${joined(speech, s)}${speech.person.name}${s.colon}${speech.headline}`),
  },
  '3 headline, then titles name': {
    format: 'txt',
    takesLede: false,
    style: () => ({ gaps: true, captions: false }),
    set: headlineFirst(
      (speech, s) => `${joined(speech, s)}${s.space}${speech.person.written}`,
      (text) => text,
    ),
  },
  '3 bold headline, then titles name': {
    format: 'md',
    takesLede: false,
    style: () => ({ gaps: false, captions: false, indent: '' }),
    set: headlineFirst(
      (speech, s) => `${joined(speech, s)}${s.space}${speech.person.written}`,
      (text) => `**${text}**`,
    ),
  },
  '4 hoisted names, headline on the next line': {
    format: 'txt',
    takesLede: true,
    style: () => ({ bullet: '■■', captions: false }),
    set: ({ speeches, style }) => {
      const sheet = new Sheet(style);
      if (style.list) for (const { person } of speeches) sheet.add(null, 'list', person.written);
      for (const [index, speech] of speeches.entries()) {
        sheet.next(index);
        sheet.add(index, 'head', `${style.bullet}${joined(speech, style)}${speech.person.name}${style.colon}`);
        sheet.add(index, 'headline', speech.headline);
        sheet.body(index, speech);
      }
      return { lines: sheet.lines, speeches: speeches.map((speech) => person(speech, style)) };
    },
  },
  // Forms change inside the file, and a host speaks between two of them.
  '12 forms mixed': {
    format: 'txt',
    least: 3,
    takesLede: true,
    style: ({ comma }) => ({ captions: false, comma: comma === ',' ? '、' : comma }),
    set: mixed,
  },
  '5 name（titles）：headline': {
    format: 'txt',
    takesLede: true,
    style: () => ({ captions: false }),
    set: headed(
      (speech, s) => `${speech.person.written}${bracketed(joined(speech, s), s.brackets)}${s.colon}${speech.headline}`,
    ),
  },
  '5 name（note）（titles）：text': {
    format: 'txt',
    takesLede: true,
    style: () => plainHeads,
    set: inline((speech, s) => {
      const note = speech.note ? bracketed(speech.note, s.brackets) : '';
      return `${speech.person.written}${note}${bracketed(joined(speech, s), s.brackets)}${s.colon}`;
    }, true),
  },
  '5 name，titles：headline': {
    format: 'txt',
    takesLede: true,
    style: ({ comma }) => ({ captions: false, space: comma === ',' ? ',' : '，', comma: '、' }),
    set: headed((speech, s) => `${speech.person.name}${s.space}${joined(speech, s)}${s.colon}${speech.headline}`),
  },
  '6 text, then ——name（titles）': {
    format: 'txt',
    takesLede: false,
    style: ({ bullet, gaps }) => ({ ...plainHeads, indent: '', gaps: gaps || bullet === '' }),
    set: attributed(
      (speech, s) => `${s.dash}${speech.person.written}${bracketed(joined(speech, s), s.brackets)}`,
      false,
    ),
  },
  '6 text, then ——name委员（note）': {
    format: 'txt',
    takesLede: false,
    style: ({ bullet, gaps }) => ({ ...plainHeads, indent: '', gaps: gaps || bullet === '' }),
    set: attributed((speech, s) => {
      const note = speech.note ? bracketed(speech.note, s.brackets) : '';
      return `${s.dash}${speech.person.name}委员${note}`;
    }, true),
  },
  '7 【titles name】headline': {
    format: 'txt',
    takesLede: true,
    set: headed((speech, s) => `【${joined(speech, s)}${s.space}${speech.person.written}】${speech.headline}`),
  },
  '7 **name**：text': {
    format: 'md',
    takesLede: true,
    style: () => ({ ...plainHeads, gaps: false, indent: '' }),
    set: (plan) => {
      const { lines, speeches } = inline((speech, s) => `**${speech.person.name}**${s.colon}`)(plan);
      return { lines, speeches: speeches.map((speech) => ({ ...speech, titles: [] })) };
    },
  },
  '7 ## titles name：headline': {
    format: 'md',
    takesLede: true,
    style: ({ detail }) => ({ gaps: false, indent: '', detail: detail?.record.href ? null : detail }),
    set: headed((speech, s) => `## ${joined(speech, s)} ${speech.person.written}${s.colon}${speech.headline}`),
  },
  '7 numbered speakers': {
    format: 'txt',
    takesLede: true,
    set: headed(
      (speech, s, index) =>
        `${s.number(index + 1)}${joined(speech, s)}${s.space}${speech.person.written}${s.colon}${speech.headline}`,
    ),
  },
  '8 titles name：“whole speech”': {
    format: 'txt',
    takesLede: true,
    style: () => plainHeads,
    set: ({ speeches, style }) => {
      const sheet = new Sheet(style);
      const texts = speeches.map(
        ({ spoken }) => `“${(spoken.paragraphs[0] ?? '').replace(/“/g, '‘').replace(/”/g, '’')}”`,
      );
      for (const [index, speech] of speeches.entries()) {
        sheet.next(index);
        sheet.add(
          index,
          'head',
          `${joined(speech, style)}${style.space}${speech.person.written}${style.colon}${texts[index]}`,
        );
      }
      return {
        lines: sheet.lines,
        speeches: speeches.map((speech, index) => ({
          ...person(speech, style),
          headline: null,
          paragraphs: [texts[index] ?? ''],
          points: [],
        })),
      };
    },
  },
  '9 transcript': { format: 'txt', takesLede: true, style: () => plainHeads, set: transcript },
  '10 column｜titles name：headline': {
    format: 'txt',
    takesLede: true,
    set: headed(
      (speech, s) =>
        `${s.column}${s.bar}${joined(speech, s)}${s.space}${speech.person.written}${s.colon}${speech.headline}`,
    ),
  },
  '10 titles name：headline（column）': {
    format: 'txt',
    takesLede: true,
    set: headed(
      (speech, s) =>
        `${joined(speech, s)}${s.space}${speech.person.written}${s.colon}${speech.headline}${bracketed(s.column, s.brackets)}`,
    ),
  },
  '10 headline, then ——titles name的发言': {
    format: 'txt',
    takesLede: false,
    style: () => ({ ...plainHeads, gaps: true }),
    set: (plan) => {
      const { lines, speeches } = headlineFirst(
        (speech, s) => `${s.dash}${joined(speech, s)}${speech.person.name}的发言`,
        (text) => text,
      )(plan);
      return { lines, speeches: speeches.map((speech) => ({ ...speech, notes: ['的发言'] })) };
    },
  },
  '10 one speech alone': { format: 'txt', takesLede: false, style: () => ({ ...plainHeads, gaps: false }), set: alone },
  // Between persons a body's line is told from a body line's colon by the empty line before it alone.
  '11 organisations and persons': {
    format: 'txt',
    takesLede: true,
    style: () => ({ captions: false, gaps: true }),
    set: bodies,
  },
  '11 【organisation】text': {
    format: 'txt',
    takesLede: true,
    style: () => plainHeads,
    set: (plan) => {
      const { lines, speeches } = inline((speech) => `【${plan.organisations[plan.speeches.indexOf(speech)]}】`)(plan);
      return {
        lines,
        speeches: speeches.map((speech, index) => organisation(speech, plan.organisations[index] ?? '')),
      };
    },
  },
  '## titles | name | headline': {
    format: 'txt',
    takesLede: true,
    set: headed((speech, s) => `## ${joined(speech, s)} ${s.bar} ${speech.person.written} ${s.bar} ${speech.headline}`),
  },
};
