import { type Finding, find } from '../diagnostics/finding.js';
import { slips } from './nearest.js';
import type { YamlText } from './yaml.js';

/** What Hexo, Hugo, Jekyll, Obsidian and pandoc write beside a title and a date: no slip of the pen of a key. */
const OTHERS = new Set(
  (
    'abbrlink abstract author authors banner bibliography build cascade categories category comments copyright cover ' +
    'created cssclass cssclasses description excerpt expirydate featured headless hidden hide id image images ' +
    'index_img keywords lang language lastmod link linktitle markup math mathjax menu menus modified nav_order ' +
    'outputs parent params password permalink photos publish publishdate published redirect_from robots series ' +
    'showtoc sidebar sitemap sort sticky subtitle summary tag tags thumbnail time toc top top_img type uid update ' +
    'updated updatedate url weight'
  ).split(' '),
);
/** Layouts of other programs' themes. */
const THEIR_LAYOUTS = new Set('post page draft photo default single article blog news link false'.split(' '));

/**
 * Takes off what is there for another program. `published: false` is our `draft: true`: what its author held back
 * must not come out.
 * @param known keys that are ours
 * @returns one info for all that has no use here, and an error for each key that is ours but for a slip
 */
export function takeOthers({ value, places }: YamlText, known: readonly string[], file: string): Finding[] {
  if (value.published === false) {
    value.draft ??= true;
    delete value.published;
  }
  const others: string[] = [];
  const findings: Finding[] = [];
  for (const key of Object.keys(value)) {
    const isTheirs = key === 'layout' && THEIR_LAYOUTS.has(String(value[key]));
    if (known.includes(key) && !isTheirs) continue;
    delete value[key];
    const nearest = known.find((ours) => slips(key, ours) <= (ours.length > 5 ? 2 : 1));
    if (isTheirs || nearest === undefined || OTHERS.has(key.toLowerCase())) others.push(key);
    else findings.push(find('front-matter-unknown-key', file, places.get(key), { key, nearest, known: list(known) }));
  }
  const [first] = others;
  if (first !== undefined) {
    const keys = `${others.slice(0, 20).join('、')}${others.length > 20 ? '……' : ''}`;
    findings.push(
      find('front-matter-other-keys', file, places.get(first), { count: others.length, keys, known: list(known) }),
    );
  }
  return findings;
}

function list(keys: readonly string[]): string {
  return keys.join(' ');
}
