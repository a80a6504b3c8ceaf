const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Ctrl-C in a terminal goes to every process there, and a launcher such as `npx` may pass it on once more: signals that
 * come this close together are one.
 */
const SAME_SIGNAL_MILLIS = 500;

/**
 * Aborted by the first SIGINT or SIGTERM. A second one ends the process at once; a shell then says 130 or 143.
 * @param onStop Called at the first signal.
 */
export function stopSignal(onStop: () => void = () => {}): AbortSignal {
  const stop = new AbortController();
  let firstAt = 0;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (!stop.signal.aborted) {
        firstAt = performance.now();
        onStop();
        stop.abort();
      } else if (performance.now() - firstAt > SAME_SIGNAL_MILLIS) endNow(name);
    });
  }
  return stop.signal;
}

/**
 * `process.exit()` would wait for the threads that work for Node, such as one in a long query of an embedded engine:
 * https://docs.libuv.org/en/v1.x/misc.html#c.uv_library_shutdown
 */
function endNow(name: keyof typeof EXIT_CODES): void {
  // What is to be done at the exit, such as ending child processes.
  process.emit('exit', EXIT_CODES[name]);
  process.removeAllListeners(name);
  process.kill(process.pid, name);
}

/** Resolves when the signal is aborted, or was before. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
