import { rule } from './rule.js';

export const publishRules = {
  'output-in-source': rule(
    'error',
    [
      '输出文件夹 {path} 与来源文件夹 {source} 重叠，网页会混进来源里',
      '用 --out 指定另一个文件夹，不在 {source} 里面，也不包含它',
    ],
    [
      'The output folder {path} overlaps the source folder {source}, so pages would mix with the sources',
      'Choose another folder with --out, neither inside {source} nor around it',
    ],
  ),
  'output-locked': rule(
    'error',
    [
      '另一个正在运行的 zhaideng（进程 {pid}）占用着这个输出文件夹',
      '等它结束再运行；如果确定没有别的在运行，删除文件 {path}',
    ],
    [
      'Another zhaideng (process {pid}) is writing to this output folder',
      'Wait until it has finished; if you are sure that none is running, delete the file {path}',
    ],
  ),
  'publish-resumed': rule(
    'info',
    ['上一次发布到一半中断了，现已接着完成', '不用做什么'],
    ['The last publication was interrupted; it has now been finished', 'Nothing needs to be done'],
  ),
  'manifest-damaged': rule(
    'warning',
    [
      '输出文件夹的文件清单已损坏，不能确定 {path} 里哪些文件是以前生成的，也不能确定发言人的网址原来各是谁的',
      '内容没变的网页会认出来；其余的如果报错，请清空 {path} 后再运行；姓名拼音相同的人，请照提醒在 speakers.yaml 里写明 slug',
    ],
    [
      'The list of published files is damaged, so it is not known which files in {path} were made before, and whose each speaker’s address was',
      'Pages that did not change are recognised; if others are reported, empty {path} and build again; give people of one slug a “slug” in speakers.yaml, as the warnings say',
    ],
  ),
  'foreign-file': rule(
    'error',
    ['{path} 已经存在，又不是本程序生成的，不能覆盖', '把它移走或改名；如果是以前生成的旧网页，删除它再运行'],
    [
      '{path} exists and was not made by this program, so it is not overwritten',
      'Move or rename it; if it is an old page, delete it and build again',
    ],
  ),
  'file-in-the-way': rule(
    'error',
    ['{path} 应该是文件夹，但那里是一个文件或链接', '把它移走或改名，再运行'],
    ['{path} has to be a folder, but a file or link has that name', 'Move or rename it and build again'],
  ),
  'folder-in-the-way': rule(
    'error',
    ['{path} 应该是文件，但那里是一个文件夹，里面有别人的文件', '把这个文件夹移走或改名，再运行'],
    [
      '{path} has to be a file, but a folder with files of others has that name',
      'Move or rename the folder and build again',
    ],
  ),
  'more-in-the-way': rule(
    'error',
    ['{path} 里还有 {count} 处同样的问题', '先解决上面列出的；如果 {path} 里都是以前生成的旧网页，清空它再运行'],
    [
      'There are {count} more such problems in {path}',
      'Solve those above first; if {path} holds nothing but old pages, empty it and build again',
    ],
  ),
  'output-path-invalid': rule(
    'error',
    [
      '网页地址 {path} 不能用作文件名',
      '改掉产生这个地址的文件名或 slug：不要有 .. 、特殊符号、Windows 保留的名字，也不要太长',
    ],
    [
      'The address {path} cannot be a file name',
      'Change the file name or slug that it comes from: no "..", no special signs, no name reserved on Windows, not too long',
    ],
  ),
  'disk-full': rule(
    'error',
    ['磁盘满了，写不下 {path}', '腾出空间再运行'],
    ['The disk is full: {path} could not be written', 'Free some space and build again'],
  ),
  'output-not-writable': rule(
    'error',
    ['没有权限写 {path}，或它正被别的程序打开（{code}）', '检查这个文件和它所在文件夹的权限，关掉打开它的程序，再运行'],
    [
      '{path} may not be written, or another program has it open ({code})',
      'Check the permissions of it and of its folder, close the program that has it open, and build again',
    ],
  ),
  'too-many-open-files': rule(
    'error',
    ['系统打开的文件太多，不能再打开 {path}', '关掉一些程序，或用 ulimit -n 4096 提高上限，再运行'],
    [
      'Too many files are open on this system, {path} could not be opened',
      'Close some programs, or raise the limit with ulimit -n 4096, and build again',
    ],
  ),
  'output-name-too-long': rule(
    'error',
    ['{path} 的文件名或路径太长，系统不接受', '把输出文件夹放到路径较短的地方，或缩短文件名'],
    [
      'The name or path {path} is too long for this system',
      'Put the output folder where its path is shorter, or shorten the file name',
    ],
  ),
  'other-file-system': rule(
    'error',
    ['{path} 在另一个磁盘或挂载点上，网页不能整体换上去', '让整个输出文件夹在同一个磁盘上，或用 --out 指定别的文件夹'],
    [
      '{path} is on another disk or mount, so pages cannot be put in place in one go',
      'Keep the whole output folder on one disk, or choose another with --out',
    ],
  ),
  'disk-fault': rule(
    'error',
    ['磁盘读写 {path} 时出错（{code}）', '检查磁盘或网络盘是否正常，再运行'],
    ['The disk reported a fault at {path} ({code})', 'Check the disk or network drive and build again'],
  ),
  'publish-unfinished': rule(
    'warning',
    ['发布到一半停了：{path} 里有的网页是新的，有的还是旧的，每一页都完整', '解决上面的问题后再运行一次，会接着完成'],
    [
      'Publishing stopped half-way: some pages in {path} are new and some are old, each of them whole',
      'Solve the problem above and build again: it will be finished',
    ],
  ),
  'out-of-memory': rule(
    'error',
    ['内存不够，没有生成完；已发布的网页没有变', '关掉别的程序再运行，或加上 --jobs 1，只用一个线程，占用的内存最少'],
    [
      'There was not enough memory to finish; the published pages are as they were',
      'Close other programs and build again, or add --jobs 1: one thread alone takes the least memory',
    ],
  ),
  'worker-lost': rule(
    'error',
    [
      '一个线程中途停了，没有生成完（{why}）；已发布的网页没有变',
      '再运行一次；如果还是这样，加上 --jobs 1，只用一个线程',
    ],
    [
      'A thread stopped half-way, so the build did not finish ({why}); the published pages are as they were',
      'Build again; if it happens again, add --jobs 1 to use one thread alone',
    ],
  ),
  'state-not-saved': rule(
    'info',
    ['没能保存 {path}，下次生成会慢一些，网页不受影响（{reason}）', '检查这个文件夹的权限和磁盘空间'],
    [
      '{path} could not be saved, so the next build takes longer; the pages are not affected ({reason})',
      'Check the permissions of its folder and the free space',
    ],
  ),
};
