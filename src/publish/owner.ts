import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Who holds a lock. A process number alone is given to another process some day, so the start time goes with
 * it; and it means nothing on another machine, after a restart, or in another container.
 */
export interface Owner {
  pid: number;
  /** Ticks from the system's start to the process's; `''` where the system does not tell. */
  started: string;
  /** Differs after each restart of the system; `''` where the system does not tell. */
  boot: string;
  /** Machine and container in which the number counts. */
  space: string;
}

/** @returns this process */
export function thisProcess(): Owner {
  return {
    pid: process.pid,
    started: startOf(process.pid),
    boot: quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()),
    space: `${hostname()} ${quietly(() => readlinkSync('/proc/self/ns/pid'))}`.trim(),
  };
}

/** @returns whether the owner's process still runs; `unknown` where it cannot be seen from here */
export function isRunning(owner: Owner): boolean | 'unknown' {
  const self = thisProcess();
  if (owner.boot !== '' && self.boot !== '' && owner.boot !== self.boot && sameHost(owner, self)) return false;
  if (owner.space !== self.space) return 'unknown';
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  const started = startOf(owner.pid);
  return started === '' || owner.started === '' || started === owner.started;
}

function sameHost(a: Owner, b: Owner): boolean {
  return a.space.split(' ')[0] === b.space.split(' ')[0];
}

/** Field 22 of `/proc/PID/stat` (proc(5)); the second field is the program's name and may hold anything. */
function startOf(pid: number): string {
  return quietly(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  });
}

function quietly(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
