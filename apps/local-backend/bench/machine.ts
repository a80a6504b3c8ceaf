import { availableParallelism, cpus, loadavg } from 'node:os';

/** Where figures come from: absolute ones mean little on a machine that others use at the same time. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  /** Mean number of running processes over one minute, at the beginning and at the end. */
  readonly loadAverage: { readonly before: number; readonly after: number };
}

/** Takes the load now, and again when the function it gives back is called. */
export function observeMachine(): () => Machine {
  const before = loadAverage();
  return () => ({
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    loadAverage: { before, after: loadAverage() },
  });
}

/** Mean number of running processes over the last minute. */
export function loadAverage(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}
