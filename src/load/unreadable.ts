import { type Finding, find } from '../diagnostics/finding.js';

const reasons: Record<string, [string, string]> = {
  EACCES: ['没有读取的权限', 'there is no permission to read it'],
  EPERM: ['没有读取的权限', 'there is no permission to read it'],
  ENOENT: ['文件不存在，可能已被移走或删除', 'it does not exist; it may have been moved or deleted'],
  EISDIR: ['这是文件夹，不是文件', 'it is a folder, not a file'],
  ENOTDIR: ['路径里有一段不是文件夹', 'a part of its path is no folder'],
  ELOOP: ['符号链接绕成了圈', 'symbolic links lead in a circle'],
  EMFILE: ['同时打开的文件太多', 'too many files are open at once'],
  ENFILE: ['同时打开的文件太多', 'too many files are open at once'],
  EIO: ['磁盘读取出错', 'the disk reported an error'],
  ENAMETOOLONG: ['路径太长', 'its path is too long'],
  special: ['这不是普通文件（是设备、管道或套接字）', 'it is no ordinary file (a device, a pipe or a socket)'],
};

/**
 * @param error what the file system threw, or `special` for what is neither file nor folder
 * @returns the finding in words. What is no error of the file system is thrown again
 */
export function unreadable(error: unknown, file: string): Finding {
  const code = error === 'special' ? error : codeOf(error);
  if (code === null) throw error;
  const [zh, en] = reasons[code] ?? [`系统报告 ${code}`, `the system reports ${code}`];
  return find('unreadable-file', file, undefined, { zh, en });
}

/** @returns the code of a file system's error (`ENOENT`), or null */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
