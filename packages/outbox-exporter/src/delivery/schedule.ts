import type { Batch } from '../batches/batch.ts';
import type { PendingBatches } from '../batches/pending-batches.ts';
import { compareBatches } from '../batches/pending-batches.ts';
import type { Settings } from '../settings.ts';
import { backoffMillis } from './backoff.ts';
import type { Retry } from './response-decision.ts';

/**
 * Which batch is sent next, and when. There is a back-off for the receiver as a whole, and one for each batch that
 * keeps failing. When one batch fails again and again and may be the reason, only its own back-off grows: a new batch
 * need not wait for it.
 */
export class Schedule {
  readonly #settings: Settings;
  readonly #pending: PendingBatches;
  #receiverFailures = 0;
  #lastFailedId: string | undefined;
  #mayBeTheBatch = false;
  #isRecovering = false;
  // Times of `performance.now()`: it is monotonic.
  #notBefore = 0;
  #askedToWaitUntil = 0;

  constructor(settings: Settings, pending: PendingBatches) {
    this.#settings = settings;
    this.#pending = pending;
  }

  /** The last request failed, and the reason is not just one batch. */
  get isFailing(): boolean {
    return this.#receiverFailures > 1 || (this.#receiverFailures === 1 && !this.#mayBeTheBatch);
  }

  /** How long all batches have to wait, in milliseconds; 0 or less when the receiver may be asked now. */
  get waitMillis(): number {
    return this.#notBefore - performance.now();
  }

  /** The receiver asked for a wait that is not over. */
  get isAskedToWait(): boolean {
    return performance.now() < this.#askedToWaitUntil;
  }

  /** The batch to send next and how long it has to wait. Undefined when no batch can be sent. */
  next(): { batch: Batch; waitMillis: number } | undefined {
    const now = performance.now();
    let due: Batch | undefined;
    let soonest: Batch | undefined;
    for (const batch of this.#pending.values()) {
      if (batch.storage === 'writing' || batch.inFlight) continue;
      if (batch.notBefore > now) {
        if (!soonest || batch.notBefore < soonest.notBefore) soonest = batch;
      } else if (!due || compareBatches(batch, due) < 0) {
        due = batch;
      }
    }
    const batch = due ?? soonest;
    return batch && { batch, waitMillis: Math.max(this.#notBefore, batch.notBefore) - now };
  }

  /** The receiver took a batch. */
  succeeded(): void {
    // Different batches failed before this one was taken: the receiver was down, not they were bad. They need not
    // wait for their own back-off. One per success, because some may be bad all the same.
    if (this.#receiverFailures > 1) this.#isRecovering = true;
    this.#receiverFailures = 0;
    this.#lastFailedId = undefined;
    this.#notBefore = this.#askedToWaitUntil;
    if (!this.#isRecovering) return;
    const waiting = this.#pending.inOrder().find(({ notBefore }) => notBefore > performance.now());
    if (waiting) waiting.notBefore = 0;
  }

  /** A request with this batch failed. */
  failed(batch: Batch, { mayBeTheBatch, slow, retryAfterMillis }: Retry): void {
    batch.failures += 1;
    if (mayBeTheBatch || batch.failures > 1) this.defer(batch, slow);
    const hasGrown = !mayBeTheBatch || batch.wholeId !== this.#lastFailedId;
    this.#lastFailedId = batch.wholeId;
    this.#mayBeTheBatch = mayBeTheBatch;
    // Slow for this batch only, if it may be the reason.
    this.#waitForReceiver(hasGrown, { slow: slow && !mayBeTheBatch, retryAfterMillis });
  }

  /** There was no request, because of something that concerns every batch. */
  couldNotAsk(): void {
    this.#mayBeTheBatch = false;
    this.#waitForReceiver(true, {});
  }

  /** Lets the other batches go first, and makes this one wait. */
  defer(batch: Batch, slow = false): void {
    batch.timesDeferred += 1;
    batch.notBefore = performance.now() + backoffMillis(batch.timesDeferred, this.#settings, { slow });
  }

  /** The receiver rejects one piece of a batch after the other: makes the other pieces wait. */
  deferPiecesOf({ wholeId }: Batch): void {
    for (const piece of this.#pending.values()) if (piece.wholeId === wholeId) this.defer(piece);
    this.#waitForReceiver(wholeId !== this.#lastFailedId, {});
    this.#lastFailedId = wholeId;
    this.#mayBeTheBatch = true;
  }

  /** Ends every back-off, but not a wait that the receiver asked for. */
  skipBackoff(): void {
    this.#notBefore = this.#askedToWaitUntil;
    for (const batch of this.#pending.values()) batch.notBefore = 0;
  }

  #waitForReceiver(hasGrown: boolean, wish: Partial<Pick<Retry, 'slow' | 'retryAfterMillis'>>): void {
    if (hasGrown) this.#receiverFailures += 1;
    this.#isRecovering = false;
    const wait = backoffMillis(this.#receiverFailures, this.#settings, wish);
    this.#notBefore = Math.max(performance.now() + wait, this.#askedToWaitUntil);
    if (wish.retryAfterMillis) this.#askedToWaitUntil = this.#notBefore;
  }
}
