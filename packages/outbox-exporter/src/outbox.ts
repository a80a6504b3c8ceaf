import { allOf } from './all-of.ts';
import { adoptBatches } from './batches/adopt-batches.ts';
import { BatchKeeper } from './batches/batch-keeper.ts';
import { Delivery } from './delivery/delivery.ts';
import type { CutBody } from './format/cut-spans.ts';
import { cutSpans } from './format/cut-spans.ts';
import type { ReadableSpans, TraceFormat } from './format/trace-format.ts';
import type { OutboxParts } from './outbox-parts.ts';
import { createParts } from './outbox-parts.ts';
import { wallMillis } from './page/clock.ts';
import { isPageHidden, watchPage } from './page/page-life.ts';
import { inTime } from './storage/in-time.ts';
import type { OutboxOptions, OutboxStats } from './types.ts';

/** OpenTelemetry's `ExportResult`: code 0 is success, 1 is failure. */
export interface OutboxExportResult {
  code: 0 | 1;
  error?: Error;
}

const ADOPT_EVERY_MILLIS = 5_000;

/**
 * A span exporter that stores each batch before it sends it, and removes it when the receiver has acknowledged it. It
 * has the shape of OpenTelemetry's `SpanExporter` in both SDK lines.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #keeper: BatchKeeper;
  readonly #delivery: Delivery;
  readonly #unwatchPage: () => void;
  readonly #watchedOwners = new Set<string>();
  #lastAdoption = 0;
  #adoption = Promise.resolve();
  #writes = Promise.resolve();
  #batchCount = 0;
  #isStopped = false;

  constructor(options: OutboxOptions, format: TraceFormat) {
    this.#parts = createParts(options, format);
    this.#keeper = new BatchKeeper(this.#parts);
    this.#delivery = new Delivery(this.#parts, this.#keeper);
    this.#unwatchPage = watchPage({
      leave: () => this.#leave({ keepBackoff: false }),
      freeze: () => this.#parts.tab.leave(),
      restore: () => {
        this.#watchedOwners.clear();
        this.#keeper.disownStored();
        this.#parts.tab.comeBack();
        this.#adopt();
      },
      wake: () => {
        this.#adopt();
        this.#delivery.runNow();
      },
    });
    this.#adopt();
  }

  /**
   * Stores spans and sends them. The result is success when they are stored, or kept in memory where storage fails:
   * `stats()` and `onDrop` tell what happens to them later. Above `maxStoredBytes` the callback waits until the receiver
   * has taken enough. It is failure after `shutdown()` or `clear()`, and for spans that cannot be serialized.
   */
  export(spans: ReadableSpans, resultCallback: (result: OutboxExportResult) => void): void {
    const fail = (reason: 'stopped' | 'unserializable', error: Error) => {
      this.#parts.stats.drop(reason, spans.length, error.message);
      resultCallback({ code: 1, error });
    };
    if (this.#isStopped) {
      fail('stopped', new Error('OutboxTraceExporter: stopped.'));
      return;
    }
    const { maxRequestBytes, maxKeepaliveBytes } = this.#parts.settings;
    const isHidden = isPageHidden();
    let bodies: CutBody[];
    try {
      const maxBytes = isHidden ? Math.min(maxRequestBytes, maxKeepaliveBytes) : maxRequestBytes;
      bodies = cutSpans(this.#parts.format, spans, maxBytes);
    } catch (error) {
      fail('unserializable', error as Error);
      return;
    }
    const written = this.#keepBodies(bodies);
    if (isHidden) this.#leave({ keepBackoff: true });
    this.#writes = allOf([this.#writes, written]);
    written
      .then((ids) => {
        if (performance.now() - this.#lastAdoption > ADOPT_EVERY_MILLIS) this.#adopt();
        // After what earlier pages left, which is older.
        this.#adoption.then(() => this.#delivery.run());
        return this.#keeper.room.waitForRoom(ids);
      })
      .then(() => resultCallback({ code: 0 }));
  }

  /** Resolves when everything is stored, and sent as far as that is possible now. */
  async forceFlush(): Promise<void> {
    await allOf([this.#writes, this.#adoption]);
    await this.#delivery.run();
    await this.#delivery.left;
    await this.#keeper.removals;
  }

  /** Stores and sends what can be sent now, then stops. The next page replays what is stored. */
  async shutdown(): Promise<void> {
    this.#isStopped = true;
    await this.forceFlush();
    this.#keeper.saveForExit();
    this.#stop();
  }

  /**
   * Removes all spans that are stored under this exporter's name, in all tabs, and stops for good: for a visitor who
   * withdraws consent. Call it in every open tab.
   * @throws when IndexedDB does not remove the spans. Nothing is sent by this page all the same.
   */
  async clear(): Promise<void> {
    this.#isStopped = true;
    this.#delivery.stop();
    try {
      // At once, and again after what is in progress: that may wait long for its turn, and the visitor may leave.
      await this.#keeper.clear();
      await allOf([this.#writes, this.#adoption, this.#keeper.removals]);
      await this.#keeper.clear();
    } catch (error) {
      throw new Error(`OutboxTraceExporter: ${error}: call clear() again`);
    } finally {
      this.#stop();
    }
  }

  /** What the exporter did since the page was loaded. */
  stats(): OutboxStats {
    return this.#parts.stats.snapshot();
  }

  /** Resolves with the ids of the batches when they are stored, or kept in memory. */
  async #keepBodies(bodies: CutBody[]): Promise<string[]> {
    const { tab, format, settings, stats } = this.#parts;
    this.#keeper.clock.follow();
    const ids: string[] = [];
    const writes: Promise<void>[] = [];
    for (const { body, spans } of bodies) {
      if (body.length > settings.maxRequestBytes) {
        stats.drop('too_large', spans, `${body.length} bytes`);
        continue;
      }
      const owner = tab.id;
      const id = `${owner}.${this.#batchCount++}`;
      const { contentType } = format;
      ids.push(id);
      writes.push(
        this.#keeper.keep({ id, owner, contentType, time: wallMillis(), spans, bytes: body.length }, body),
      );
    }
    await allOf(writes);
    return ids;
  }

  #leave({ keepBackoff }: { keepBackoff: boolean }): void {
    this.#keeper.saveForExit();
    this.#delivery.leave({ keepBackoff });
  }

  /** Adopts and sends what pages left that are gone. */
  #adopt(): void {
    if (this.#isStopped) return;
    this.#lastAdoption = performance.now();
    this.#adoption = this.#parts.tab
      .hold()
      .then(() => this.#parts.tab.inTurn(() => inTime(this.#adoptLeft())))
      .catch((error) => this.#parts.stats.storageFailed(error));
  }

  async #adoptLeft(): Promise<void> {
    if (this.#isStopped) return;
    for (const owner of await adoptBatches(this.#parts, this.#keeper)) {
      if (this.#watchedOwners.has(owner)) continue;
      this.#watchedOwners.add(owner);
      this.#parts.tab.whenGone(owner, () => {
        this.#watchedOwners.delete(owner);
        this.#adopt();
      });
    }
    // Not awaited: it waits for the turn that this task still has.
    this.#delivery.run();
  }

  #stop(): void {
    this.#delivery.stop();
    this.#keeper.room.stop();
    this.#unwatchPage();
    this.#parts.tab.leave();
    this.#parts.store.close();
  }
}
