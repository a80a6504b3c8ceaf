import { BatchStore } from './batch-store.ts';
import { PendingBatches } from './pending-batches.ts';
import type { Settings } from './settings.ts';
import { resolveSettings } from './settings.ts';
import { Stats } from './stats.ts';
import { TabLock } from './tab-lock.ts';
import type { TraceFormat } from './trace-format.ts';
import type { OutboxOptions } from './types.ts';
import { UnloadStore } from './unload-store.ts';

/** What keeping, sending and taking over batches share in one outbox. */
export interface OutboxParts {
  settings: Settings;
  format: TraceFormat;
  pending: PendingBatches;
  store: BatchStore;
  unloadStore: UnloadStore;
  tab: TabLock;
  stats: Stats;
}

/** @throws when an option cannot be used. */
export function createParts(options: OutboxOptions, format: TraceFormat): OutboxParts {
  const settings = resolveSettings(options);
  const { name, maxUnloadStoreBytes } = settings;
  const pending = new PendingBatches();
  return {
    settings,
    format,
    pending,
    store: new BatchStore(name),
    unloadStore: new UnloadStore(name, maxUnloadStoreBytes),
    tab: new TabLock(name),
    stats: new Stats(options, () => pending.totals()),
  };
}
