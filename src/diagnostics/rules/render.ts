import { rule } from './rule.js';

export const renderRules = {
  'template-syntax': rule(
    'error',
    ['模板写法有误：{message}', '请改正此处，或删去这个文件，改用自带的同名模板。'],
    ['The template cannot be read: {message}', 'Mend this place, or remove the file to use the built-in template.'],
  ),
  'template-missing': rule(
    'error',
    ['找不到模板“{name}”', '文件名从 templates/ 算起。最相近的模板是“{nearest}”。'],
    ['There is no template “{name}”', 'Names are relative to templates/. The nearest is “{nearest}”.'],
  ),
  'template-circle': rule(
    'error',
    ['模板“{name}”绕了一圈又沿用到自己', '请改正 extends，让它指向别的模板。'],
    ['The template “{name}” comes to extend itself', 'Let extends name another template.'],
  ),
  'template-computed-name': rule(
    'error',
    ['这里的模板名是算出来的，无法事先核对', '请把模板名直接写在引号里，不同情形用 if 分开写。'],
    [
      'The name of this template is computed, so it cannot be checked beforehand',
      'Write the name in quotes; tell the cases apart with if.',
    ],
  ),
  'template-unused': rule(
    'warning',
    ['没有页面用到模板“{name}”', '文件名可能有误，最相近的是“{nearest}”。不需要的话请删去，或移到别处。'],
    ['No page uses the template “{name}”', 'Its name may be misspelt; the nearest is “{nearest}”. Else remove it.'],
  ),
  'template-unknown-variable': rule(
    'error',
    ['模板中的“{name}”没有对应的内容', '可能应写作“{nearest}”。此处可用：{known}。'],
    ['There is nothing called “{name}” here', 'Perhaps “{nearest}” is meant. Here are: {known}.'],
  ),
  'template-no-part': rule(
    'error',
    ['“{owner}”没有名为“{part}”的下级内容', '请去掉“{part}”，直接使用“{owner}”。'],
    ['“{owner}” has no parts, so no “{part}”', 'Leave “{part}” out and use “{owner}” itself.'],
  ),
  'template-unknown-filter': rule(
    'error',
    ['没有名为“{name}”的过滤器', '可能应写作“{nearest}”。'],
    ['There is no filter “{name}”', 'Perhaps “{nearest}” is meant.'],
  ),
  'template-unknown-test': rule(
    'error',
    ['is 后面没有“{name}”这种判断', '可能应写作“{nearest}”。'],
    ['There is no test “{name}” after “is”', 'Perhaps “{nearest}” is meant.'],
  ),
  'template-unknown-block': rule(
    'error',
    ['上级模板里没有名为“{name}”的 block，这一段不会出现在页面上', '可能应写作“{nearest}”。'],
    ['No template above has a block “{name}”, so this part would never show', 'Perhaps “{nearest}” is meant.'],
  ),
  'template-unknown-argument': rule(
    'error',
    ['宏“{macro}”没有名为“{name}”的参数', '可能应写作“{nearest}”。'],
    ['The macro “{macro}” takes no argument “{name}”', 'Perhaps “{nearest}” is meant.'],
  ),
  'template-not-printable': rule(
    'error',
    ['“{name}”是一组内容，不能直接显示', '请指明其中一项，或用 for 逐项显示；正文要写作“{name} | prose(…)”。'],
    [
      '“{name}” is made of parts and cannot be printed',
      'Name one part, walk through it with for, or use “| prose(…)”.',
    ],
  ),
  'template-not-a-list': rule(
    'error',
    ['“{name}”不是列表，for 取不出内容', '请改用一个列表，或去掉 for 直接使用“{name}”。'],
    ['“{name}” is no list, so for finds nothing in it', 'Use a list, or use “{name}” without for.'],
  ),
  'words-invalid': rule(
    'error',
    ['词表写法有误：{message}', '每行写成“键: 词语”，词语是一段文字；词语以 { 开头时用引号括起。'],
    ['The word list cannot be read: {message}', 'Write one “key: words” a line; quote words that begin with {.'],
  ),
  'words-missing': rule(
    'error',
    ['词表缺少“{key}”', '请在这个词表里补上这一键，{other} 里有它。'],
    ['The word list lacks “{key}”', 'Add this key to the list; {other} has it.'],
  ),
};
