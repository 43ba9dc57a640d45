import type { Language } from '../diagnostics/finding.js';

/** What the preview says when nothing is wrong; what is wrong has a rule. */
export const words = {
  zh: {
    serving: (url: string) => `预览：${url}　　按 Ctrl+C 结束`,
    updated: (files: number, time: number) => `已更新 ${files} 个文件（${time} 毫秒）`,
    failed: '内容有错误，预览里仍是改错之前的网站',
    failedFirst: '内容有错误，还没有网站可看；改好并保存后自动重试',
    mended: '错误已改好',
    oldSite: '内容有错误，这里显示的是改错之前的网站',
    noSite: '内容有错误，网站还没有生成',
    close: '收起（Esc）',
    more: (count: number) => `还有 ${count} 处错误，见终端`,
    waiting: '改好并保存后，这里会自动刷新。',
  },
  en: {
    serving: (url: string) => `Preview: ${url}    Ctrl+C ends it`,
    updated: (files: number, time: number) => `${files} files updated (${time} ms)`,
    failed: 'There are errors; the preview still shows the site before them',
    failedFirst: 'There are errors and no site to show yet; it is built again when you save',
    mended: 'The errors are mended',
    oldSite: 'There are errors; this is the site before them',
    noSite: 'There are errors; the site has not been built yet',
    close: 'Hide (Esc)',
    more: (count: number) => `${count} more errors, see the terminal`,
    waiting: 'This page reloads when you have mended and saved.',
  },
} satisfies Record<Language, object>;
