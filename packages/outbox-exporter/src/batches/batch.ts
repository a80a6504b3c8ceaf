import { wallMillis } from '../page/clock.ts';

/** A serialized trace request. */
export type RequestBody = Uint8Array<ArrayBuffer>;

/** What is stored beside a batch's body. */
export interface BatchRecord {
  /** Unique across tabs and time. */
  id: string;
  /** The tab that may send it. */
  owner: string;
  contentType: string;
  /** When the exporter got the spans, in milliseconds since the epoch. */
  time: number;
  spans: number;
  /** Length of the body. */
  bytes: number;
}

/** A batch that is not acknowledged yet, as its tab knows it. */
export interface Batch extends BatchRecord {
  /** Absent when it has to be read from IndexedDB. */
  body?: RequestBody | undefined;
  /** `'writing'` until IndexedDB has answered, and the batch is not sent before. `'memory'`: IndexedDB failed. */
  storage: 'writing' | 'stored' | 'memory';
  inFlight: boolean;
  /** An earlier page or another tab stored it. */
  adopted: boolean;
  /** An earlier page sent it, and nobody saw the response. */
  possibleRepeat: boolean;
  /** Key of its copy in localStorage. */
  unloadKey?: string | undefined;
  /** The batch that this one is a piece of; its own id when it was never halved. */
  wholeId: string;
  /** Failed requests with this batch. */
  failures: number;
  /** How often other batches were sent first because this one failed. */
  timesDeferred: number;
  /** Not sent before this time of `performance.now()`. */
  notBefore: number;
}

type BatchState = Pick<Batch, 'storage' | 'adopted'> & Partial<Pick<Batch, 'body' | 'possibleRepeat'>>;

export function newBatch(record: BatchRecord, state: BatchState): Batch {
  return {
    ...record,
    inFlight: false,
    possibleRepeat: false,
    wholeId: record.id,
    failures: 0,
    timesDeferred: 0,
    notBefore: 0,
    ...state,
  };
}

/** The part of a batch that is stored beside its body. */
export function recordOf({ id, owner, contentType, time, spans, bytes }: BatchRecord): BatchRecord {
  return { id, owner, contentType, time, spans, bytes };
}

/** The record under a new owner. A time in the future, from a wrong clock, becomes now: it would never expire. */
export function takenOver(record: BatchRecord, owner: string): BatchRecord {
  return { ...record, owner, time: Math.min(record.time, wallMillis()) };
}

const CONTENT_TYPES = ['application/json', 'application/x-protobuf'];

/** Whether something read from storage is a record that this version understands. */
export function isBatchRecord(value: unknown): value is BatchRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { id, owner, contentType, time, spans, bytes } = value as BatchRecord;
  return (
    typeof id === 'string' &&
    typeof owner === 'string' &&
    CONTENT_TYPES.includes(contentType) &&
    isPositiveInteger(time) &&
    isPositiveInteger(bytes) &&
    isPositiveInteger(spans) &&
    // No span takes less than a byte.
    spans <= bytes
  );
}

function isPositiveInteger(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
