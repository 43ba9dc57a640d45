import fc from 'fast-check';
import nunjucks from 'nunjucks';
import { expect, test } from 'vitest';
import { cleanText } from '../../src/render/cleanText.js';
import type { Engine } from '../../src/render/engine.js';
import { engineOptions } from '../../src/render/engineOptions.js';
import { makeEngine } from '../../src/render/environment.js';
import { ProseRenderer } from '../../src/render/prose.js';
import { compiled, type Templates } from './compiled.js';

const engineOf = (templates: Templates): Engine => makeEngine(compiled(templates), new ProseRenderer());

function byNunjucks(templates: Templates, model: object): string {
  const loader = { getSource: (name: string) => ({ src: templates[name] ?? '', path: name, noCache: true }) as never };
  const plain = new nunjucks.Environment(loader, engineOptions);
  plain.addGlobal('shared', function shared(this: { lookup(name: string): unknown }, name: string) {
    const [site, words, assets] = ['site', 'words', 'assets'].map((each) => this.lookup(each));
    return new nunjucks.runtime.SafeString(plain.render(name, { site, words, assets }));
  });
  return cleanText(plain.render('t', model));
}

const words = { hello: '你好<', half: '\uD83D', other: '\uDE00' };
const nav = [
  { label: '首页', current: true },
  { label: 'b&c', current: false },
];
const [site, otherSite] = [
  { name: '摘登', flag: true, nav },
  { name: '云川"', flag: false, nav: [] },
];
const assets = { 'a.css': '/a.css?1' };
/** Pages of one site, one for which its values are others, and one of the first kind again. */
const models = [
  { site, words, assets, x: '<first>', list: [1, 2] },
  { site, words, assets, x: null, list: [] },
  { site: otherSite, words, assets, x: 'third', list: [3] },
  { site, words: { ...words, hello: '您好' }, assets, x: 'fourth', list: [4] },
  { site, words, assets, x: 'fifth', list: [5] },
];

const part = '[{{ words.hello }}{{ x }}{% if site.flag %}{{ site.name }}{% endif %}{{ words.hello }}]';
const lib = `{% macro m(p) %}<{{ words.hello }}{{ p }}{{ site.name }}{{ shared("foot") }}>{% endmacro %}
{% macro n(words) %}({{ words }}{{ site.name }}){% endmacro %}`;
const foot = '{% set name = site.name %}<b>{{ name }}{{ words.hello }}</b>';

const fragment = fc.constantFrom(
  'text <b>',
  '{{ words.hello }}',
  '{{ site.name }}!',
  '{{ assets["a.css"] }}',
  '{{ x }}',
  '{{ site.missing.name }}{{ words.half }}',
  '{{ words.other }}',
  '{% if site.flag %}+{{ site.name }}{% else %}-{{ words.hello }}{% endif %}',
  '{% if x %}{{ words.hello }}{{ site.name }}{% endif %}',
  '{% for n in site.nav %}{{ n.label }}{{ words.hello }}{% if n.current %}*{% endif %}{% else %}none{% endfor %}',
  '{% for n in site.nav %}{{ loop.index }}{{ n.label }}{% endfor %}',
  '{% for n in site.nav %}{{ n.label }}{{ x }}{% endfor %}',
  '{% for n in list %}{{ words.hello }}{{ n }}{{ site.name }}{% endfor %}',
  '{% for words in site.nav %}{{ words.label }}{{ words.hello }}{% endfor %}',
  '{% for site in site.nav %}{{ site.label }}{% include "part" %}{% endfor %}',
  '{{ site.name or x }}{{ words.hello if site.flag else site.name }}',
  '{{ site.name | length }}{{ words.hello.length }}',
  '{{ site.nav.concat(list).length }}',
  '{% include "part" %}',
  '{{ shared("foot") }}',
  '{{ l.m(x) }}{{ l.n(x) }}',
  '{{ bare.m(x) }}',
  '{% set y %}{{ words.hello }}{{ x }}{{ words.hello }}{% endset %}{{ y }}',
  '{% macro own(p) %}{{ words.hello }}{{ p }}{{ site.name }}{% endmacro %}{{ own(x) }}{{ own(1) }}',
);
const changing = fc.constantFrom('', '{% set words = site %}', '{% set site = { name: x } %}', '{% set l = x %}');
/** What a block does to the page's own names. */
const aside = fc.constantFrom('', '', '{% if x %}{% import "lib" as words %}{% endif %}');

const imports = '{% import "lib" as l with context %}{% import "lib" as bare %}';

const fragments = (maxLength: number) => fc.array(fragment, { maxLength }).map((all) => all.join(''));

test('pieces of pages that are kept are those that nunjucks prints', () => {
  fc.assert(
    fc.property(fragments(8), aside, changing, fragments(3), (a, side, set, b) => {
      const blocks = `{% block side %}${side}{% endblock %}{% block main %}${imports}${a}${set}${b}{% endblock %}`;
      const t = `{% extends "base" %}${imports}${blocks}`;
      const base = `<{{ site.name }}>{% block side %}{% endblock %}{% block main %}{% endblock %}${b}${imports}${a}`;
      const templates = { t, base, part, lib, foot };
      const engine = engineOf(templates);
      for (const model of models) {
        expect(outcome(() => engine.render('t', model))).toBe(outcome(() => byNunjucks(templates, model)));
      }
    }),
    { numRuns: 100 },
  );
});

/** What is printed, or that it fails: a name may have got a value that is no function. */
function outcome(print: () => string): string {
  try {
    return print();
  } catch {
    return 'fails';
  }
}

/** A value that counts how often it is asked for. */
function counted(): { site: { readonly name: string }; asked(): number } {
  let count = 0;
  const site = {
    get name() {
      count += 1;
      return 'name';
    },
  };
  return { site, asked: () => count };
}

test('what is the same on every page is printed once, as long as the site is the same', () => {
  const engine = engineOf({
    t: '{% import "lib" as l with context %}{{ l.m(x) }}<p>{{ site.name }}</p>{% include "part" %}',
    part: '{% if words.hello %}{{ site.name }}{% endif %}',
    lib: '{% macro m(p) %}{{ p }}{{ site.name }}!{% endmacro %}',
  });
  const [one, two] = [counted(), counted()];
  const of = (site: object, x: string) => engine.render('t', { site, words, assets, x });
  expect(of(one.site, 'a')).toBe('aname!<p>name</p>name');
  expect(of(one.site, 'b')).toBe('bname!<p>name</p>name');
  expect(one.asked()).toBe(3);
  of(two.site, 'a');
  expect(two.asked()).toBe(3);
});

test('a filter or a call is asked anew: it may say something else', () => {
  const engine = engineOf({ t: '{{ site.next() }}{{ site.name | upper }}' });
  let count = 0;
  const site = {
    name: 'n',
    next: () => {
      count += 1;
      return count;
    },
  };
  expect([1, 2, 3].map(() => engine.render('t', { site, words, assets }))).toEqual(['1N', '2N', '3N']);
});

test('a page that gives the name of what is shared to something else leaves nothing behind', () => {
  const templates = {
    t: '{% extends "base" %}{% block side %}{% if x %}{% import "lib" as words %}{% endif %}{% endblock %}',
    base: '<{{ site.name }}>{% block side %}{% endblock %}[{{ words.hello }}]',
    lib,
    foot,
  };
  const engine = engineOf(templates);
  for (const model of models) expect(engine.render('t', model)).toBe(byNunjucks(templates, model));
});
