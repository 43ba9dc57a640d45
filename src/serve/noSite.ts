import type { Language } from '../diagnostics/finding.js';
import { type Problem, textOf } from './live/problem.js';
import { words } from './words.js';

/**
 * The page in place of a site whose first build failed: says what is wrong without any script, and with the
 * one that is injected shows it with its source and reloads when it is mended.
 */
export function noSitePage(problem: Problem | null, language: Language): string {
  const text = words[language];
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(text.noSite)}</title>
</head>
<body>
<h1>${escapeHtml(text.noSite)}</h1>
<p>${escapeHtml(text.waiting)}</p>
<pre>${escapeHtml(problem === null ? '' : textOf(problem))}</pre>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
