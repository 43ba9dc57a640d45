import type { Page } from '../page.js';
import { byCodeUnits } from '../site/order.js';
import type { Site } from '../site/site.js';
import type { Speaker } from '../site/speakers.js';
import { strokeOrder, strokesOf } from '../site/strokes.js';
import type { PartView, Views } from '../views/index.js';
import { baseView } from './base.js';
import { Crumbs } from './crumbs.js';
import { makePage } from './make.js';
import { partName, partPath } from './partLinks.js';
import { speakerOwnRef } from './refs.js';
import { shownSpeaker } from './shown.js';

/** Speakers on one page: a longer register is split by letter and by strokes, and a long letter in parts. */
export const SPEAKERS_A_PAGE = 600;
const OWN = 'speakers/';

/** Speakers under one letter, or with one number of strokes in the surname. */
interface Group {
  /** For people: `L`, `7画`. */
  label: string;
  /** Fragment, and name in addresses: `l`, `strokes-7`. */
  anchor: string;
  /** Null in the register by pinyin. */
  strokes: number | null;
  speakers: Speaker[];
}

/** One page of the register. */
interface RegisterPage {
  path: string;
  /** What distinguishes the page: `L`, `L · 第2部分`, `7画`; empty for the register's own page. */
  label: string;
  groups: Group[];
  links: PartView[];
}

/** `/speakers/`: the register of speakers by pinyin and by strokes, on pages of their own where it is long. */
export function registerPages(site: Site): Page[] {
  const speakers = [...site.speakers].sort((a, b) => byCodeUnits(a.slug, b.slug));
  const groups = [...byPinyin(speakers), ...byStrokes(site, speakers)];
  const pages: RegisterPage[] =
    speakers.length <= SPEAKERS_A_PAGE ? [{ path: OWN, label: '', groups, links: [] }] : splitPages(site, groups);
  return pages.map((page) => {
    const [group] = page.groups;
    return registerPage(site, page, page.label !== '' && group ? group.speakers.length : speakers.length);
  });
}

function byPinyin(speakers: readonly Speaker[]): Group[] {
  const letterOf = ({ slug }: Speaker) => (/^[a-z]/u.test(slug) ? slug.slice(0, 1) : 'other');
  return [...grouped(speakers, letterOf)].map(([letter, members]) => ({
    label: letter === 'other' ? '#' : letter.toUpperCase(),
    anchor: letter,
    strokes: null,
    speakers: members,
  }));
}

/** Names in Latin letters have no strokes and stand under their letter alone. */
function byStrokes(site: Site, speakers: readonly Speaker[]): Group[] {
  const groups = [...grouped(speakers, ({ name }) => strokesOf(name))];
  return groups
    .flatMap(([strokes, members]) => (strokes === null ? [] : [{ strokes, members }]))
    .sort((a, b) => a.strokes - b.strokes)
    .map(({ strokes, members }) => ({
      label: (site.words.strokes ?? '{count}').replace('{count}', String(strokes)),
      anchor: `strokes-${strokes}`,
      strokes,
      speakers: inStrokeOrder(members),
    }));
}

/** @param members in the order of their slugs, which those of one name keep */
function inStrokeOrder(members: readonly Speaker[]): Speaker[] {
  return members
    .map((speaker) => ({ speaker, order: strokeOrder(speaker.name) }))
    .sort((a, b) => byCodeUnits(a.order, b.order))
    .map(({ speaker }) => speaker);
}

function grouped<K>(speakers: readonly Speaker[], keyOf: (speaker: Speaker) => K): Map<K, Speaker[]> {
  const groups = new Map<K, Speaker[]>();
  for (const speaker of speakers) {
    const key = keyOf(speaker);
    const group = groups.get(key);
    if (group) group.push(speaker);
    else groups.set(key, [speaker]);
  }
  return groups;
}

/** The register's own page then names the letters and the numbers of strokes alone. */
function splitPages(site: Site, groups: readonly Group[]): RegisterPage[] {
  const pathOf = ({ anchor }: Group) => `${OWN}by/${anchor}/`;
  const links = (current: Group | null): PartView[] =>
    groups.map((group) => ({
      label: group.label,
      href: site.addresses.href(pathOf(group)),
      current: group === current,
      order: group.strokes === null ? 'pinyin' : 'strokes',
    }));
  const pages = groups.flatMap((group) => {
    const pieces = pieceOut(group.speakers);
    const own = pathOf(group);
    const pathAt = (index: number) => (index === 0 ? own : partPath(own, index + 1));
    const labelAt = (index: number) => (index === 0 ? group.label : `${group.label} · ${partName(site, index + 1)}`);
    return pieces.map((speakers, index): RegisterPage => {
      const beside = [index - 1, index, index + 1].filter((at) => pieces.length > 1 && at >= 0 && at < pieces.length);
      const others = beside.map(
        (at): PartView => ({
          label: labelAt(at),
          href: site.addresses.href(pathAt(at)),
          current: at === index,
          order: group.strokes === null ? 'pinyin' : 'strokes',
          ...(at === index ? {} : { rel: at < index ? 'prev' : 'next' }),
        }),
      );
      const named = links(pieces.length > 1 ? null : group).flatMap((link) =>
        others.length > 0 && link.label === group.label ? others : [link],
      );
      return { path: pathAt(index), label: labelAt(index), groups: [{ ...group, speakers }], links: named };
    });
  });
  return [{ path: OWN, label: '', groups: [], links: links(null) }, ...pages];
}

function pieceOut(speakers: readonly Speaker[]): Speaker[][] {
  const count = Math.ceil(speakers.length / SPEAKERS_A_PAGE);
  return Array.from({ length: count }, (_, at) => speakers.slice(at * SPEAKERS_A_PAGE, (at + 1) * SPEAKERS_A_PAGE));
}

function registerPage(site: Site, { path, label, groups, links }: RegisterPage, total: number): Page {
  const title = site.words.speakers ?? '';
  const pinyin = groups.filter(({ strokes }) => strokes === null);
  const shown = () => groups.flatMap(({ anchor, speakers }) => [anchor, ...speakers.map(shownEntry)]);
  return makePage(site, {
    kind: 'speakers',
    path,
    phase: 'list',
    of: () => [String(total), ...links.map((link) => link.label), '', ...shown()],
    model: async () => ({
      total,
      byPinyin: pinyin.map((group) => ({
        letter: group.label,
        anchor: group.anchor,
        speakers: group.speakers.map((speaker) => entryView(site, speaker)),
      })),
      byStrokes: groups.flatMap(({ strokes, anchor, speakers }) =>
        strokes === null ? [] : [{ strokes, anchor, speakers: speakers.map((each) => refView(site, each)) }],
      ),
      parts: links,
      ...baseView(site, {
        path,
        title: label === '' ? title : `${title} · ${label}`,
        description: `${site.content.site.name}：${title}`,
        breadcrumbs: Crumbs.home(site).to(site, { label: title, href: site.addresses.href(OWN) }),
      }),
    }),
  });
}

function shownEntry(speaker: Speaker): string {
  const titles = speaker.speeches[0]?.speech.titles;
  return speaker.known.get('entry', () =>
    JSON.stringify([shownSpeaker(speaker, speaker.pictured), speaker.speeches.length, titles]),
  );
}

function refView(site: Site, speaker: Speaker): Views['speakers']['byStrokes'][number]['speakers'][number] {
  return speakerOwnRef(site, speaker, speaker.pictured);
}

function entryView(site: Site, speaker: Speaker): Views['speakers']['byPinyin'][number]['speakers'][number] {
  const titles = (speaker.speeches[0]?.speech.titles ?? []).map(site.display.text);
  return { count: speaker.speeches.length, titles, ...refView(site, speaker) };
}
