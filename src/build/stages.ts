/** The steps of a build, in this order; `theme` and `state` are what lies between the stages. */
export type Stage = 'load' | 'parse' | 'check' | 'theme' | 'plan' | 'render' | 'publish' | 'state' | 'report';

/**
 * Marks the beginning of a step on the timeline of Node's performance hooks, where `bench/` and profilers read it.
 * Nothing that is built depends on it.
 */
export function begin(stage: Stage): void {
  const name = `zhaideng ${stage}`;
  // The timeline keeps every mark for ever, and the preview builds all day.
  performance.clearMarks(name);
  performance.mark(name);
}
