/** What is stored beside a batch's body. */
export interface BatchRecord {
  /** Unique over tabs and time. */
  id: string;
  /** The tab that may send it. */
  owner: string;
  contentType: string;
  /** Milliseconds since the epoch when the exporter got the spans. */
  time: number;
  spans: number;
  bytes: number;
}

/** A batch that is not acknowledged yet, as its tab knows it. */
export interface Batch extends BatchRecord {
  /** The serialized request. Absent when it has to be read from IndexedDB. */
  body?: Uint8Array<ArrayBuffer> | undefined;
  /** Whether IndexedDB has it; undefined while it has not answered, and until then the batch is not sent. */
  stored?: boolean | undefined;
  inFlight: boolean;
  /** Times that the receiver failed on just this batch. */
  failures: number;
  /** An earlier page or another tab had stored it. */
  adopted: boolean;
  /** Its copy in localStorage. */
  unloadKey?: string | undefined;
}

export function newBatch(record: BatchRecord, state: Pick<Batch, 'body' | 'stored' | 'adopted'>): Batch {
  return { ...record, inFlight: false, failures: 0, ...state };
}

/** The part of a batch that is stored beside its body. */
export function recordOf({ id, owner, contentType, time, spans, bytes }: BatchRecord): BatchRecord {
  return { id, owner, contentType, time, spans, bytes };
}

/** The record under a new owner; and not from the future, where a wrong clock would keep it beyond its age. */
export function takenOver(record: BatchRecord, owner: string): BatchRecord {
  return { ...record, owner, time: Math.min(record.time, Date.now()) };
}

/** Whether something read from storage is a record that this version understands. */
export function isBatchRecord(value: unknown): value is BatchRecord {
  const { id, owner, contentType, time, spans, bytes } = (value ?? {}) as BatchRecord;
  return (
    [id, owner, contentType].every((part) => typeof part === 'string') &&
    [time, spans, bytes].every(Number.isFinite)
  );
}
