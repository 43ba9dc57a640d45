import nunjucks from 'nunjucks';
import { describe, expect, test } from 'vitest';
import { fasterCode } from '../../src/render/fasterCode.js';
import {
  engineOptions,
  type TemplateMaker,
  templateCode,
  templateTools,
  toolsName,
} from '../../src/render/templateCode.js';

const model = {
  a: {
    b: { c: '<&>' },
    list: ['x', '"y"'],
    no: null,
    yes: true,
    zero: 0,
    safe: new nunjucks.runtime.SafeString('<b>'),
  },
  words: { hello: '你好' },
  key: 'hello',
};

/** Renders a template by nunjucks alone, and by our code. */
function bothWays(source: string): { plain: string; faster: string } {
  const render = (code: object) => {
    const loader = { getSource: () => ({ src: { type: 'code', obj: code } as never, path: 't', noCache: false }) };
    return new nunjucks.Environment(loader, engineOptions).render('t', model);
  };
  const plainCode = nunjucks.compiler.compile(source, [], [], 't', engineOptions);
  const make = new Function(toolsName, templateCode('t', source, null)) as TemplateMaker;
  return { plain: render(new Function(plainCode)()), faster: render(make(templateTools)) };
}

describe('rewritten template code', () => {
  test.each([
    [
      'members, missing ones too',
      '{{ a.b.c }}|{{ a.b.x.y.z }}|{{ nothing.at.all }}|{{ a.no }}|{{ a.zero }}|{{ a.safe }}',
    ],
    [
      'computed members',
      '{{ words[key] }}|{{ words["hello"] }}|{{ a["b"][key] }}|{{ a.list[1] }}|{{ words[words[key]] }}',
    ],
    ['methods', '{{ a.b.c.slice(1) }}|{{ a.list.concat(["z"]).join("-") }}|{{ words.hello.length }}'],
    [
      'loops and their members',
      '{% for x in a.list %}{{ loop.index }}{{ x }}{% if not loop.last %},{% endif %}{% endfor %}',
    ],
    [
      'loops in loops',
      '{% for x in a.list %}{% for y in a.list %}{{ loop.index0 }}{{ x }}{{ y }}{% endfor %}{{ loop.index }}{% endfor %}',
    ],
    ['set, inside and outside of a loop', '{% set n = 1 %}{% for x in a.list %}{% set n = n + 1 %}{% endfor %}{{ n }}'],
    ['macros', '{% macro m(p, q="d") %}{{ p.b.c }}{{ q }}{{ words.hello }}{% endmacro %}{{ m(a) }}{{ m(a, q="e") }}'],
    [
      'text that looks like code',
      'runtime.memberLookup((x),"y") output += "\\"; runtime.suppressValue(1, env.opts.autoescape);',
    ],
    ['strings that look like code', '{{ "runtime.memberLookup((" }}{{ \'a"b\' + a.b.c }}{{ "frame.set(" }}'],
    ['conditions', '{{ a.yes and a.b.c }}|{{ a.no or "else" }}|{{ "t" if a.list.length == 2 else "f" }}'],
    ['a regular expression', '{% set r = r/"\\d/ %}{{ r.test("\\"1") }}{{ a.b.c }}'],
  ])('gives what nunjucks gives: %s', (_, source) => {
    const { plain, faster } = bothWays(source);
    expect(faster).toBe(plain);
    expect(plain).not.toBe('');
  });

  test('fails as nunjucks does where there is nothing to call', () => {
    expect(() => bothWays('{{ a.nothing() }}')).toThrow(/Unable to call `a\["nothing"\]`/);
    const make = new Function(toolsName, templateCode('t', '{{ a.nothing() }}', null)) as TemplateMaker;
    const loader = {
      getSource: () => ({ src: { type: 'code', obj: make(templateTools) } as never, path: 't', noCache: false }),
    };
    const render = () => new nunjucks.Environment(loader, engineOptions).render('t', model);
    expect(render).toThrow(/Unable to call `a\["nothing"\]`/);
  });

  test('asks nunjucks for no member that has a name', () => {
    const code = nunjucks.compiler.compile('{{ a.b.c }}{{ words[key] }}', [], [], 't', engineOptions);
    expect(code.match(/memberLookup/g)).toHaveLength(3);
    expect(fasterCode(code).match(/memberLookup/g)).toHaveLength(1);
  });
});
