import { diag } from '@opentelemetry/api';
import { allOf } from './all-of.ts';
import { backoffMillis } from './backoff.ts';
import type { Batch } from './batch.ts';
import type { BatchKeeper } from './batch-keeper.ts';
import type { OutboxParts } from './outbox-parts.ts';
import type { Decision } from './response-decision.ts';
import { Sender } from './sender.ts';

// A body of 512 spans is halved 9 times down to its bad span; a receiver that refuses more in a row refuses everything.
const REFUSALS_BEFORE_BACKOFF = 10;

/** Sends what the keeper has, oldest first, one request at a time, and waits after failures. */
export class Delivery {
  /** Resolves when what was sent at `leave` is answered. */
  left: Promise<void> = Promise.resolve();
  readonly #parts: OutboxParts;
  readonly #keeper: BatchKeeper;
  readonly #sender: Sender;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #refusals = 0;
  // By the page's clock: nobody can set it.
  #notBefore = 0;
  #askedToWaitUntil = 0;
  #stopped = false;

  constructor(parts: OutboxParts, keeper: BatchKeeper) {
    this.#parts = parts;
    this.#keeper = keeper;
    this.#sender = new Sender(parts);
  }

  /** Sends what is pending and due. Resolves when all is sent, or the rest has to wait. */
  run(): Promise<void> {
    this.#running ??= this.#drain();
    return this.#running;
  }

  /** Does not sit the wait out, unless the receiver asked for it. */
  runNow(): Promise<void> {
    this.#notBefore = this.#askedToWaitUntil;
    return this.run();
  }

  /**
   * The page may go away: sends by keepalive what is not under way yet, as far as the budget goes. Only the receiver's
   * own wish to wait holds it back, or when `patiently` any wait.
   */
  leave(patiently: boolean): void {
    if (this.#stopped || performance.now() < (patiently ? this.#notBefore : this.#askedToWaitUntil)) return;
    for (const batch of this.#parts.pending.inOrder()) {
      const { body } = batch;
      if (batch.inFlight || !body) continue;
      batch.inFlight = true;
      const settled = this.#sender
        .send({ ...batch, body }, true)
        .then((decision) => this.#settle(batch, body, decision))
        .then(() => this.run());
      this.left = allOf([this.left, settled]);
    }
  }

  /** Nothing is sent from now on. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#sender.abort();
  }

  async #drain(): Promise<void> {
    // So that `#running` is set before it is unset below.
    await undefined;
    clearTimeout(this.#timer);
    try {
      for (;;) {
        this.#keeper.dropExpired();
        const batch = this.#parts.pending
          .inOrder()
          .find(({ stored, inFlight }) => stored !== undefined && !inFlight);
        if (!this.#parts.pending.size) this.#parts.tab.rest?.();
        if (!batch || this.#stopped) return;
        const wait = this.#notBefore - performance.now();
        if (wait > 0) {
          this.#keeper.releaseBodies();
          this.#timer = setTimeout(() => this.run(), wait);
          return;
        }
        await this.#parts.tab.inTurn(() => this.#attempt(batch));
      }
    } finally {
      // Here, in the same task as the last look, so that whoever adds a batch after it starts a new run.
      this.#running = undefined;
    }
  }

  async #attempt(batch: Batch): Promise<void> {
    // A page exit may have sent it, and been asked to wait, clear() removed it, or a page that came back taken it over
    // again, while this waited.
    const isMine = this.#parts.pending.get(batch.id) === batch;
    if (!isMine || batch.inFlight || this.#stopped || performance.now() < this.#notBefore) return;
    batch.inFlight = true;
    try {
      const body = batch.body ?? (await this.#keeper.readBody(batch));
      if (body) await this.#settle(batch, body, await this.#sender.send({ ...batch, body }));
    } catch (error) {
      this.#parts.stats.storageFailed(error);
      this.#waitAfterFailure({});
    }
    batch.inFlight = false;
  }

  async #settle(batch: Batch, body: Uint8Array<ArrayBuffer>, decision?: Decision): Promise<void> {
    batch.inFlight = false;
    if (!decision || this.#stopped) return;
    diag.debug('OutboxTraceExporter:', decision);
    if (decision.kind === 'accepted') {
      this.#failures = this.#refusals = 0;
      this.#notBefore = this.#askedToWaitUntil;
      this.#keeper.forget(batch);
      const rejected = Math.min(Math.max(decision.rejected, 0), batch.spans);
      this.#parts.stats.add('sent', batch.spans - rejected);
      if (batch.adopted) this.#parts.stats.add('replayed', batch.spans - rejected);
      if (rejected) this.#parts.stats.drop('rejected', rejected, decision.detail);
    } else if (decision.kind === 'refused') {
      if (batch.spans > 1) await this.#keeper.halve(batch, body, decision.detail);
      else this.#keeper.discard(batch, 'refused', decision.detail);
      if (++this.#refusals > REFUSALS_BEFORE_BACKOFF) this.#waitAfterFailure({});
    } else {
      // This one may be what breaks the receiver, or be stored in a format that it does not take: let the others pass.
      if (decision.status === 500 || decision.status === 415) batch.failures += 1;
      this.#waitAfterFailure(decision);
    }
  }

  #waitAfterFailure(wish: { slow?: boolean; retryAfterMillis?: number | undefined }): void {
    this.#failures += 1;
    this.#notBefore = Math.max(
      performance.now() + backoffMillis(this.#failures, this.#parts.settings, wish),
      this.#askedToWaitUntil,
    );
    if (wish.retryAfterMillis) this.#askedToWaitUntil = this.#notBefore;
  }
}
