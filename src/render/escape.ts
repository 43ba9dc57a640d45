import nunjucks from 'nunjucks';

/** @returns the text as nunjucks escapes it, for HTML and XML */
export const { escape: escapeAll } = nunjucks.lib as unknown as { escape(text: string): string };
