import type { Language } from '../diagnostics/finding.js';

/** What the commands say when nothing is wrong; what is wrong has a rule. */
export const words = {
  zh: {
    severity: { error: '错误', warning: '警告', info: '提示' },
    counts: (errors: number, warnings: number, infos: number) =>
      `${errors} 个错误，${warnings} 个警告，${infos} 条提示`,
    more: (file: string, rule: string, number: number) =>
      `${file}  还有 ${number} 处同样的问题没有列出（${rule}），改好上面这些再运行一次；全部列出请加 --json`,
    built: (editions: number, speeches: number, pages: number) =>
      `已生成网站：${editions} 期，${speeches} 篇讲话，${pages} 个文件`,
    wrote: (rendered: number, written: number, unchanged: number, removed: number) =>
      `重新生成 ${rendered} 个，写入 ${written} 个，未变 ${unchanged} 个，删除 ${removed} 个`,
    notBuilt: '有错误，没有发布任何内容；改好后再运行一次',
    notFinished: '有错误，网站只更新了一部分；改好后再运行一次，会接着完成',
    notBuiltStrict: '--strict：有警告，没有发布任何内容',
    columns: ['发言人', '职务', '标题', '字数', '要点', '详情'],
    layout: (name: string, confidence: number) => `版式：${name}（把握 ${confidence}%）`,
    noLayout: '版式：没有认出',
    undated: '日期不详',
    yes: '有',
    accounting: (characters: number, placed: number, decoration: number, unplaced: number) =>
      `共 ${characters} 字：收入 ${placed}，装饰 ${decoration}，未归入 ${unplaced}`,
    made: (folder: string) => `已在 ${folder} 建好一个新网站。下一步：\n  cd ${folder}\n  npx zhaideng dev`,
    exists: (folder: string) => `${folder} 不是空文件夹；请换一个名字`,
    notMade: (folder: string, reason: string) => `没能建立 ${folder}：${reason}`,
    usage: '用法不对',
    crash: '程序出错了，没有发布任何内容。请把下面这行告诉开发者：',
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'note' },
    counts: (errors: number, warnings: number, infos: number) =>
      `${errors} errors, ${warnings} warnings, ${infos} notes`,
    more: (file: string, rule: string, number: number) =>
      `${file}  ${number} more of the same are not shown (${rule}): mend these and run it again, or see all with --json`,
    built: (editions: number, speeches: number, pages: number) =>
      `Site built: ${editions} editions, ${speeches} speeches, ${pages} files`,
    wrote: (rendered: number, written: number, unchanged: number, removed: number) =>
      `${rendered} rendered, ${written} written, ${unchanged} unchanged, ${removed} removed`,
    notBuilt: 'There are errors; nothing was published. Mend them and run it again',
    notFinished: 'There are errors; only a part of the site is new. Mend them and run it again: it goes on from there',
    notBuiltStrict: '--strict: there are warnings; nothing was published',
    columns: ['Speaker', 'Titles', 'Headline', 'Chars', 'Points', 'Link'],
    layout: (name: string, confidence: number) => `Layout: ${name} (${confidence}% sure)`,
    noLayout: 'Layout: not recognised',
    undated: 'no date',
    yes: 'yes',
    accounting: (characters: number, placed: number, decoration: number, unplaced: number) =>
      `${characters} characters: ${placed} placed, ${decoration} decoration, ${unplaced} unplaced`,
    made: (folder: string) => `A new site stands in ${folder}. Next:\n  cd ${folder}\n  npx zhaideng dev`,
    exists: (folder: string) => `${folder} is not an empty folder; choose another name`,
    notMade: (folder: string, reason: string) => `${folder} could not be made: ${reason}`,
    usage: 'Wrong usage',
    crash: 'The program failed; nothing was published. Please report this line:',
  },
} satisfies Record<Language, object>;
