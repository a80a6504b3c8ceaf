import { diag } from '@opentelemetry/api';
import type { DropReason, FailureKind, OutboxDrop, OutboxOptions, OutboxStats } from './types.ts';

type Counter = 'stored' | 'sent' | 'replayed' | 'requests' | 'failedRequests' | 'storageFailures';
type PendingTotals = Pick<OutboxStats, 'pendingSpans' | 'pendingBatches' | 'pendingBytes'>;
type Callbacks = Pick<OutboxOptions, 'onStats' | 'onDrop'>;

/** The figures of `stats()`. */
export class Stats {
  readonly #counters: Record<Counter, number> = {
    stored: 0,
    sent: 0,
    replayed: 0,
    requests: 0,
    failedRequests: 0,
    storageFailures: 0,
  };
  readonly #dropped: OutboxStats['dropped'] = {};
  readonly #failures: OutboxStats['failures'] = {};
  readonly #readPending: () => PendingTotals;
  readonly #callbacks: Callbacks;
  #isAnnounced = false;

  constructor(callbacks: Callbacks, readPending: () => PendingTotals) {
    this.#callbacks = callbacks;
    this.#readPending = readPending;
  }

  add(counter: Counter, amount: number): void {
    this.#counters[counter] += amount;
    this.changed();
  }

  /** An attempt to send a batch failed. */
  attemptFailed(kind: FailureKind, detail: string): void {
    const isFirst = this.#failures[kind] === undefined;
    this.#failures[kind] = (this.#failures[kind] ?? 0) + 1;
    // During an outage every attempt fails the same way.
    if (isFirst) diag.warn(`OutboxTraceExporter: a batch was not sent: ${kind}`, detail);
    this.changed();
  }

  drop(reason: DropReason, spans: number, detail?: string): void {
    const drop: OutboxDrop = { reason, spans, ...(detail && { detail }) };
    this.#dropped[reason] = (this.#dropped[reason] ?? 0) + spans;
    diag.warn('OutboxTraceExporter: dropped', drop);
    this.#call(() => this.#callbacks.onDrop?.(drop));
    this.changed();
  }

  /** IndexedDB failed. The outbox goes on without it. */
  storageFailed(error: unknown, batches = 1): void {
    this.add('storageFailures', batches);
    diag.warn('OutboxTraceExporter: storage failed', error);
  }

  /** Something that `snapshot` shows has changed. */
  changed(): void {
    if (!this.#callbacks.onStats || this.#isAnnounced) return;
    this.#isAnnounced = true;
    queueMicrotask(() => {
      this.#isAnnounced = false;
      this.#call(() => this.#callbacks.onStats?.(this.snapshot()));
    });
  }

  snapshot(): OutboxStats {
    return {
      ...this.#counters,
      dropped: { ...this.#dropped },
      failures: { ...this.#failures },
      ...this.#readPending(),
    };
  }

  /** An error of the page's callback must not stop the exporter. */
  #call(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      diag.error('OutboxTraceExporter: a callback threw', error);
    }
  }
}
