import { rule } from './rule.js';

export const checkRules = {
  'no-site-address': rule(
    'warning',
    [
      '没有填写网站的网址，不能生成 sitemap.xml 和规范网址',
      '请在 site.yaml 里写 url: https://…，或在命令里加 --base-url https://…',
    ],
    [
      'The site’s address is not known: no sitemap and no canonical addresses',
      'Write “url: https://…” in site.yaml, or add --base-url https://…',
    ],
  ),
  'shown-full-width': rule(
    'info',
    [
      '有 {count} 处半角标点将显示为全角（记录保留原样）',
      '不需要处理；如不想转换，请在 site.yaml 里写 punctuation: { fullWidth: false }',
    ],
    [
      '{count} half-width marks are shown full-width (the records keep what was written)',
      'Nothing to do; to turn it off write “punctuation: { fullWidth: false }” in site.yaml',
    ],
  ),
  'nothing-to-publish': rule(
    'warning',
    ['内容文件夹里还没有一期摘登', '请把发言摘登存成 .txt、.md、.docx 或 .html 放进 {folder} 文件夹'],
    ['The content folder holds no edition yet', 'Put a digest as .txt, .md, .docx or .html into the folder {folder}'],
  ),
  'look-alike-name': rule(
    'warning',
    [
      '姓名“{name}”里的“{character}”（{code}）不是常用的字，只是看起来像，会被当成另一个人',
      '请把姓名重新输入一遍；如果姓名里真是这个字，不用处理',
    ],
    [
      '“{character}” ({code}) in the name “{name}” only looks like the usual character; the name counts as another person’s',
      'Type the name again; nothing to do if the name really has this character',
    ],
  ),
  'unused-photograph': rule(
    'warning',
    ['照片“{photo}”对应不上任何发言人', '请把文件名改成发言人的姓名，例如 陆明.jpg'],
    ['The photograph “{photo}” belongs to no speaker', 'Name the file after the speaker: 陆明.jpg'],
  ),
  'speakers-same-slug': rule(
    'error',
    ['speakers.yaml 里“{first}”和“{second}”用了同一个 slug：{slug}', '请给其中一位换一个 slug，例如 {slug}-2'],
    [
      'In speakers.yaml “{first}” and “{second}” have the same slug: {slug}',
      'Give one of them another slug, as in {slug}-2',
    ],
  ),
  'speakers-not-told-apart': rule(
    'warning',
    [
      'speakers.yaml 里有两处“{name}”，没有写明怎样区分',
      '请给其中一处写上 distinguishedBy: [职务里的字]，例如 distinguishedBy: [教育局]；是同一个人就合成一处',
    ],
    [
      'speakers.yaml has “{name}” twice, with nothing to tell them apart',
      'Give one of them “distinguishedBy: [words of a title]”; if both are one person, join the two entries',
    ],
  ),
  'unused-full-text': rule(
    'warning',
    ['全文“{text}”对应不上任何发言人', '请把文件名改成发言人的姓名，例如 陆明.txt'],
    ['The full text “{text}” belongs to no speaker', 'Name the file after the speaker: 陆明.txt'],
  ),
  'full-text-of-another': rule(
    'warning',
    [
      '这个全文会登在“{name}”名下，可是里面写着“{speaker}”的发言',
      '请只留下“{name}”的讲话；如果全文是“{speaker}”的，请把文件名改成这个姓名',
    ],
    [
      'This full text is published as the words of “{name}”, but it has a speech of “{speaker}”',
      'Leave the words of “{name}” alone; if the text is by “{speaker}”, name the file after this person',
    ],
  ),
};
