import { diag } from '@opentelemetry/api';
import type { DropReason, OutboxDrop, OutboxOptions, OutboxStats } from './types.ts';

type Counter = 'stored' | 'sent' | 'replayed' | 'requests' | 'failedRequests' | 'storageFailures';

/** The exporter's own health. */
export class Stats {
  readonly #counters = {
    stored: 0,
    sent: 0,
    replayed: 0,
    requests: 0,
    failedRequests: 0,
    storageFailures: 0,
  };
  readonly #dropped: Partial<Record<DropReason, number>> = {};
  readonly #pending: () => Pick<OutboxStats, 'pendingSpans' | 'pendingBatches' | 'pendingBytes'>;
  readonly #callbacks: Pick<OutboxOptions, 'onStats' | 'onDrop'>;
  #announced = false;

  constructor(
    callbacks: Pick<OutboxOptions, 'onStats' | 'onDrop'>,
    pending: () => Pick<OutboxStats, 'pendingSpans' | 'pendingBatches' | 'pendingBytes'>,
  ) {
    this.#callbacks = callbacks;
    this.#pending = pending;
  }

  add(counter: Counter, amount: number): void {
    this.#counters[counter] += amount;
    this.changed();
  }

  drop(reason: DropReason, spans: number, detail?: string): void {
    const drop: OutboxDrop = { reason, spans, ...(detail && { detail }) };
    this.#dropped[reason] = (this.#dropped[reason] ?? 0) + spans;
    diag.warn('OutboxTraceExporter: dropped', drop);
    this.#tell(() => this.#callbacks.onDrop?.(drop));
    this.changed();
  }

  /** IndexedDB did not do its part; the outbox goes on without. */
  storageFailed(error: unknown, batches = 1): void {
    this.add('storageFailures', batches);
    diag.warn('OutboxTraceExporter: storage failed', error);
  }

  /** Something that `snapshot` shows has changed. */
  changed(): void {
    if (!this.#callbacks.onStats || this.#announced) return;
    this.#announced = true;
    queueMicrotask(() => {
      this.#announced = false;
      this.#tell(() => this.#callbacks.onStats?.(this.snapshot()));
    });
  }

  snapshot(): OutboxStats {
    return { ...this.#counters, dropped: { ...this.#dropped }, ...this.#pending() };
  }

  /** A page's callback must not take the exporter down. */
  #tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      diag.error('OutboxTraceExporter: a callback threw', error);
    }
  }
}
