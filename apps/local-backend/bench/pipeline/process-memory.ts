import { readFile } from 'node:fs/promises';

/** Resident memory of a process in MiB: the highest of each quarter of the time watched, and of all of it. */
export interface Memory {
  readonly peak: number;
  readonly quarters: readonly number[];
}

const EVERY_MS = 500;

/** Looks at the resident memory of a process until `stop()`. */
export function watchMemory(pid: number): { stop(): Promise<Memory> } {
  const samples: number[] = [];
  let pending: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    pending = residentMiB(pid).then((value) => void samples.push(value));
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await pending;
      const quarter = Math.ceil(samples.length / 4);
      const quarters = [0, 1, 2, 3].map((index) =>
        Math.round(Math.max(...samples.slice(index * quarter, (index + 1) * quarter))),
      );
      return { peak: Math.max(...quarters), quarters };
    },
  };
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kibibytes === undefined) throw new Error(`/proc/${pid}/status has no VmRSS.`);
  return Number(kibibytes) / 1024;
}
