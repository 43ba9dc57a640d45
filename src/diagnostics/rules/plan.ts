import { rule } from './rule.js';

export const planRules = {
  'same-address': rule(
    'error',
    [
      '两处内容要用同一个网址 {address}：{first} 和 {second}',
      '请给其中一个文件改名，或在它的开头写一个不同的 slug；旧网址（aliases）重复时删去一处',
    ],
    [
      'Two sources want the address {address}: {first} and {second}',
      'Rename one of the files, or give it another “slug” at its top; where “aliases” repeat an address, remove one',
    ],
  ),
  'address-not-possible': rule(
    'error',
    [
      '网址 {address} 不能作文件名',
      '请改文件名或 aliases 里的旧网址：不能有 .. 和 < > : " | ? * \\，不能用 con、nul 这样的名字，也不能太长',
    ],
    [
      'The address {address} cannot be the name of a file',
      'Change the file’s name, or the address in “aliases”: no “..”, none of < > : " | ? * \\, no name like con or nul, and not too long',
    ],
  ),
  'portrait-missing': rule(
    'warning',
    [
      'speakers.yaml 里“{name}”的照片 {portrait} 不在 _static 文件夹里，暂用姓氏代替',
      '请把照片放到 content/_static/{portrait}，或改正 portrait 后面的文件名',
    ],
    [
      'The portrait {portrait} of “{name}” in speakers.yaml is not in the folder _static; the surname stands in for it',
      'Put the picture at content/_static/{portrait}, or mend the file name after “portrait”',
    ],
  ),
  'speaker-slug-taken': rule(
    'error',
    [
      'speakers.yaml 给“{name}”的 slug {slug} 是“{owner}”的：/speakers/{slug}/ 已经发布过，不能换人',
      '请给“{name}”换一个 slug，例如 {free}；如果两个名字是同一个人，请只登记一条，把另一个名字写进 aliases',
    ],
    [
      'The slug {slug} that speakers.yaml gives to “{name}” is that of “{owner}”: /speakers/{slug}/ was published and cannot become another person’s',
      'Give “{name}” another slug, as in {free}; if both names are one person, register one of them and write the other into its “aliases”',
    ],
  ),
  'speakers-share-slug': rule(
    'warning',
    [
      '{names}的姓名拼音相同，网址都该是 /speakers/{slug}/；内容里没有写明谁用哪一个，在别处从头生成时可能对调',
      '请把下面几行贴到 speakers.yaml 的 speakers: 下面（# 开头的人已经登记，在那一条里加 slug）；如果是同一个人，请只登记一条，把另一个名字写进 aliases：\n{lines}',
    ],
    [
      '{names} have one slug, and all want the address /speakers/{slug}/; nothing in the content says who has which, so that a build from nothing elsewhere may swap them',
      'Paste these lines below “speakers:” in speakers.yaml (who stands behind a # is there already: add the slug to that entry); if they are one person, register one name and write the other into its “aliases”:\n{lines}',
    ],
  ),
  'speaker-slug-of-former': rule(
    'warning',
    [
      '“{name}”用 /speakers/{slug}/，因为 /speakers/{other}/ 以前是“{owner}”的；这只记在输出文件夹里，在别处从头生成就变了',
      '如果是同一个人，请在 speakers.yaml 里登记“{name}”，把“{owner}”写进 aliases；不是同一个人，请把下面这行贴到 speakers: 下面（# 开头的人已经登记，在那一条里加 slug）：\n{lines}',
    ],
    [
      '“{name}” has /speakers/{slug}/ because /speakers/{other}/ was that of “{owner}”; only the output folder knows it, and a build from nothing elsewhere changes it',
      'If they are one person, register “{name}” in speakers.yaml and write “{owner}” into its “aliases”; if not, paste this line below “speakers:” (who stands behind a # is there already: add the slug to that entry):\n{lines}',
    ],
  ),
  'speaker-slug-unwritten': rule(
    'warning',
    [
      '“{name}”发布时用的网址是 /speakers/{slug}/；这只记在输出文件夹里，在别处从头生成就成了 /speakers/{other}/',
      '请把下面这行贴到 speakers.yaml 的 speakers: 下面（# 开头的人已经登记，在那一条里加 slug）：\n{lines}',
    ],
    [
      '“{name}” was published at /speakers/{slug}/; only the output folder knows it, and a build from nothing elsewhere makes it /speakers/{other}/',
      'Paste this line below “speakers:” in speakers.yaml (who stands behind a # is there already: add the slug to that entry):\n{lines}',
    ],
  ),
  'page-not-rendered': rule(
    'error',
    ['页面 {page} 没能生成：{why}', '请检查模板 {kind}.njk；如果没有改过模板，这是程序的错误，请把这条消息告诉开发者'],
    [
      'The page {page} could not be made: {why}',
      'Look at the template {kind}.njk; if you have not changed it, this is a fault of the program: please report this message',
    ],
  ),
  'input-keeps-changing': rule(
    'error',
    ['这个文件在读取时一直在变', '请等它保存或同步完成，再试一次'],
    ['This file keeps changing while it is read', 'Wait until it has been saved or synchronised, then try again'],
  ),
};
