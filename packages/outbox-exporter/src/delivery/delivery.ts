import { diag } from '@opentelemetry/api';
import { allOf } from '../all-of.ts';
import type { Batch, RequestBody } from '../batches/batch.ts';
import type { BatchKeeper } from '../batches/batch-keeper.ts';
import { wireBody } from '../batches/possible-repeat.ts';
import { PatchedJsonError } from '../format/native-json.ts';
import type { OutboxParts } from '../outbox-parts.ts';
import type { Accepted, Decision, Retry } from './response-decision.ts';
import type { SendRequest } from './sender.ts';
import { Sender } from './sender.ts';

// A body of 512 spans is halved 9 times down to its bad span. A receiver that rejects more in a row rejects everything.
const REJECTIONS_BEFORE_BACKOFF = 10;

// A timer cannot hold more than 24 days: it would fire at once.
const MAX_TIMER_MILLIS = 3_600_000;

/** Sends what the keeper has, oldest first, one request at a time, and waits after failures. */
export class Delivery {
  /** Resolves when what was sent at `leave` is answered. */
  left: Promise<void> = Promise.resolve();
  readonly #parts: OutboxParts;
  readonly #keeper: BatchKeeper;
  readonly #sender: Sender;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rejectionsInARow = 0;
  #isStopped = false;

  constructor(parts: OutboxParts, keeper: BatchKeeper) {
    this.#parts = parts;
    this.#keeper = keeper;
    this.#sender = new Sender(parts);
  }

  /** Sends what is pending and due. Resolves when everything is sent, or the rest has to wait. */
  run(): Promise<void> {
    this.#running ??= this.#drain();
    return this.#running;
  }

  /** Skips the back-off, unless the receiver asked for it. */
  runNow(): Promise<void> {
    this.#parts.schedule.skipBackoff();
    return this.run();
  }

  /**
   * The page may go away: sends what is not in flight by keepalive, as far as the budget goes. With `keepBackoff` not
   * during a back-off; otherwise only a wait that the receiver asked for holds it back.
   */
  leave({ keepBackoff }: { keepBackoff: boolean }): void {
    const { schedule, pending } = this.#parts;
    const hasToWait = keepBackoff ? schedule.waitMillis > 0 : schedule.isAskedToWait;
    if (this.#isStopped || hasToWait) return;
    for (const batch of pending.inOrder()) {
      const { body } = batch;
      if (batch.inFlight || !body) continue;
      const sent = this.#deliver(batch, body, (request) => this.#sender.sendAtExit(request)).then(() =>
        this.run(),
      );
      this.left = allOf([this.left, sent]);
    }
  }

  /** Nothing is sent from now on. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#sender.abort();
  }

  async #drain(): Promise<void> {
    // So that `#running` is set before it is unset below.
    await undefined;
    clearTimeout(this.#timer);
    const { pending, schedule, tab } = this.#parts;
    try {
      for (;;) {
        this.#keeper.dropExpired();
        if (pending.size === 0) tab.rest();
        const next = schedule.next();
        if (!next || this.#isStopped) return;
        if (next.waitMillis > 0) {
          this.#keeper.releaseBodies();
          this.#timer = setTimeout(() => this.run(), Math.min(next.waitMillis, MAX_TIMER_MILLIS));
          return;
        }
        await tab.inTurn(() => this.#attempt(next.batch));
      }
    } finally {
      // In the same task as the last look: whoever adds a batch after it starts a new run.
      this.#running = undefined;
    }
  }

  async #attempt(batch: Batch): Promise<void> {
    const { pending, schedule, stats } = this.#parts;
    // While this waited for its turn, a page exit may have sent the batch or been asked to wait, clear() may have removed
    // it, or a page that came back may have adopted it again.
    const isPending = pending.get(batch.id) === batch;
    if (!isPending || batch.inFlight || this.#isStopped || schedule.waitMillis > 0) return;
    let { body } = batch;
    if (!body) {
      batch.inFlight = true;
      try {
        body = await this.#keeper.readBody(batch);
      } catch (error) {
        stats.storageFailed(error);
        schedule.defer(batch);
      }
      batch.inFlight = false;
    }
    if (body) await this.#deliver(batch, body, (request) => this.#sender.send(request));
  }

  async #deliver(
    batch: Batch,
    body: RequestBody,
    send: (request: SendRequest) => Promise<Decision | undefined>,
  ): Promise<void> {
    const { id, contentType } = batch;
    let onTheWire: RequestBody;
    try {
      onTheWire = wireBody(batch, body);
    } catch (error) {
      if (error instanceof PatchedJsonError) this.#parts.schedule.defer(batch);
      else this.#keeper.discard(batch, 'corrupt', `${error}`);
      return;
    }
    batch.inFlight = true;
    const decision = await send({ id, contentType, body: onTheWire });
    batch.inFlight = false;
    if (!decision || this.#isStopped) return;
    diag.debug('OutboxTraceExporter:', decision);
    if (decision.kind === 'accepted') this.#accepted(batch, decision);
    else if (decision.kind === 'rejected') await this.#rejected(batch, body, decision.detail);
    else this.#failed(batch, decision);
  }

  #accepted(batch: Batch, decision: Accepted): void {
    const { schedule, stats } = this.#parts;
    this.#rejectionsInARow = 0;
    schedule.succeeded();
    this.#keeper.forget(batch);
    const rejected = Math.min(Math.max(decision.rejectedSpans, 0), batch.spans);
    stats.add('sent', batch.spans - rejected);
    if (batch.adopted) stats.add('replayed', batch.spans - rejected);
    if (rejected > 0) stats.drop('rejected', rejected, decision.detail);
  }

  async #rejected(batch: Batch, body: RequestBody, detail: string): Promise<void> {
    if (batch.spans > 1) await this.#keeper.halve(batch, body, detail);
    else this.#keeper.discard(batch, 'rejected', detail);
    this.#rejectionsInARow += 1;
    if (this.#rejectionsInARow > REJECTIONS_BEFORE_BACKOFF) this.#parts.schedule.deferPiecesOf(batch);
  }

  #failed(batch: Batch, decision: Retry): void {
    const { schedule, unanswered } = this.#parts;
    // This page knows now that the receiver does not have it. What an earlier page sent stays unknown.
    if (!batch.possibleRepeat) unanswered.remove(batch.id);
    if (decision.failure === 'headers') schedule.couldNotAsk();
    else schedule.failed(batch, decision);
    this.#keeper.keepBounds();
  }
}
