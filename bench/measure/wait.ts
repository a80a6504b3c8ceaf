/** Waits so many seconds. */
export function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1_000));
}

/** Waits until `done()`, or for `most` seconds. Not an error then: what has not happened is what is measured. */
export async function until(done: () => boolean, most: number): Promise<void> {
  const end = performance.now() + most * 1_000;
  while (!done() && performance.now() < end) await seconds(0.05);
}
