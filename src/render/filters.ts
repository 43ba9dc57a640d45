import { cleanPiece, cleanText } from './cleanText.js';
import { escapeAll } from './escape.js';
import { Markup } from './markup.js';
import type { Prose } from './plainProse.js';
import type { ProseRenderer } from './prose.js';

/** A theme has about a hundred words to fill; a template of the site's might fill texts without end. */
const mostWords = 1000;

/** @returns a function that takes words apart at their `{count}`: text, name, text, … */
function wordSplitter(): (words: string) => string[] {
  const known = new Map<string, string[]>();
  return (words) => {
    let parts = known.get(words);
    if (!parts) {
      parts = words.split(/\{(\w+)\}/);
      if (known.size === mostWords) known.clear();
      known.set(words, parts);
    }
    return parts;
  };
}

/** What templates can do to a value, besides nunjucks's own filters. */
export function makeFilters(prose: ProseRenderer) {
  const split = wordSplitter();
  return {
    /** `speech.body | prose(speech.anchor)`: a text as HTML. */
    prose(body: Prose, prefix: string): Markup {
      return new Markup(prose.render(body, prefix));
    },

    /** Nunjucks's own, for which markup of ours need not be looked through for forbidden characters again. */
    forceescape(value: unknown): Markup {
      const text = value instanceof Markup ? value.val : cleanPiece(String(value ?? ''));
      return new Markup(escapeAll(text));
    },

    /** `words.total | fill({ count: total })`: puts values into the `{count}` of an interface word. */
    fill(words: string, values: Record<string, string | number>): string {
      const parts = split(words);
      let filled = parts[0] ?? '';
      for (let at = 1; at < parts.length; at += 2) {
        const name = parts[at] ?? '';
        filled += String(values[name] ?? `{${name}}`) + parts[at + 1];
      }
      return filled;
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
