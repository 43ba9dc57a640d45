import { PublishError } from '../../src/publish/failure.js';
import { intercepted, type Site } from './site.js';

/** Phases by name are those of `offer`: what lies in `assets/` is an asset, what ends in `.xml` a list. */
export const site: Site = {
  'assets/fonts/a.woff2': '字',
  'assets/site.css': 'body{}',
  'editions/a/index.html': '甲',
  'editions/a/s1/index.html': '甲一',
  'editions/b/index.html': '乙',
  'editions/feed.xml': '<feed>期</feed>',
  'speakers/li/index.html': '李',
  'index.html': '首页',
  'feed.xml': '<feed/>',
};

/** The disk, with the names of what is renamed, from the staging folder or to it. */
export function recorded(dir: string): { files: ReturnType<typeof intercepted>; renamed: string[] } {
  const renamed: string[] = [];
  const files = intercepted((name, act, args) => {
    const to = String(args[1]).slice(dir.length + 1);
    // A slow machine writes it in a first build already.
    if (name === 'renameSync' && to !== '.zhaideng/seen') renamed.push(to);
    return act();
  });
  return { files, renamed };
}

/** Does something before the call. */
export function before(call: number, act: () => void): { files: ReturnType<typeof intercepted>; calls: () => number } {
  let calls = 0;
  const files = intercepted((_name, go) => {
    calls += 1;
    if (calls === call) act();
    return go();
  });
  return { files, calls: () => calls };
}

export function rulesOf(reason: unknown): string[] {
  if (!(reason instanceof PublishError)) throw reason;
  return reason.findings.map(({ ruleId, file }) => `${ruleId} ${file}`);
}
