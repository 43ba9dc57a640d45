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
