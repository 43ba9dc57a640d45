import { rule } from './rule.js';

export const loadRules = {
  'no-content-folder': rule(
    'error',
    ['找不到内容文件夹 {path}', '新建这个文件夹并把摘登文件放进去，或用 --content 指明内容在哪里'],
    ['There is no content folder {path}', 'Make it and put the digests into it, or say with --content where it is'],
  ),
  'no-such-path': rule(
    'error',
    ['找不到 {path}', '检查路径是否写错，文件是否已被移走'],
    ['There is no {path}', 'Check the spelling of the path, and whether the file was moved'],
  ),
  'empty-file': rule(
    'error',
    ['文件是空的', '把发言摘登的文字粘贴进来，或删除这个文件'],
    ['The file is empty', 'Paste the digest into it, or delete the file'],
  ),
  'unreadable-file': rule(
    'error',
    ['读不了这个文件：{zh}', '检查文件是否还在、是否允许读取，然后重试'],
    ['This file cannot be read: {en}', 'Check that it is there and that you may read it, then try again'],
  ),
  'link-outside': rule(
    'error',
    ['这是一个指向内容文件夹之外的符号链接，不会读取', '把原文件复制到内容文件夹里，删掉链接'],
    [
      'This is a symbolic link that leads out of the content folder; it is not followed',
      'Copy the file into the content folder and delete the link',
    ],
  ),
  'unknown-format': rule(
    'warning',
    [
      '不认识 {name} 的格式，没有读取',
      '用 Word 或 WPS 打开，另存为 .docx 或 .txt；不是摘登的文件请移到 _static 文件夹',
    ],
    [
      'The format of {name} is not known; it was not read',
      'Open it in Word or WPS and save it as .docx or .txt; move what is no digest into the folder _static',
    ],
  ),
  'ignored-file': rule(
    'info',
    ['{name} 不是摘登，没有读取', '不用处理；要随网站一起发布的文件请放进 _static 文件夹'],
    [
      '{name} is no digest; it was not read',
      'Nothing to do; a file that is to be published belongs into the folder _static',
    ],
  ),
  'stray-picture': rule(
    'warning',
    [
      '图片 {name} 没有用上：旁边没有会显示它的 .html 或 .md 文件',
      '发言人照片放进与摘登同名的文件夹：摘登名/photos/姓名.jpg；其他图片放进 _static 文件夹',
    ],
    [
      'The picture {name} is not used: no .html or .md file beside it can show it',
      'Put a portrait into a folder of the digest’s name: DIGEST/photos/NAME.jpg; other pictures into the folder _static',
    ],
  ),
  'stray-companion': rule(
    'warning',
    [
      '{name} 没有用上：旁边没有它所属的摘登，或者它不在 photos（照片：.jpg .png .webp）、full（全文：.txt .md .docx .html）文件夹里',
      '把它改成与摘登同名，放进这两个文件夹之一，或移到别处',
    ],
    [
      '{name} is not used: no digest that it belongs to is beside it, or it is not in photos (.jpg .png .webp) or full (.txt .md .docx .html)',
      'Give it the digest’s name, put it into one of these two folders, or move it elsewhere',
    ],
  ),
  'impossible-date': rule(
    'warning',
    ['文件名开头的 {date} 不是日历上有的日期，没有当作日期', '改正文件名里的日期，例如 2031-03-02-标题.txt'],
    [
      '{date} at the start of the file’s name is in no calendar, so it is not taken as a date',
      'Correct the date in the name, as in 2031-03-02-title.txt',
    ],
  ),
  'too-large': rule(
    'error',
    ['文件有 {size} MB，超过了 {limit} MB，没有读取', '文字分成几个文件；照片先缩小；Word 文件里的图片先压缩'],
    [
      'The file has {size} MB, more than {limit} MB; it was not read',
      'Split a text into several files, make a photograph smaller, compress the pictures of a Word file',
    ],
  ),
  'front-matter-too-long': rule(
    'error',
    [
      '开头的设置有 {size} KB，超过了 {limit} KB，没有读取',
      '设置只写 title、date、slug、aliases 等几项；如果正文被当成了设置，请在设置的最后一行下面加一行 ---',
    ],
    [
      'The front matter has {size} KB, more than {limit} KB; it was not read',
      'Write only title, date, slug, aliases and the like in it; where the text was taken for front matter, put a line “---” below its last line',
    ],
  ),
  'too-many-lines': rule(
    'error',
    ['文件超过 {limit} 行，没有读取：这是超出的第一行', '把内容分成几个文件，一期摘登一个；粘贴重复的部分删去'],
    [
      'The file has more than {limit} lines and was not read: this is the first line beyond them',
      'Split it into several files, a digest each; delete what was pasted twice',
    ],
  ),
  'line-too-long': rule(
    'error',
    [
      '这一行（一段）超过 {limit} 字，文件没有读取',
      '在句子之间按回车，分成几段；如果这不是文字（例如粘贴进来的图片代码），删去它',
    ],
    [
      'This line (paragraph) has more than {limit} characters; the file was not read',
      'Break it into paragraphs between its sentences; where it is no text (the code of a picture, pasted), delete it',
    ],
  ),
  'static-too-large': rule(
    'error',
    [
      '_static 文件夹里的这个文件有 {size} MB，超过了 {limit} MB，没有读取，网站也没有发布',
      '压缩它，或放到网盘、视频网站上，在文章里写链接；不用发布就移出 _static 文件夹',
    ],
    [
      'This file of the folder _static has {size} MB, more than {limit} MB; it was not read, and nothing was published',
      'Compress it, or keep it at a service for large files and link to it; move it out of _static if it need not be published',
    ],
  ),
  'too-complex': rule(
    'error',
    ['从这一行起，标记（* _ [ < > 或标签）太多、套得太深，没有读取', '删去多余的标记，或把文字另存为 .txt'],
    [
      'From this line on there are too many marks (* _ [ < > or tags), or they are nested too deep; the file was not read',
      'Delete the marks that mean nothing, or save the text as .txt',
    ],
  ),
  'not-text': rule(
    'error',
    ['这不是文本文件，看起来是 {kind} 文件', '用原来的程序打开它，另存为 .docx 或 UTF-8 编码的 .txt'],
    [
      'This is no text; it looks like {kind}',
      'Open it in the program it comes from and save it as .docx, or as .txt in UTF-8',
    ],
  ),
  'not-docx': rule(
    'error',
    ['读不了这个 Word 文件：{zh}', '用 Word 或 WPS 打开它，另存为 .docx（不加密码），或另存为 .txt'],
    ['This Word file cannot be read: {en}', 'Open it in Word and save it anew as .docx without a password, or as .txt'],
  ),
  'picture-missing': rule(
    'info',
    ['找不到图片 {source}', '把图片放到摘登旁边同样的位置，或删去对它的引用'],
    ['There is no picture {source}', 'Put it where the digest looks for it, or delete the reference'],
  ),
  'picture-format': rule(
    'info',
    ['图片 {source} 的格式浏览器显示不了，没有使用', '把图片另存为 .jpg 或 .png，再插入一次'],
    [
      'No browser shows pictures in the format of {source}; it is not used',
      'Save the picture as .jpg or .png and insert it again',
    ],
  ),
  'encoding-read': rule(
    'info',
    ['按 {encoding} 编码读取', '如果文字显示正确就不用处理；也可以另存为 UTF-8'],
    ['Read as {encoding}', 'Nothing to do if the text looks right; you may save it as UTF-8'],
  ),
  'replacement-character': rule(
    'warning',
    ['这里有一个读不出来的字（{code}）', '对照原文，重新输入这个字'],
    ['A character here could not be read ({code})', 'Look at the original and type the character again'],
  ),
  'replacement-character-more': rule(
    'warning',
    ['后面还有 {more} 个读不出来的字', '文件的编码可能不对：从原处重新复制，另存为 UTF-8'],
    [
      '{more} more characters after this could not be read',
      'The file may be in another encoding: copy the text again and save it as UTF-8',
    ],
  ),
  'private-use-character': rule(
    'warning',
    ['这里有一个自造字或图标（{code}），读者的电脑上多半显示不出来', '换成正式的字，或删去'],
    [
      'A private character or icon ({code}) stands here; most readers’ devices cannot show it',
      'Replace it with a standard character, or delete it',
    ],
  ),
  'private-use-character-more': rule(
    'warning',
    ['后面还有 {more} 个自造字或图标', '逐个换成正式的字，或删去'],
    ['{more} more private characters or icons follow', 'Replace each with a standard character, or delete it'],
  ),
  'control-character': rule(
    'warning',
    ['这里有一个看不见的控制字符（{code}）', '删去这个字符：在它前后各删一个字，再重新输入'],
    [
      'An invisible control character ({code}) stands here',
      'Delete it: delete the characters around it and type them again',
    ],
  ),
  'control-character-more': rule(
    'warning',
    ['后面还有 {more} 个看不见的控制字符', '先粘贴到记事本里再复制过来，可以去掉它们'],
    [
      '{more} more invisible control characters follow',
      'Paste the text into a plain editor first and copy it from there',
    ],
  ),
  'direction-character': rule(
    'warning',
    [
      '这里有一个看不见、会让文字颠倒着显示的字符（{code}），网页上已经去掉',
      '对照原文看这一行的文字顺序；确认无误，就把这一行重新输入一遍',
    ],
    [
      'An invisible character that shows text in another order ({code}) stands here; it is left out of the pages',
      'Compare the order of the words with the original, then type the line again',
    ],
  ),
  'direction-character-more': rule(
    'warning',
    ['后面还有 {more} 个会让文字颠倒着显示的字符', '先粘贴到记事本里再复制过来，对照原文看文字的顺序'],
    [
      '{more} more characters that show text in another order follow',
      'Paste the text into a plain editor first, copy it from there, and compare the order of the words',
    ],
  ),
  'html-dropped': rule(
    'warning',
    ['这里的 <{tag}> 及其内容不是文字，没有读取', '如果里面有要发布的文字，请把文字单独写出来；否则删去'],
    [
      '<{tag}> here is no text; it was left out with its content',
      'If it holds words to publish, write them out; else delete it',
    ],
  ),
  'page-furniture': rule(
    'info',
    ['网页上不属于文章的部分没有读取，共 {characters} 字，开头是“{words}”', '如果其中有文章的内容，把文章另存为 .txt'],
    [
      'What stands around the article was left out: {characters} characters that begin with “{words}”',
      'If some of it belongs to the article, save the article as .txt',
    ],
  ),
  'html-in-text': rule(
    'warning',
    [
      '这一行混有网页代码（<p>、&nbsp; 之类），已按网页上的样子读取',
      '对照原文看这一行；从网页上重新复制文字，或把网页存成 .html 放进来，就不会有代码',
    ],
    [
      'This line holds code of a page (<p>, &nbsp; and the like); it was read as the page shows it',
      'Compare the line with the original; copy the text from the page again, or save the page as .html',
    ],
  ),
  'html-in-text-more': rule(
    'warning',
    ['从这一行起，还有 {more} 行混有网页代码', '从网页上重新复制文字，或把网页存成 .html 放进来'],
    ['From here on {more} more lines hold code of a page', 'Copy the text from the page again, or save it as .html'],
  ),
  'front-matter-unclosed': rule(
    'error',
    ['开头的 {fence} 没有配对的结尾', '在标题、日期等几行之后，单独写一行 {fence}'],
    ['The {fence} at the top is never closed', 'Write a line {fence} after the lines of title, date and so on'],
  ),
  'front-matter-unknown-key': rule(
    'error',
    ['不认识“{key}”这一项', '是不是“{nearest}”？可以用的有：{known}'],
    ['“{key}” is not known here', 'Did you mean “{nearest}”? There are: {known}'],
  ),
  'front-matter-other-keys': rule(
    'info',
    ['开头的设置里有 {count} 项在这里用不上：{keys}', '不用处理；别的项照常使用。可以用的有：{known}'],
    [
      '{count} keys of the front matter have no use here: {keys}',
      'Nothing to do; the others count. There are: {known}',
    ],
  ),
  'front-matter-invalid': rule(
    'error',
    ['“{key}”的值不对：{zh}', '改正这一行的值'],
    ['The value of “{key}” is wrong: {en}', 'Correct the value on this line'],
  ),
  'front-matter-impossible-date': rule(
    'error',
    ['{date} 不是日历上有的日期', '改正日期，例如 2031-03-02；只知道年月就写 2031-03'],
    ['{date} is in no calendar', 'Correct the date, as in 2031-03-02; write 2031-03 where the day is not known'],
  ),
  'front-matter-twice': rule(
    'error',
    ['正文开头和这个文件里都写了标题、日期等项', '只保留一处：删掉这个文件，或删掉正文开头 --- 之间的几行'],
    [
      'Title, date and so on stand both at the top of the text and in this file',
      'Keep one of them: delete this file, or the lines between --- at the top of the text',
    ],
  ),
  'site-unknown-key': rule(
    'error',
    ['site.yaml 里没有“{key}”这一项', '是不是“{nearest}”？可以用的有：{known}'],
    ['site.yaml knows no “{key}”', 'Did you mean “{nearest}”? There are: {known}'],
  ),
  'site-invalid': rule(
    'error',
    ['site.yaml 里“{key}”的值不对：{zh}', '改正这一项的值，或删去这一项'],
    ['The value of “{key}” in site.yaml is wrong: {en}', 'Correct the value, or delete the key'],
  ),
  'csp-no-effect': rule(
    'warning',
    ['csp 里的“{name}”写在网页里不起作用，没有采用', '删去这一项；需要它，请管理服务器的人在 HTTP 响应头里设置'],
    [
      '“{name}” of csp has no effect within a page; it is left out',
      'Delete it; where it is needed, ask who runs the server to set it in the HTTP response’s header',
    ],
  ),
  'speakers-unknown-key': rule(
    'error',
    ['speakers.yaml 里没有“{key}”这一项', '是不是“{nearest}”？可以用的有：{known}'],
    ['speakers.yaml knows no “{key}”', 'Did you mean “{nearest}”? There are: {known}'],
  ),
  'speakers-invalid': rule(
    'error',
    ['speakers.yaml 里“{key}”的值不对：{zh}', '改正这一项的值，或删去这一项'],
    ['The value of “{key}” in speakers.yaml is wrong: {en}', 'Correct the value, or delete the key'],
  ),
  'yaml-broken': rule(
    'error',
    ['这里的写法不对：{zh}', '检查这一行：冒号后要有空格，缩进用空格对齐，含有冒号或 # 的文字加引号'],
    [
      'This is not written by the rules of YAML: {en}',
      'Look at this line: a space after the colon, indents of spaces, quotes around a text with a colon or #',
    ],
  ),
  'toml-broken': rule(
    'error',
    [
      '两行 +++ 之间不合 TOML 的写法',
      '检查这一行：写成 title = "标题"，文字加引号，日期不加；或改用 --- 和 title: 标题',
    ],
    [
      'What stands between the lines +++ is not written by the rules of TOML',
      'Look at this line: title = "…", quotes around texts, none around dates; or use --- and title: …',
    ],
  ),
  'yaml-no-keys': rule(
    'error',
    ['这里应该是“键: 值”的写法', '写成“title: 标题”这样，冒号用半角，后面空一格'],
    ['Lines of “key: value” are needed here', 'Write “title: …”, with a half-width colon and a space after it'],
  ),
  'yaml-duplicate-key': rule(
    'error',
    ['同一项写了两次', '只保留一行'],
    ['The same key stands twice', 'Keep one of the lines'],
  ),
  'yaml-alias': rule(
    'error',
    ['这里用了 YAML 的引用（& 或 *），不允许使用', '把内容直接写出来；以 & 或 * 开头的文字加上引号'],
    [
      'YAML references (& or *) are not allowed',
      'Write the value out; put quotes around a text that begins with & or *',
    ],
  ),
  'yaml-forbidden-key': rule(
    'error',
    ['不能用“{key}”作为项的名称', '删去这一行'],
    ['“{key}” must not be used as a key', 'Delete this line'],
  ),
};
