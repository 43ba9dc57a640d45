import { rule } from './rule.js';

export const parseRules = {
  'no-speaker': rule(
    'error',
    [
      '没有认出任何发言人',
      '请在每位发言人前写一行“职务 姓名：标题”，例如“市委书记 何砚：把心思用在干事上”；也可以写“## 职务 | 姓名 | 标题”',
    ],
    [
      'No speaker was recognised',
      'Put a line “titles name: headline” before each speech, or “## titles | name | headline”',
    ],
  ),
  'too-many-speeches': rule(
    'error',
    [
      '一个文件里认出了 {count} 篇发言，最多 {limit} 篇',
      '请分成几个文件，一期一个；如果正文被当成了发言人行，请看上面的提示',
    ],
    [
      '{count} speeches were recognised in one file, at most {limit} can be published',
      'Split it into several files, an edition each; where lines of a text were taken for speakers, see the findings above',
    ],
  ),
  'speech-too-long': rule(
    'error',
    [
      '“{speaker}”的发言到这一行超过了 {limit} 段（或要点、{characters} 字），网站没有发布',
      '多半是后面的发言人没有认出来：请在每位发言人前写一行“职务 姓名：标题”；真有这么长，就分成几个文件',
    ],
    [
      'The speech of “{speaker}” has more than {limit} paragraphs or points, or {characters} characters, at this line; nothing was published',
      'Most likely a speaker below was not recognised: put a line “titles name: headline” before each; a speech that is so long goes into several files',
    ],
  ),
  'around-too-long': rule(
    'error',
    [
      '发言以外的文字（导语、署名）超过了 {limit} 段（或 {characters} 字），网站没有发布',
      '多半是这些文字里的发言人没有认出来：请在每位发言人前写一行“职务 姓名：标题”；不是摘登的文字请删去',
    ],
    [
      'The text around the speeches (lede, credits) has more than {limit} paragraphs or {characters} characters; nothing was published',
      'Most likely speakers in it were not recognised: put a line “titles name: headline” before each; delete what belongs to no digest',
    ],
  ),
  'title-too-long': rule(
    'error',
    [
      '“{words}…”当作标题或发言人，却超过 {limit} 字，网站没有发布',
      '请在标题后面换行；发言人一行只写职务、姓名和标题，正文另起一行',
    ],
    [
      '“{words}…” would be a title or a speaker, and has more than {limit} characters; nothing was published',
      'Begin a new line behind the title; a speaker line holds titles, name and headline, and the text goes below it',
    ],
  ),
  'speaker-without-name': rule(
    'error',
    [
      '“{words}”这一行只有职务，没有姓名',
      '请在职务后加一个空格和姓名，例如“{words} 何砚：”；或写成“## {words} | 姓名 | 标题”',
    ],
    [
      'The line “{words}” has titles and no name',
      'Add a space and the name behind the titles, or write “## {words} | name | headline”',
    ],
  ),
  'doubtful-name': rule(
    'warning',
    [
      '“{words}”里哪几个字是姓名，看不准：可能是{names}；暂按“{name}”处理',
      '请在姓名前加一个空格，或写成“## {titles} | {name} | 标题”；也可在 speakers.yaml 里登记这个姓名',
    ],
    [
      'Where the name begins in “{words}” is not certain: it may be {names}; “{name}” is taken for now',
      'Put a space before the name, or write “## {titles} | {name} | headline”, or enter the name in speakers.yaml',
    ],
  ),
  'caption-mismatch': rule(
    'warning',
    ['发言人写的是“{speaker}”，下面的图片说明却是“{name}”', '请核对这段话是谁说的，改正发言人一行或图片说明'],
    [
      'The speaker is “{speaker}”, the caption below says “{name}”',
      'Make sure whose words these are, then correct the speaker line or the caption',
    ],
  ),
  'name-in-text': rule(
    'warning',
    [
      '“{speaker}”的发言里有单独一行姓名“{name}”，可能漏了一行发言人',
      '如果这里是“{name}”的发言，请在前面补一行“职务 {name}：标题”；如果不是，请删去这一行',
    ],
    [
      'In the speech of “{speaker}” the name “{name}” stands alone on a line: a speaker line may be missing',
      'If these are the words of “{name}”, put a line “titles {name}: headline” before them; if not, delete this line',
    ],
  ),
  'empty-speech': rule(
    'warning',
    ['“{speaker}”名下没有发言内容', '请补上发言内容，或删去这一行；若内容在别处，请核对段落顺序'],
    [
      'There is no text for “{speaker}”',
      'Add the text, or delete the line; if the text stands elsewhere, correct the order',
    ],
  ),
  'text-after-detail': rule(
    'warning',
    [
      '“{speaker}”的“详情”之后还有文字，可能漏了下一位发言人',
      '请核对这一段是谁说的；若是另一位，请在前面补一行“职务 姓名：标题”',
    ],
    [
      'There is more text after the more-link of “{speaker}”: the next speaker line may be missing',
      'Make sure whose words these are; if another’s, put a line “titles name: headline” before them',
    ],
  ),
  'suspect-speaker-line': rule(
    'warning',
    [
      '“{line}”像是一行发言人，但认不准，暂时归在“{speaker}”的发言里',
      '如果是发言人，请写成“职务 姓名：标题”或“## 职务 | 姓名 | 标题”；如果是正文，请把它接在上一段后面，或改写它的开头，不写冒号',
    ],
    [
      '“{line}” looks like a speaker line and is not certain; for now it belongs to the speech of “{speaker}”',
      'If it is one, write “titles name: headline” or “## titles | name | headline”; if it is text, put it at the end of the paragraph above, or reword its beginning without a colon',
    ],
  ),
  'outline-restarts': rule(
    'warning',
    [
      '“{speaker}”的发言里，编号从“{marker}”重新开始，可能漏了一行发言人',
      '请核对这一段是谁说的；若是另一位，请在前面补一行“职务 姓名：标题”',
    ],
    [
      'In the speech of “{speaker}” the numbering begins again at “{marker}”: a speaker line may be missing',
      'Make sure whose words these are; if another’s, put a line “titles name: headline” before them',
    ],
  ),
  'speaker-repeated': rule(
    'warning',
    ['“{speaker}”在这一期里出现了两次（另一处在第 {line} 行）', '如果不是同一个人的两次发言，请改正姓名'],
    [
      '“{speaker}” appears twice in this edition (also on line {line})',
      'If these are not two speeches of one person, correct the name',
    ],
  ),
  'listed-without-speech': rule(
    'warning',
    ['开头的名单里有“{name}”，下面却没有这个人的发言', '请核对姓名是否写错，或补上这个人的发言'],
    [
      '“{name}” is in the list at the top, and no speech follows',
      'See whether the name is misspelt, or add the speech',
    ],
  ),
  'no-title': rule(
    'warning',
    ['没有找到这一期的标题，暂用文件名“{title}”', '请在第一行写上标题，或在文件开头的 front matter 里写 title'],
    [
      'The edition has no title; the file name “{title}” is taken',
      'Write the title on the first line, or as “title” in the front matter',
    ],
  ),
  'date-mismatch': rule(
    'warning',
    ['文件名里的日期是 {name}，文中写的是 {text}', '请改正其中一个，或在 front matter 里写明 date'],
    ['The file name says {name}, the text says {text}', 'Correct one of them, or write “date” in the front matter'],
  ),
  'unknown-layout': rule(
    'error',
    ['没有名为“{layout}”的版式', '可以写：{known}'],
    ['There is no layout “{layout}”', 'Known are: {known}'],
  ),
  'page-furniture-left-out': rule(
    'info',
    ['{count} 行网页上的附属文字没有收入：{words}', '不需要处理；如果其中有正文，请改写那一行'],
    [
      '{count} lines of page furniture were left out: {words}',
      'Nothing to do; if one of them is text, reword that line',
    ],
  ),
  'unplaced-text': rule(
    'warning',
    ['这里的文字没有归入任何栏目：“{words}”', '请把它改写成正文，或删去'],
    ['This text belongs to no field: “{words}”', 'Reword it as text, or delete it'],
  ),
};
