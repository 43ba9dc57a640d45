import { rule } from './rule.js';

export const checkRules = {
  'no-site-address': rule(
    'warning',
    ['没有填写网站的网址，不能生成 sitemap.xml 和规范网址', '请在 site.yaml 里写 url: https://…，或在命令里加 --base-url https://…'],
    ['The site’s address is not known: no sitemap and no canonical addresses', 'Write “url: https://…” in site.yaml, or add --base-url https://…'],
  ),
  'shown-full-width': rule(
    'info',
    ['有 {count} 处半角标点将显示为全角（记录保留原样）', '不需要处理；如不想转换，请在 site.yaml 里写 punctuation: { fullWidth: false }'],
    ['{count} half-width marks are shown full-width (the records keep what was written)', 'Nothing to do; to turn it off write “punctuation: { fullWidth: false }” in site.yaml'],
  ),
  'nothing-to-publish': rule(
    'warning',
    ['内容文件夹里还没有一期摘登', '请把发言摘登存成 .txt、.md、.docx 或 .html 放进 {folder}'],
    ['The content folder holds no edition yet', 'Put a digest as .txt, .md, .docx or .html into {folder}'],
  ),
  'unused-photograph': rule(
    'warning',
    ['照片“{photo}”对应不上任何发言人', '请把文件名改成发言人的姓名，例如 陆明.jpg'],
    ['The photograph “{photo}” belongs to no speaker', 'Name the file after the speaker: 陆明.jpg'],
  ),
  'unused-full-text': rule(
    'warning',
    ['全文“{text}”对应不上任何发言人', '请把文件名改成发言人的姓名，例如 陆明.txt'],
    ['The full text “{text}” belongs to no speaker', 'Name the file after the speaker: 陆明.txt'],
  ),
};
