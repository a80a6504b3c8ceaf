import { ensureBinaries } from '../ensure-binaries.ts';

/** Builds the Collector and Jaeger before the first test when they are missing. Without Go the run fails. */
export async function setup(): Promise<void> {
  await ensureBinaries((line) => console.log(line));
}
