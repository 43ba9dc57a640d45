import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { programVersion } from '../program.js';
import type { Terminal } from './terminal.js';
import { words } from './words.js';

const EXAMPLE = `同心协力谋发展 真抓实干开新局
市发展改革委主任 何砚：谋深谋实重大项目
何砚
这是一篇示例。把真正的发言摘登粘贴到这个文件里，或在 content 文件夹里新建一个文件，文件名以日期开头。
一、一行写清是谁。格式是“职务 姓名：标题”，职务和姓名之间空一格。
二、正文照原样粘贴。段落、编号和“详情”都会自动认出来。详情》》》
市财政局局长 罗青：过紧日子 办大事情
罗青
运行 npx zhaideng check，可以看到每一段话归在谁的名下；改好之后运行 npx zhaideng build，网站就在 dist 文件夹里。
`;

const SITE = `# 网站设置。每一项都可以不写；不认识的项目会报错，以免写错字。
name: 发言摘登
description: 会议发言摘登
# 网站的网址，填好才有 sitemap.xml：
# url: https://www.example.cn/
`;

/** `zhaideng new DIR`: a new site that builds at once. @returns the exit status */
export function newSite(folder: string, terminal: Terminal, cwd: string): number {
  const root = resolve(cwd, folder);
  const text = words[terminal.language];
  try {
    mkdirSync(root, { recursive: true });
    if (readdirSync(root).length > 0) {
      terminal.report(text.exists(folder));
      return 1;
    }
    for (const [path, content] of Object.entries(filesOf(root))) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR');
    terminal.report(isTaken ? text.exists(folder) : text.notMade(folder, error instanceof Error ? error.message : ''));
    return 1;
  }
  terminal.say(text.made(folder));
  return 0;
}

function filesOf(root: string): Record<string, string> {
  const name = basename(root)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  const manifest = {
    name: name || 'zhaideng-site',
    private: true,
    type: 'module',
    scripts: { build: 'zhaideng build', dev: 'zhaideng dev', check: 'zhaideng check' },
    dependencies: { zhaideng: `^${programVersion}` },
  };
  return {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    '.gitignore': 'node_modules/\ndist/\n.zhaideng/\n',
    'content/site.yaml': SITE,
    'content/示例.txt': EXAMPLE,
  };
}
