import { rule } from './rule.js';

/** Places where a file breaks its own pattern (`src/parse/doubts/`). */
export const doubtRules = {
  'gap-in-speech': rule(
    'warning',
    [
      '“{speaker}”的发言在这里空了一行，而这一期别处只在两位发言人之间空行，可能漏了一行发言人',
      '请核对下面的话是谁说的；若是另一位，请在前面补一行“职务 姓名：标题”；若不是，请删去这个空行',
    ],
    [
      'The speech of “{speaker}” has an empty line here, and elsewhere they only stand between two speakers: a speaker line may be missing',
      'Make sure whose words follow; if another’s, put a line “titles name: headline” before them; if not, delete the empty line',
    ],
  ),
  'gap-missing': rule(
    'warning',
    [
      '“{speaker}”前面没有空行，而这一期别的发言人前面都有，附近的段落可能放错了位置',
      '请核对这位发言人前后的段落是谁说的；顺序没有错，就在前面补一个空行',
    ],
    [
      'No empty line stands before “{speaker}”, as one does before the others: a paragraph nearby may have moved',
      'Make sure whose the paragraphs above and below are; if all is in order, put an empty line before it',
    ],
  ),
  'line-doubled': rule(
    'warning',
    ['这一行和上一行完全相同：“{line}”', '如果是重复粘贴，请删去一行，并核对附近的段落是谁说的'],
    [
      'This line is the same as the one above: “{line}”',
      'If it was pasted twice, delete one, and make sure whose the paragraphs nearby are',
    ],
  ),
  'headline-in-speech': rule(
    'warning',
    [
      '“{line}”像是一个标题，却在“{speaker}”的发言里面，下面可能漏了一行发言人',
      '请核对这一行以下是谁说的；若是另一位，请补上“职务 姓名”一行；若是小标题，请在前面加编号，例如“一、”',
    ],
    [
      '“{line}” looks like a headline and stands inside the speech of “{speaker}”: a speaker line may be missing',
      'Make sure whose words follow; if another’s, add the line with titles and name; if it is a subheading, number it',
    ],
  ),
  'bullet-in-speech': rule(
    'warning',
    [
      '这里又有一个“{bullet}”，而这一期每段发言只在开头有一个，可能漏了“{speaker}”之外的一位发言人',
      '请核对这一段是谁说的；若是另一位，请补上这位发言人的一行；若不是，请删去“{bullet}”',
    ],
    [
      'Another “{bullet}” stands here, and elsewhere each speech has one at its beginning: someone besides “{speaker}” may be missing',
      'Make sure whose words these are; if another’s, add the speaker line; if not, delete “{bullet}”',
    ],
  ),
  'caption-late': rule(
    'warning',
    [
      '“{speaker}”的图片说明前面有一段文字，而这一期别的图片说明都紧跟在发言人一行下面，这段文字可能是上一位的',
      '请核对这一行上面的文字是谁说的，把它移到正确的位置；顺序没有错，就把图片说明移到发言人一行下面',
    ],
    [
      'Text stands before the caption of “{speaker}”, while other captions follow right upon the speaker line: it may belong to the speaker above',
      'Make sure whose the text above this line is and move it; if all is in order, move the caption up',
    ],
  ),
  'number-missing': rule(
    'warning',
    [
      '发言人的编号从 {last} 跳到了 {number}，中间可能漏了一位',
      '请核对上面的文字是谁说的，补上漏掉的发言人一行；没有漏，就改正编号',
    ],
    [
      'The numbers of the speakers go from {last} to {number}: one may be missing',
      'Make sure whose the text above is and add the speaker line; if none is missing, correct the number',
    ],
  ),
  'outline-continues': rule(
    'warning',
    [
      '“{speaker}”的发言从“{marker}”开始，正好接着上面“{above}”的编号，这一段可能是“{above}”的',
      '请核对这些段落是谁说的，把它们移到正确的发言人下面',
    ],
    [
      'The speech of “{speaker}” begins at “{marker}”, where the numbering of “{above}” left off: these may be the words of “{above}”',
      'Make sure whose these paragraphs are and move them below the right speaker',
    ],
  ),
  'titles-behind-colon': rule(
    'warning',
    [
      '“{speaker}”后面的“{words}”像是职务，现在当作了标题',
      '如果是职务，请改成“{words} {speaker}：”；如果是标题，请写成“## 职务 | {speaker} | {words}”',
    ],
    [
      '“{words}” behind “{speaker}” looks like titles, and was taken for the headline',
      'If it is, write “{words} {speaker}:”; if it is the headline, write “## titles | {speaker} | {words}”',
    ],
  ),
  'signature-unread': rule(
    'warning',
    [
      '“{line}”前面有破折号，像是署名，却没有当作发言人，上面的文字可能归错了人',
      '如果是发言人，请写成“——姓名（职务）”；如果是正文，请去掉行首的破折号',
    ],
    [
      '“{line}” begins with a dash as the names below the texts do, and was not taken for a speaker: the text above may be another’s',
      'If it names the speaker, write “—— name (titles)”; if it is text, take the dash off',
    ],
  ),
  'suspect-in-lede': rule(
    'warning',
    [
      '第一位发言人前面的“{line}”也像是一行发言人，现在算作导语',
      '如果是发言人，请写成“职务 姓名：标题”或“## 职务 | 姓名 | 标题”；如果是导语，请改写这一行',
    ],
    [
      '“{line}” above the first speaker looks like a speaker line too, and was taken for the introduction',
      'If it is one, write “titles name: headline” or “## titles | name | headline”; else reword the line',
    ],
  ),
  'odd-speaker-line': rule(
    'warning',
    [
      '“{speaker}”这一行和别的发言人写法不同，可能是“{above}”发言里引用的话，现在当作了一位发言人',
      '如果是引用的话，请把它和上一段连成一段；如果是发言人，请写成“职务 姓名：标题”或“## 职务 | 姓名 | 标题”',
    ],
    [
      'The line of “{speaker}” is set unlike the other speaker lines: it may be a quotation in the speech of “{above}”, and was taken for a speaker',
      'If it is a quotation, join it to the paragraph above; if it is a speaker, write “titles name: headline” or “## titles | name | headline”',
    ],
  ),
  'doubtful-speaker': rule(
    'warning',
    [
      '“{speaker}”这一行是不是发言人，看不准；现在当作了第一位发言人',
      '如果是发言人，请写成“职务 姓名：标题”或“## 职务 | 姓名 | 标题”；如果不是，请改写这一行，不写冒号',
    ],
    [
      'Whether the line of “{speaker}” names a speaker is not certain; for now it is the first one',
      'If it does, write “titles name: headline” or “## titles | name | headline”; if not, reword it without a colon',
    ],
  ),
  'answer-unsigned': rule(
    'warning',
    [
      '这一期只认出提问的人，“{speaker}”名下这一段可能是回答的人说的',
      '请在回答的话前面写上“姓名：”；如果确实都是“{speaker}”说的，不需要处理',
    ],
    [
      'Only those who ask were recognised in this edition: this paragraph of “{speaker}” may be an answer',
      'Write “name:” before the answers; if all are the words of “{speaker}”, there is nothing to do',
    ],
  ),
  'host-goes-on': rule(
    'warning',
    [
      '“{speaker}”的话后面还有一段，而这一期别的发言都有标题，这一段可能是上一位或下一位的',
      '请核对这一段是谁说的，把它移到正确的发言人下面；确实是“{speaker}”说的，就接在上一行后面',
    ],
    [
      'A paragraph follows the words of “{speaker}”, while the other speeches have headlines: it may be the last or the next speaker’s',
      'Make sure whose it is and move it below the right speaker; if it is “{speaker}” who goes on, put it at the end of the line above',
    ],
  ),
  'several-speakers': rule(
    'warning',
    [
      '“{words}”写了不止一位发言人，下面的话不知道是谁说的，暂时不归任何人',
      '请给每位发言人各写一行“职务 姓名：”，下面写各自的话；如果是共同署名，请写成“## 单位 | 第一位的姓名 | 标题”，并在正文里说明',
    ],
    [
      '“{words}” names more than one speaker: whose words follow is not known, and for now they are nobody’s',
      'Give each speaker a line “titles name:” with his own words below; where they spoke as one, write “## body | name of the first | headline” and say so in the text',
    ],
  ),
  'bars-unread': rule(
    'warning',
    [
      '“{line}”里有竖线，却读不出职务和姓名，没有当作发言人一行',
      '请写成“## 职务 | 姓名 | 标题”，没有标题时写“## 职务 | 姓名 |”；如果只是小标题，请去掉竖线',
    ],
    [
      '“{line}” has bars, and titles and name cannot be told: it was not taken for a speaker line',
      'Write “## titles | name | headline”, or “## titles | name |” without one; in a subheading, leave the bars out',
    ],
  ),
  'unsigned-text': rule(
    'warning',
    [
      '最后一个署名“{speaker}”之后还有文字，不知道是谁说的',
      '请在这段文字后面补一行“——姓名（职务）”；若是编者的话，请移到最前面或删去',
    ],
    [
      'Text follows the last name, “{speaker}”, and no one is named below it',
      'Add a line “—— name (titles)” below it; if these are the editor’s words, move them to the top or delete them',
    ],
  ),
};
