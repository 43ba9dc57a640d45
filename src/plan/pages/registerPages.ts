import type { Page } from '../page.js';
import { byCodeUnits } from '../site/order.js';
import type { Site } from '../site/site.js';
import type { Speaker } from '../site/speakers.js';
import type { PartView, Views } from '../views/index.js';
import { baseView } from './base.js';
import { makePage } from './make.js';
import { speakerOwnRef } from './refs.js';

/** A register of more speakers is split by the first letter of the pinyin. */
const ON_ONE_PAGE = 600;

/** `/speakers/`: the register of speakers, split by letter when it is long. */
export function registerPages(site: Site): Page[] {
  const speakers = [...site.speakers].sort((a, b) => byCodeUnits(a.slug, b.slug));
  const letters = new Map<string, Speaker[]>();
  for (const speaker of speakers) letters.set(letterOf(speaker), [...(letters.get(letterOf(speaker)) ?? []), speaker]);
  const isSplit = speakers.length > ON_ONE_PAGE;
  const own = 'speakers/';
  const links = (current: string): PartView[] =>
    isSplit ? [...letters.keys()].map((letter) => ({ label: letter, href: site.addresses.href(letterPath(letter)), current: letter === current })) : [];
  const page = (path: string, groups: [string, Speaker[]][], current: string): Page =>
    makePage(site, {
      kind: 'speakers',
      path,
      phase: 'list',
      of: [String(speakers.length), [...letters.keys()].join(''), ...groups.flatMap(([, group]) => group.map(digestOfSpeaker))],
      model: async () => ({
        ...baseView(site, {
          path,
          title: current === '' ? (site.words.speakers ?? '') : `${site.words.speakers ?? ''}（${current}）`,
          description: `${site.content.site.name}：${site.words.speakers ?? ''}`,
          breadcrumbs: [
            { label: site.words.home ?? '', href: site.addresses.href('') },
            { label: site.words.speakers ?? '', href: site.addresses.href(own) },
          ],
        }),
        total: speakers.length,
        byPinyin: groups.map(([letter, group]) => ({ letter, anchor: letter.toLowerCase(), speakers: group.map((speaker) => entryView(site, speaker)) })),
        byStrokes: [],
        parts: links(current),
      }),
    });
  const groups = [...letters];
  if (!isSplit) return [page(own, groups, '')];
  return [page(own, [], ''), ...groups.map(([letter, group]) => page(letterPath(letter), [[letter, group]], letter))];
}

function letterPath(letter: string): string {
  return `speakers/letter/${letter === '#' ? 'other' : letter.toLowerCase()}/`;
}

function letterOf({ slug }: Speaker): string {
  return /^[a-z]/u.test(slug) ? (slug[0] ?? '').toUpperCase() : '#';
}

function digestOfSpeaker({ name, slug, speeches }: Speaker): string {
  return `${slug}/${name}/${speeches.length}/${speeches[0]?.edition.input.digest ?? ''}`;
}

function entryView(site: Site, speaker: Speaker): Views['speakers']['byPinyin'][number]['speakers'][number] {
  return { ...speakerOwnRef(site, speaker), count: speaker.speeches.length, titles: (speaker.speeches[0]?.speech.titles ?? []).map(site.display.text) };
}
