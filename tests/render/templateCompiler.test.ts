import nunjucks from 'nunjucks';
import { describe, expect, test } from 'vitest';
import { Engine } from '../../src/render/engine.js';
import { engineOptions } from '../../src/render/engineOptions.js';
import { factsOf, templateCode } from '../../src/render/templateCode.js';
import { compiled, type Templates } from './compiled.js';

const model = {
  a: {
    b: { c: '<&>' },
    list: ['x', '"y"'],
    no: null,
    yes: true,
    zero: 0,
    pairs: [
      ['k', 'v'],
      ['l', 'w'],
    ],
    safe: new nunjucks.runtime.SafeString('<b>'),
  },
  words: { hello: '你好' },
  key: 'hello',
  x: 'the page’s',
};

const engineOf = (templates: Templates): Engine => new Engine(compiled(templates));

/** Renders the template `t` by nunjucks alone, and twice by our code: what a page leaves behind must not reach the next. */
function bothWays(given: string | Templates): { plain: string; ours: string; again: string } {
  const templates = typeof given === 'string' ? { t: given } : given;
  const loader = {
    getSource: (name: string) => {
      const src = templates[name];
      return (src === undefined ? null : { src, path: name, noCache: false }) as never;
    },
  };
  const engine = engineOf(templates);
  const plain = new nunjucks.Environment(loader, engineOptions).render('t', model);
  return { plain, ours: engine.render('t', model), again: engine.render('t', model) };
}

const alone: [string, string][] = [
  [
    'members, missing ones too',
    '{{ a.b.c }}|{{ a.b.x.y.z }}|{{ nothing.at.all }}|{{ a.no }}|{{ a.zero }}|{{ a.safe }}',
  ],
  [
    'computed members',
    '{{ words[key] }}|{{ words["hello"] }}|{{ a["b"][key] }}|{{ a.list[1] }}|{{ words[words[key]] }}',
  ],
  ['methods', '{{ a.b.c.slice(1) }}|{{ a.list.concat(["z"]).join("-") }}|{{ words.hello.length }}'],
  ['loops', '{% for x in a.list %}{{ loop.index }}{{ x }}{% if not loop.last %},{% endif %}{% endfor %}{{ x }}'],
  [
    'every member of a loop',
    '{% for y in a.list %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.length }}{% endfor %}',
  ],
  [
    'loops in loops',
    '{% for x in a.list %}{% for y in a.list %}{{ loop.index0 }}{{ x }}{{ y }}{% endfor %}{{ loop.index }}{% endfor %}',
  ],
  [
    'loops over pairs',
    '{% for k, v in a.pairs %}{{ loop.index }}{{ k }}{{ v }}{% for y in a.list %}{{ loop.last }}{{ k }}{% endfor %}{{ loop.index }}{% endfor %}',
  ],
  [
    'loops over names',
    '{% for y in a.list %}{% for k, v in words %}{{ loop.index }}{{ k }}{{ v }}{% endfor %}{{ loop.index }}{% endfor %}',
  ],
  [
    'loops over nothing',
    '{% for y in a.no %}{{ y }}{% else %}none{% endfor %}{% for y in [] %}{% else %}none{% endfor %}',
  ],
  ['a loop as a whole', '{% for y in a.list %}{% set l = loop %}{{ l.index }}{% endfor %}'],
  [
    'asynchronous words',
    '{% asyncEach y in a.list %}{% if y == "x" %}{{ y }}{{ loop.index }}{% endif %}{% endeach %}{% asyncAll y in a.list %}{{ y }}{% endall %}',
  ],
  [
    'set, inside and outside of a loop',
    '{% set n = 1 %}{% for x in a.list %}{% set n = n + 1 %}{% set x = n %}{{ x }}{% endfor %}{{ n }}{{ x }}',
  ],
  ['set of a block', '{% set n %}<i>{{ a.b.c }}</i>{% endset %}{{ n }}{{ n | safe }}'],
  [
    'macros',
    '{% macro m(p, q="d") %}{{ p.b.c }}{{ q }}{{ words.hello }}{% endmacro %}{{ m(a) }}{{ m(a, q="e") }}{{ m(a, "f") }}',
  ],
  [
    'macros by name, with too much, with too little',
    '{% macro m(p, q) %}{{ p }}{{ q }}{% endmacro %}{{ m(q=1, p=2) }}{{ m(1) }}{{ m(1, 2, 3) }}{{ m(1, q=5) }}',
  ],
  [
    'macros in loops',
    '{% for y in a.list %}{% macro m(p) %}{{ p }}{{ x }}{{ loop.index }}{% endmacro %}{{ m(y) }}{% endfor %}',
  ],
  ['call', '{% macro m(p) %}<p>{{ caller(p) }}</p>{% endmacro %}{% call(q) m("<") %}{{ q }}{{ x }}{% endcall %}'],
  [
    'filters and tests',
    '{{ a.list | join("-") | upper }}{% filter upper %}{{ x }}{% endfilter %}{{ 3 is odd }}{{ a.list | sort | first }}',
  ],
  ['switch', '{% switch key %}{% case "a" %}A{% case "hello" %}H{{ x }}{% default %}D{% endswitch %}'],
  ['text that looks like code', 'names["x"] "\\"; `$x` \u2028\n print(1)'],
  [
    'conditions',
    '{{ a.yes and a.b.c }}|{{ a.no or "else" }}|{{ "t" if a.list.length == 2 else "f" }}|{{ "x" in a.list }}',
  ],
  ['arithmetic', '{{ 7 // 2 }}{{ 2 ** 3 }}{{ -a.zero }}{{ 7 % 4 }}{{ "a" ~ 1 ~ x }}{{ [1, 2] }}{{ { k: 1 }.k }}'],
  ['a method that gets a name', '{% set j = a.list.join %}{{ j("+") }}'],
  ['a rare character unit by unit', '{% for c in "𠮷野" %}{{ c }}{% endfor %}'],
  ['a regular expression', '{% set r = r/"\\d/ %}{{ r.test("\\"1") }}{{ a.b.c }}'],
  [
    'names of the engine',
    '{{ range(3) | join }}{% set c = cycler("a", "b") %}{{ c.next() }}{{ c.next() }}{{ constructor }}',
  ],
];

const together: [string, Templates][] = [
  [
    'blocks, and those above',
    {
      t: '{% extends "mid" %}{% set z = 1 %}{% block one %}<{{ super() }}{{ x }}>{% endblock %}lost',
      mid: '{% extends "base" %}{% block one %}({{ super() }}){% endblock %}{% block two %}{{ z }}{% block three %}3{% endblock %}{% endblock %}',
      base: '{{ x }}{% block one %}1{{ z }}{% endblock %}{% block two %}2{% endblock %}{{ z }}',
    },
  ],
  [
    'parents by a condition',
    { t: '{% if a.no %}{% extends "p" %}{% endif %}{% block b %}B{% endblock %}', p: 'P{% block b %}{% endblock %}' },
  ],
  [
    'includes, which see all and change nothing',
    {
      t: '{% set s = 1 %}{% for i in a.list %}{% include "part" %}{% endfor %}{% include "none" ignore missing %}{{ s }}{{ x }}{{ q }}',
      part: '{{ i }}{{ s }}{{ loop.index }}{% set s = 2 %}{% set x = 3 %}{% set q = 4 %}{{ s }}{% include "leaf" %}',
      leaf: '[{{ i }}{{ s }}{{ x }}]',
    },
  ],
  [
    'includes of what extends',
    {
      t: '{% include "u" %}{% include "u" %}',
      u: '{% extends "v" %}{% block b %}{{ x }}{% endblock %}',
      v: '<{% block b %}{% endblock %}>',
    },
  ],
  [
    'libraries, with and without context',
    {
      t: '{% import "lib" as l with context %}{% import "lib" as m %}{{ l.f(1) }}{{ m.f(2) }}{{ l.hidden }}{{ l.other }}{% include "lib" %}',
      lib: '{% import "other" as other %}\n{% macro f(p) %}{{ x }}{{ p }}{{ other.g(p) }}{{ later(p) }}{{ range(2) }}{% endmacro %}\n{% macro later(p) %}{% if p < 3 %}{{ later(p + 1) }}{% endif %}{{ p }}{% endmacro %}{% macro _h() %}{% endmacro %}',
      other: '{% macro g(x) %}{% for y in [x, x] %}{{ y }}{{ loop.last }}{% endfor %}{% endmacro %}',
    },
  ],
  [
    'libraries whose names the page changes afterwards',
    {
      t: '{% import "lib" as l with context %}{% set x = "new" %}{{ l.f() }}{{ x }}',
      lib: '{% macro f() %}{{ x }}{{ f | length }}{% endmacro %}',
    },
  ],
  [
    'names that a library shares with its page',
    {
      t: '{% import "lib" as f %}{% macro g() %}page{% endmacro %}{{ f.g() }}{{ g() }}{{ f.k() }}',
      lib: '{% macro g() %}lib{% endmacro %}{% macro k() %}{{ g() }}{{ f }}{% endmacro %}{% macro g() %}second{% endmacro %}',
    },
  ],
  [
    'templates with a state of their own, new for each page',
    {
      t: '{% import "s" as s %}{{ s.f() }}{{ s.f() }}{{ s.v }}',
      s: '{% set c = joiner("-") %}{% set v = 3 %}{% macro f() %}{{ c() }}x{% endmacro %}',
    },
  ],
  [
    'macros that include',
    {
      t: '{% import "m" as m with context %}{% for i in a.list %}{{ m.f(i) }}{% endfor %}',
      m: '{% macro f(p) %}{% include "leaf" %}{% endmacro %}{% macro g() %}{% endmacro %}',
      leaf: '{{ p }}{{ i }}{{ x }}{{ g() }}',
    },
  ],
  [
    'from … import',
    {
      t: '{% from "lib" import f, g as h %}{{ f(x) }}{{ h() }}',
      lib: '{% macro f(p) %}{{ p }}{% endmacro %}{% macro g() %}{{ f(1) }}{% endmacro %}',
    },
  ],
  [
    'imports in loops',
    {
      t: '{% for y in a.list %}{% import "lib" as l %}{{ l.f(y) }}{% endfor %}{{ l }}',
      lib: '{% macro f(p) %}{{ p }}{% endmacro %}',
    },
  ],
];

describe('templates by our code', () => {
  test.each([...alone, ...together])('give what nunjucks gives: %s', (_, templates) => {
    const { plain, ours, again } = bothWays(templates);
    expect(ours).toBe(plain);
    expect(again).toBe(plain);
    expect(plain).not.toBe('');
  });

  test.each([
    ['a method that is not there', { t: 'x\n{{ a.nothing() }}' }, 'Unable to call `a["nothing"]`, which is undefined'],
    ['a name that is no function', { t: 'x\n{{ key() }}' }, 'Unable to call `key`, which is not a function'],
    ['a template that is not there', { t: '{% include "u" %}' }, 'template not found: u'],
    ['a macro that is not there', { t: '{% from "u" import f %}', u: '' }, "cannot import 'f'"],
    [
      'a block that has none above',
      { t: '{% block b %}{{ super() }}{% endblock %}' },
      'no super block available for "b"',
    ],
  ])('fail as nunjucks does: %s', (_, templates, message) => {
    expect(() => engineOf(templates as Templates).render('t', model)).toThrow(message);
    const loader = { getSource: (name: string) => ({ src: (templates as Templates)[name], path: name }) as never };
    if (!message.startsWith('template not')) {
      expect(() => new nunjucks.Environment(loader, engineOptions).render('t', model)).toThrow(message);
    }
  });

  test('say where they fail', () => {
    const failure = () => engineOf({ t: '{% include "u" %}', u: 'x\n{{ a.nothing() }}' }).render('t', model);
    expect(failure).toThrow(expect.objectContaining({ lineno: 1, colno: 12, message: expect.stringContaining('(u)') }));
  });

  test('ask no table for a name that the page or the template’s own text settles', () => {
    const source =
      '{% macro m(p) %}{{ p.b }}{{ words.hello }}{% endmacro %}{% for y in a.list %}{{ y }}{{ loop.last }}{% endfor %}';
    const code = templateCode('t', source, factsOf(new Map([['t', source]])));
    expect(code.replace(/^.*\n/, '')).not.toMatch(/find\(|lookup|frame\./);
  });
});

describe('no forbidden character is printed', () => {
  const bad = 'a\0b\u0008c\uFFFEd\uD800e\u0085f😀g<';
  const clean = 'abcdef😀g';
  const render = (source: string) =>
    engineOf({ t: source }).render('t', { bad, safe: new nunjucks.runtime.SafeString(bad) });

  test.each([
    ['of a value', '{{ bad }}', `${clean}&lt;`],
    ['of markup that a filter made', '{{ bad | safe }}{{ bad | escape }}', `${clean}<${clean}&lt;`],
    ['of markup in the model', '{{ safe }}', `${clean}<`],
    ['of what is no string', '{{ [bad] }}', `${clean}&lt;`],
    ['of the template’s own text', bad, `${clean}<`],
    ['of a string in the template', `{{ "${bad}" }}`, `${clean}&lt;`],
    ['of a captured text', '{% set x %}{{ bad }}{% endset %}{{ x | safe }}', `${clean}&lt;`],
    ['of a filter’s block', '{% filter safe %}{{ bad }}{% endfilter %}', `${clean}&lt;`],
    ['of a macro', '{% macro m(p) %}{{ p }}{% endmacro %}{{ m(bad) }}', `${clean}&lt;`],
    [
      'of a macro, cut in the middle of a character',
      '{% macro m() %}😀{% endmacro %}{{ m() | truncate(1, true, "") }}',
      '',
    ],
    ['but both halves of a character', '{% for half in ["\uD83D", "\uDE00"] %}{{ half }}{% endfor %}', '😀'],
    ['of a half alone, however often', '{% for half in ["\uD83D", "x", "\uD83D"] %}{{ half }}{% endfor %}', 'x'],
  ])('%s', (_, source, printed) => {
    expect(render(source)).toBe(printed);
  });
});
