import { setTimeout as delay } from 'node:timers/promises';

export type StopReason = 'client_aborted' | 'stream_cut' | 'timeout' | 'server_shutdown';

/** The answer was stopped from outside; `errorType` is the `error.type` of every span that was open. */
export class AnswerStopped extends Error {
  override readonly name = 'AnswerStopped';
  readonly errorType: StopReason;

  constructor(errorType: StopReason) {
    super(`The answer was stopped: ${errorType}.`);
    this.errorType = errorType;
  }
}

/** Waits, unless the signal is or gets aborted: then it throws the signal's reason. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    // node:timers throws an AbortError of its own in place of the reason.
    signal.throwIfAborted();
    throw error;
  }
}
