import { rule } from './rule.js';

export const serveRules = {
  'port-taken': rule(
    'error',
    ['端口 {port} 已被别的程序占用', '用 --port 换一个端口，或去掉 --strict-port，会自动用下一个空闲的端口'],
    [
      'Port {port} is taken by another program',
      'Choose another with --port, or leave out --strict-port to get the next free one',
    ],
  ),
  'port-not-allowed': rule(
    'error',
    ['没有权限使用端口 {port}', '用 --port 换一个 1024 以上的端口'],
    ['Port {port} may not be used', 'Choose one above 1024 with --port'],
  ),
  'host-unavailable': rule(
    'error',
    ['不能在 {host} 上提供预览（{code}）', '不写 --host 就只在本机预览；要在局域网里预览，用 --host 0.0.0.0'],
    [
      'The preview cannot be served at {host} ({code})',
      'Without --host it is served on this machine only; use --host 0.0.0.0 for the local network',
    ],
  ),
  'host-exposed': rule(
    'warning',
    ['同一网络里的任何人都能看到预览，包括还没发布的内容：{addresses}', '不需要别人看时，去掉 --host'],
    [
      'Anybody in the same network can see the preview, with what is not published yet: {addresses}',
      'Leave out --host when nobody else has to see it',
    ],
  ),
  'browser-not-opened': rule(
    'info',
    ['没能自动打开浏览器', '自己在浏览器里打开 {url}'],
    ['No browser could be opened', 'Open {url} in a browser yourself'],
  ),
  'watch-limit': rule(
    'warning',
    ['系统能监视的文件数用完了（{code}），改为定时查看，保存后会慢一点才更新', '要提高上限，在终端里运行：{command}'],
    [
      'The system can watch no more files ({code}); they are looked at from time to time instead, so updates come later',
      'To raise the limit, run: {command}',
    ],
  ),
  'watch-fault': rule(
    'warning',
    ['{path} 里的改动可能察觉不到（{code}）', '检查这个文件夹的权限；没有自动更新时，重新运行 zhaideng dev'],
    [
      'Changes in {path} may go unnoticed ({code})',
      'Check the permissions of the folder; if the preview does not update, run zhaideng dev again',
    ],
  ),
  'rebuild-crashed': rule(
    'error',
    [
      '生成网页时程序出错：{message}',
      '这是程序的毛病，不是内容的。请把这句话和刚才的改动报告给开发者；撤销刚才的改动可以先继续',
    ],
    [
      'The program failed while it made the pages: {message}',
      'This is a fault of the program, not of the content. Please report it with the change that caused it; undo the change to go on',
    ],
  ),
};
