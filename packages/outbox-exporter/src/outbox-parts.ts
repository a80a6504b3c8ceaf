import { PendingBatches } from './batches/pending-batches.ts';
import { Schedule } from './delivery/schedule.ts';
import type { TraceFormat } from './format/trace-format.ts';
import { TabLock } from './page/tab-lock.ts';
import type { Settings } from './settings.ts';
import { resolveSettings } from './settings.ts';
import { Stats } from './stats.ts';
import { BatchStore } from './storage/batch-store.ts';
import { UnansweredNotes } from './storage/unanswered-notes.ts';
import { UnloadStore } from './storage/unload-store.ts';
import type { OutboxOptions } from './types.ts';

/** What storing, sending and adopting batches share in one outbox. */
export interface OutboxParts {
  settings: Settings;
  format: TraceFormat;
  pending: PendingBatches;
  schedule: Schedule;
  store: BatchStore;
  unloadStore: UnloadStore;
  unanswered: UnansweredNotes;
  tab: TabLock;
  stats: Stats;
}

/** @throws when an option cannot be used. */
export function createParts(options: OutboxOptions, format: TraceFormat): OutboxParts {
  const settings = resolveSettings(options);
  const { name, maxUnloadStoreBytes } = settings;
  const pending = new PendingBatches();
  const stats = new Stats(options, () => pending.totals());
  return {
    settings,
    format,
    pending,
    schedule: new Schedule(settings, pending),
    store: new BatchStore(name, (problem) => stats.storageFailed(problem)),
    unloadStore: new UnloadStore(name, maxUnloadStoreBytes),
    unanswered: new UnansweredNotes(name),
    tab: new TabLock(name),
    stats,
  };
}
