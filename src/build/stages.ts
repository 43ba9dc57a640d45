import { channel } from 'node:diagnostics_channel';

/** The steps of a build, in this order; `theme` and `state` are what lies between the stages. */
export type Stage = 'load' | 'parse' | 'check' | 'theme' | 'plan' | 'render' | 'publish' | 'state' | 'report';

const stages = channel('zhaideng:stage');

/**
 * Tells the beginning of a step to whoever listens to the channel: `bench/`, which measures. Nothing that is built
 * depends on it. (Marks on the timeline of Node's performance hooks took every start 5 ms.)
 */
export function begin(stage: Stage): void {
  stages.publish(stage);
}
