import { cleanText } from './cleanText.js';
import { Markup } from './markup.js';
import type { Prose } from './plainProse.js';
import type { ProseRenderer } from './prose.js';

/** What templates can do to a value, besides nunjucks's own filters. */
export function makeFilters(prose: ProseRenderer) {
  return {
    /** `speech.body | prose(speech.anchor)`: a text as HTML. */
    prose(body: Prose, prefix: string): Markup {
      return new Markup(prose.render(body, prefix));
    },

    /** `words.total | fill({ count: total })`: puts values into the `{count}` of an interface word. */
    fill(words: string, values: Record<string, string | number>): string {
      return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
    },

    /**
     * `page.jsonLd | scriptData`: JSON for a data block. Within a script element only `</script` and `<!--`
     * mean anything to HTML, and JSON can say `<` otherwise.
     */
    scriptData(json: string): Markup {
      return new Markup(cleanText(json.replace(/</g, '\\u003c')));
    },
  };
}
