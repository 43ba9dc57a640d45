import { describe, expect, test } from 'vitest';
import { say } from '../../src/diagnostics/finding.js';
import { findingsWith, themeWith } from './themes.js';

const unknown = (place: string, name: string) => [`${place} template-unknown-variable ${name}`];

describe('a misspelt variable is found', () => {
  test.each([
    ['printed', '{{ heding }}', '1:4', 'heding'],
    ['under a filter', 'x\n  {{ heding | upper }}', '2:6', 'heding'],
    ['as an argument of a filter', "{{ heading | replace('a', heding) }}", '1:27', 'heding'],
    ['in a condition', '{% if heding %}{% endif %}', '1:7', 'heding'],
    ['in a second condition', '{% if heading %}{% elif heding %}{% endif %}', '1:25', 'heding'],
    ['in an inline condition', "{{ 'a' if heding else 'b' }}", '1:11', 'heding'],
    ['beyond and, or, not and a comparison', '{% if not (heading and (1 == heding)) %}{% endif %}', '1:30', 'heding'],
    ['in a test', '{% if heding is defined %}{% endif %}', '1:7', 'heding'],
    ['in a loop', '{% for x in site.navs %}{% endfor %}', '1:18', 'site.navs'],
    ['on the variable of a loop', '{% for x in site.nav %}{{ x.lable }}{% endfor %}', '1:29', 'x.lable'],
    ['in the else of a loop', '{% for x in site.nav %}{% else %}{{ heding }}{% endfor %}', '1:37', 'heding'],
    ['after the loop that had it', '{% for x in site.nav %}{% endfor %}{{ x }}', '1:39', 'x'],
    ['of the loop', '{% for x in site.nav %}{{ loop.idx }}{% endfor %}', '1:32', 'loop.idx'],
    ['in set', '{% set a = heding %}', '1:12', 'heding'],
    ['of what set has named', '{% set o = site.organisation %}{{ o.nam }}', '1:37', 'o.nam'],
    ['in a captured set', '{% set a %}{{ heding }}{% endset %}', '1:15', 'heding'],
    ['within a filter block', '{% filter upper %}{{ heding }}{% endfilter %}', '1:22', 'heding'],
    ['in brackets with quotes', "{{ assets['sit.css'] }}", '1:11', 'assets.sit.css'],
    ['as an index', '{{ site.nav[heding].label }}', '1:13', 'heding'],
    ['of an item by number', '{{ site.nav[0].lable }}', '1:16', 'site.nav.0.lable'],
    ['of the first item', '{{ (site.nav | first).lable }}', '1:23', '….lable'],
    ['among the interface words', '{{ words.skipp }}', '1:10', 'words.skipp'],
    ['in a switch', '{% switch heding %}{% case 1 %}{% endswitch %}', '1:11', 'heding'],
    ['in a case', '{% switch 1 %}{% case 1 %}{{ heding }}{% endswitch %}', '1:30', 'heding'],
    ['as the field that a filter sorts by', "{% set a = site.nav | groupby('lable') %}", '1:31', 'site.nav[].lable'],
    ['in a list and a dictionary', '{% set a = [1, { b: heding }] %}', '1:21', 'heding'],
    ['in a string put together', "{{ 'a' ~ heding }}", '1:10', 'heding'],
    ['in an argument of a method', '{{ heading.slice(heding) }}', '1:18', 'heding'],
  ])('%s', async (_, source, place, name) => {
    expect(await findingsWith({ 'text.njk': source })).toEqual(unknown(`text.njk:${place}`, name));
  });

  test('as an argument of a macro', async () => {
    const source = '{% macro m(a) %}{{ a }}{% endmacro %}\n{{ m(heding) }}';
    expect(await findingsWith({ 'text.njk': source })).toEqual(unknown('text.njk:2:6', 'heding'));
  });

  test('within a macro, by what the macro is called with', async () => {
    const source = '{% macro m(a) %}{{ a.lable }}{% endmacro %}{% for x in site.nav %}{{ m(x) }}{% endfor %}';
    expect(await findingsWith({ 'text.njk': source })).toEqual(unknown('text.njk:1:22', 'a.lable'));
  });

  test('within a macro, by an argument with a name and by the default of one', async () => {
    const source = '{% macro m(a, b=heding) %}{{ a.lable }}{% endmacro %}{{ m(a=site.nav[0]) }}';
    expect(await findingsWith({ 'text.njk': source })).toEqual([
      'text.njk:1:17 template-unknown-variable heding',
      'text.njk:1:32 template-unknown-variable a.lable',
    ]);
  });

  test('within a macro that is never called', async () => {
    const source = '{% macro m(a) %}{{ a.anything }}{{ heding }}{% endmacro %}';
    expect(await findingsWith({ 'text.njk': source })).toEqual(unknown('text.njk:1:36', 'heding'));
  });

  test('within a macro, where a variable of the loop around its call is not seen', async () => {
    const source = '{% macro m() %}{{ x }}{% endmacro %}{% for x in site.nav %}{{ m() }}{% endfor %}';
    expect(await findingsWith({ 'text.njk': source })).toEqual(unknown('text.njk:1:19', 'x'));
  });

  test('as the name of an argument', async () => {
    const source = '{% macro m(colour) %}{{ colour }}{% endmacro %}{{ m(color=1) }}';
    expect(await findingsWith({ 'text.njk': source })).toEqual(['text.njk:1:53 template-unknown-argument color']);
  });

  test('in a call block, and in what it gives to the macro', async () => {
    const source = '{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ heding }}{% endcall %}';
    expect(await findingsWith({ 'text.njk': source })).toEqual(unknown('text.njk:1:61', 'heding'));
  });

  test('in a template that is included, with its own file and line', async () => {
    const files = { 'text.njk': '{% include "partials/a.njk" %}', 'partials/a.njk': 'a\n{{ heding }}' };
    expect(await findingsWith(files)).toEqual(unknown('partials/a.njk:2:4', 'heding'));
  });

  test('in an included template, by the page that includes it', async () => {
    const files = { 'partials/credits.njk': '{{ edition.speeches.length }}{{ edition.speechs }}' };
    expect(await findingsWith(files)).toEqual(unknown('partials/credits.njk:1:41', 'edition.speechs'));
  });

  test('in an imported macro', async () => {
    const files = {
      'text.njk': '{% import "macros/a.njk" as a %}{{ a.m(site) }}',
      'macros/a.njk': '{% macro m(site) %}{{ site.nam }}{% endmacro %}',
    };
    expect(await findingsWith(files)).toEqual(unknown('macros/a.njk:1:28', 'site.nam'));
  });

  test('where an import without context hides the page from a macro', async () => {
    const files = {
      'text.njk': '{% import "macros/a.njk" as a %}{% import "macros/b.njk" as b with context %}{{ a.m() }}{{ b.m() }}',
      'macros/a.njk': '{% macro m() %}{{ site.name }}{% endmacro %}',
      'macros/b.njk': '{% macro m() %}{{ site.name }}{% endmacro %}',
    };
    expect(await findingsWith(files)).toEqual(unknown('macros/a.njk:1:19', 'site'));
  });

  test('as the name of an imported macro', async () => {
    const files = {
      'text.njk': '{% from "macros/a.njk" import n, m as o %}{{ o() }}{% import "macros/a.njk" as a %}{{ a.q() }}',
      'macros/a.njk': '{% macro m() %}{% endmacro %}',
    };
    expect(await findingsWith(files)).toEqual([
      'text.njk:1:31 template-unknown-variable n',
      'text.njk:1:89 template-unknown-variable a.q',
    ]);
  });

  test('in a block of a template that extends another, also around super', async () => {
    const source = '{% extends "layouts/base.njk" %}\n{% block main %}{{ super() }}{{ heding }}{% endblock %}';
    expect(await findingsWith({ 'text.njk': source })).toEqual(unknown('text.njk:2:33', 'heding'));
  });

  test('in a shared part, which sees nothing of the page', async () => {
    const source = '{{ site.name }}{{ words.skip }}{{ assets["site.css"] }}{{ page.title }}';
    expect(await findingsWith({ 'partials/foot.njk': source })).toEqual(unknown('partials/foot.njk:1:59', 'page'));
  });

  test('in the layout, once although every page has it', async () => {
    const base = '<title>{{ page.titel }}</title>{% block main %}{% endblock %}{% block kind %}{% endblock %}';
    expect(await findingsWith({ 'layouts/base.njk': base })).toEqual(unknown('layouts/base.njk:1:16', 'page.titel'));
  });
});

describe('what the check knows', () => {
  test('the default theme names nothing that is not there', async () => {
    expect(await findingsWith({})).toEqual([]);
  });

  test('names that stand in scope are no finding', async () => {
    const source = `{% set total = 0 %}
      {% for key, word in words %}{{ key }}{{ word.length }}{{ loop.index0 }}{% endfor %}
      {% for item in site.nav %}{% set total = total + 1 %}{{ item.label | d('') | upper }}{% endfor %}
      {% for n in range(3) %}{{ n }}{% endfor %}
      {% macro tree(points) %}{% for p in points %}{{ p.title }}{{ tree(p.points) }}{% endfor %}{% endmacro %}
      {{ total }}{{ heading.length }}{{ heading.slice(0, 1) }}{{ body | prose('a') }}
      {% set either = site.nav[0] or { label: heading } %}{{ either.label }}
      {% include "partials/none.njk" ignore missing %}`;
    expect(await findingsWith({ 'text.njk': source })).toEqual([]);
  });

  test('a recursive macro ends', async () => {
    const source = `{% macro deep(a) %}{{ deep([a]) }}{{ a.x.y }}{% endmacro %}{{ deep(heading) }}`;
    expect((await findingsWith({ 'text.njk': source })).length).toBeGreaterThan(0);
  });

  test('the message names the nearest name and says it in both languages', async () => {
    const { findings } = await themeWith({ 'text.njk': '{{ site.descripton }}' });
    const [finding] = findings;
    expect(finding && say(finding, 'zh').hint).toContain('“description”');
    expect(finding && say(finding, 'en').hint).toContain('“description”');
    expect(finding?.fatal).toBe(true);
  });
});

describe('other slips in a template', () => {
  test.each([
    ['an unknown filter', '{{ heading | uper }}', '1:14 template-unknown-filter uper'],
    ['an unknown test', '{% if heading is strng %}{% endif %}', '1:18 template-unknown-test strng'],
    ['a member of a text', '{{ heading.text }}', '1:12 template-no-part heading.text'],
    ['a member of a body', '{{ body.children }}', '1:9 template-no-part body.children'],
    ['an object that is printed', '{{ page.feeds[0] }}', '1:4 template-not-printable page.feeds.0'],
    ['a list that is printed', '{{ site.nav }}', '1:4 template-not-printable site.nav'],
    ['a body that is printed', '\n\n{{ body }}', '3:4 template-not-printable body'],
    ['a macro that is not called', '{% macro m() %}{% endmacro %}{{ m }}', '1:33 template-not-printable m'],
    ['a loop over a text', '{% for x in heading %}{% endfor %}', '1:13 template-not-a-list heading'],
    ['a template that is missing', '{% include "partials/fot.njk" %}', '1:12 template-missing partials/fot.njk'],
    ['a name that is computed', '{% include "a" ~ heading %}', '1:12 template-computed-name'],
    ['a syntax error', 'a\n{{ heading }', '2:12 template-syntax expected variable end'],
    ['an unknown tag', 'a\n  {% iff heading %}', '2:6 template-syntax unknown block tag: iff'],
    [
      'an open tag',
      'a\n{% if heading %}b\n\n',
      '2:17 template-syntax parseIf: expected elif, else, or endif, got end of file',
    ],
    [
      'two blocks of a name',
      '{% block a %}{% endblock %}{% block a %}{% endblock %}',
      '1:54 template-syntax Block "a" defined more than once.',
    ],
  ])('%s', async (_, source, finding) => {
    expect(await findingsWith({ 'text.njk': source })).toEqual([`text.njk:${finding}`]);
  });

  test('a block that no layout asks for', async () => {
    const source = '{% extends "layouts/base.njk" %}{% block mian %}{% endblock %}';
    expect(await findingsWith({ 'text.njk': source })).toEqual(['text.njk:1:42 template-unknown-block mian']);
  });

  test('a template that another one includes may extend the same layout', async () => {
    const files = {
      'text.njk': '{% extends "layouts/base.njk" %}{% block main %}{% include "partials/a.njk" %}{% endblock %}',
      'partials/a.njk': '{% extends "layouts/base.njk" %}{% block main %}{{ heding }}{% endblock %}',
    };
    expect(await findingsWith(files)).toEqual(['partials/a.njk:1:52 template-unknown-variable heding']);
  });

  test('a template that extends itself', async () => {
    const files = { 'text.njk': '{% extends "layouts/a.njk" %}', 'layouts/a.njk': '\n{% extends "text.njk" %}' };
    expect(await findingsWith(files)).toEqual(['layouts/a.njk:2:12 template-circle text.njk']);
  });

  test('a template of the site that no page uses is a warning', async () => {
    const { findings } = await themeWith({ 'speach.njk': '', 'partials/masthead.njk': '' });
    expect(findings.map(({ file, ruleId, fatal, params }) => [file, ruleId, fatal, params.nearest])).toEqual([
      ['speach.njk', 'template-unused', false, 'speech.njk'],
    ]);
  });
});
