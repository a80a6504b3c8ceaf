import { adoptBatches } from './adopt-batches.ts';
import { allOf } from './all-of.ts';
import { BatchKeeper } from './batch-keeper.ts';
import type { CutBody } from './cut-spans.ts';
import { cutSpans } from './cut-spans.ts';
import { Delivery } from './delivery.ts';
import { inTime } from './in-time.ts';
import type { OutboxParts } from './outbox-parts.ts';
import { createParts } from './outbox-parts.ts';
import { isPageHidden, watchPage } from './page-life.ts';
import type { ReadableSpans, TraceFormat } from './trace-format.ts';
import type { OutboxOptions, OutboxStats } from './types.ts';

/** OpenTelemetry's `ExportResult`: code 0 is success, 1 is failure. */
export interface OutboxExportResult {
  code: 0 | 1;
  error?: Error;
}

const ADOPT_EVERY_MILLIS = 5_000;

/**
 * A span exporter that stores each batch before it sends it, and forgets it only when the receiver has it. It has the
 * shape of OpenTelemetry's `SpanExporter` in both lines of the SDK.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #keeper: BatchKeeper;
  readonly #delivery: Delivery;
  readonly #unwatch: () => void;
  readonly #watchedOwners = new Set<string>();
  #lastAdoption = 0;
  #adoption = Promise.resolve();
  #writes = Promise.resolve();
  #count = 0;
  #stopped = false;

  constructor(options: OutboxOptions, format: TraceFormat) {
    this.#parts = createParts(options, format);
    this.#keeper = new BatchKeeper(this.#parts);
    this.#delivery = new Delivery(this.#parts, this.#keeper);
    this.#unwatch = watchPage({
      leave: () => this.#leave(false),
      freeze: () => this.#parts.tab.leave(),
      restore: () => {
        this.#watchedOwners.clear();
        this.#keeper.loseStored();
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
   * Takes spans over. The result is success once they are stored, or kept in memory where storage fails: what becomes
   * of them afterwards is in `stats()` and goes to `onDrop`. It is failure after `shutdown()` or `clear()`, and for
   * spans that cannot be serialized.
   */
  export(spans: ReadableSpans, resultCallback: (result: OutboxExportResult) => void): void {
    const fail = (reason: 'stopped' | 'unserializable', error: Error) => {
      this.#parts.stats.drop(reason, spans.length, error.message);
      resultCallback({ code: 1, error });
    };
    if (this.#stopped) {
      fail('stopped', new Error('OutboxTraceExporter: stopped.'));
      return;
    }
    const { maxRequestBytes, maxKeepaliveBytes } = this.#parts.settings;
    const isHidden = isPageHidden();
    let writes: Promise<void>[];
    try {
      const maxBytes = isHidden ? Math.min(maxRequestBytes, maxKeepaliveBytes) : maxRequestBytes;
      writes = cutSpans(this.#parts.format, spans, maxBytes).map((cut) => this.#keep(cut));
    } catch (error) {
      fail('unserializable', error as Error);
      return;
    }
    if (isHidden) this.#leave(true);
    allOf(writes).then(() => {
      if (Date.now() - this.#lastAdoption > ADOPT_EVERY_MILLIS) this.#adopt();
      // After what earlier pages left, which is older.
      this.#adoption.then(() => this.#delivery.run());
      resultCallback({ code: 0 });
    });
    this.#writes = allOf([this.#writes, ...writes]);
  }

  /** Resolves when everything is stored, and sent as far as that is possible now. */
  async forceFlush(): Promise<void> {
    await allOf([this.#writes, this.#adoption]);
    await this.#delivery.run();
    await this.#delivery.left;
  }

  /** Stores and sends what can be, then stops. What is stored is replayed by the next page. */
  async shutdown(): Promise<void> {
    this.#stopped = true;
    await this.forceFlush();
    this.#keeper.saveForExit();
    this.#stop();
  }

  /**
   * Removes all spans that are stored under this exporter's name, those of other tabs included, and stops for good:
   * for a visitor who withdraws consent. Other open tabs have to be told by their page.
   * @throws when IndexedDB does not let go of the spans; nothing is sent by this page all the same.
   */
  async clear(): Promise<void> {
    this.#stopped = true;
    this.#delivery.stop();
    try {
      // At once, and again after what is under way: it may wait long for its turn, and the visitor may leave.
      await this.#keeper.clear();
      await allOf([this.#writes, this.#adoption]);
      await this.#keeper.clear();
    } catch (error) {
      throw new Error(`OutboxTraceExporter: ${error}: call clear() again`);
    } finally {
      this.#stop();
    }
  }

  /** The exporter's own health. */
  stats(): OutboxStats {
    return this.#parts.stats.snapshot();
  }

  async #keep({ body, spans }: CutBody): Promise<void> {
    if (body.length > this.#parts.settings.maxRequestBytes) {
      this.#parts.stats.drop('too_large', spans, `${body.length} bytes`);
      return;
    }
    const { contentType } = this.#parts.format;
    const id = `${this.#parts.tab.id}.${this.#count++}`;
    await this.#keeper.keep(
      { id, owner: this.#parts.tab.id, time: Date.now(), spans, bytes: body.length, contentType },
      body,
    );
  }

  #leave(patiently: boolean): void {
    this.#keeper.saveForExit();
    this.#delivery.leave(patiently);
  }

  /** Takes over what pages left that are gone, and sends it. */
  #adopt(): void {
    this.#lastAdoption = Date.now();
    this.#adoption = this.#parts.tab
      .hold()
      .then(() => this.#parts.tab.inTurn(() => inTime(this.#takeOver())))
      .catch((error) => this.#parts.stats.storageFailed(error));
  }

  async #takeOver(): Promise<void> {
    if (this.#stopped) return;
    for (const owner of await adoptBatches(this.#parts, this.#keeper)) {
      if (this.#watchedOwners.has(owner)) continue;
      this.#watchedOwners.add(owner);
      this.#parts.tab.whenGone(owner, () => {
        this.#watchedOwners.delete(owner);
        this.#adopt();
      });
    }
    // Not awaited: it waits for the turn that this may still have.
    this.#delivery.run();
  }

  #stop(): void {
    this.#delivery.stop();
    this.#unwatch();
    this.#parts.tab.leave();
    this.#parts.store.close();
  }
}
