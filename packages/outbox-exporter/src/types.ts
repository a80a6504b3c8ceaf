/** Extra request headers, or a function that makes them. It is called for every request. */
export type OutboxHeaders =
  | Record<string, string>
  | (() => Record<string, string> | Promise<Record<string, string>>);

/** Why spans were dropped. Every span that the exporter got is acknowledged, pending or counted here. */
export type DropReason =
  /** Older than `maxAgeMillis`. */
  | 'expired'
  /** The oldest, when `maxStoredBytes` or `maxStoredBatches` was exceeded. */
  | 'overflow'
  /** The receiver rejected them: in `partialSuccess`, or a single span with 400 or 413. */
  | 'rejected'
  /** A single span larger than `maxRequestBytes`. */
  | 'too_large'
  /** The serializer threw. */
  | 'unserializable'
  /** A stored batch that cannot be read. */
  | 'corrupt'
  /** An earlier page sent the batch without seeing a response, and `replayUnconfirmed` is false. */
  | 'unconfirmed'
  /** Removed by `clear()`. */
  | 'cleared'
  /** Exported after `shutdown()` or `clear()`. */
  | 'stopped';

/** A drop, as `onDrop` gets it. */
export interface OutboxDrop {
  reason: DropReason;
  /** How many spans; 1 for each stored record that is too damaged to say. */
  spans: number;
  /** The receiver's message or the error, if there is one. */
  detail?: string;
}

/**
 * Why an attempt to send a batch failed: the HTTP status of the response, or
 * - `network`: no response. Offline, a refused connection, or a CORS error; a page cannot tell them apart.
 * - `timeout`: no response within `timeoutMillis`.
 * - `invalid_response`: status 2xx, but not an OTLP response. Often the page of a captive portal.
 * - `redirect`: the receiver answered with a redirect, which is not followed.
 * - `headers`: there was no request, because the `headers` option threw, took too long, or has an invalid value.
 */
export type FailureKind = 'network' | 'timeout' | 'invalid_response' | 'redirect' | 'headers' | `${number}`;

/** What the exporter did since the page was loaded. Figures count spans unless their name says otherwise. */
export interface OutboxStats {
  /** Written to IndexedDB by this page. */
  stored: number;
  /** Acknowledged by the receiver. */
  sent: number;
  /** Those of `sent` that an earlier page or another tab stored. */
  replayed: number;
  /** Dropped, by reason. A reason that did not occur is absent. */
  dropped: Partial<Record<DropReason, number>>;
  /** HTTP requests made. */
  requests: number;
  /** HTTP requests without an acknowledgement. */
  failedRequests: number;
  /** Failed attempts to send a batch, by kind. Includes those that failed before the request. */
  failures: Partial<Record<FailureKind, number>>;
  /**
   * How often IndexedDB failed or was too slow: private mode, full or forbidden storage, a database of another format.
   * Batches are kept in memory, or in another database.
   */
  storageFailures: number;
  /** Not acknowledged yet. */
  pendingSpans: number;
  /** Batches not acknowledged yet. */
  pendingBatches: number;
  /** Serialized bytes not acknowledged yet. */
  pendingBytes: number;
}

/** Options of `OutboxTraceExporter`. `url`, `headers` and `timeoutMillis` are those of `OTLPTraceExporter`. */
export interface OutboxOptions {
  /**
   * Where to send. May be relative to the page.
   * @default 'http://localhost:4318/v1/traces'
   */
  url?: string;
  /**
   * Request headers. A function is called for every request, so a replay carries a fresh token. Headers are never
   * stored. At page exit only headers that are ready at once can be used.
   * @default {}
   */
  headers?: OutboxHeaders;
  /**
   * Milliseconds until a request, or the `headers` function, counts as failed.
   * @default 10_000
   */
  timeoutMillis?: number;
  /**
   * `'gzip'` compresses request bodies. At page exit this needs a receiver that has taken a compressed body from this
   * origin before, and a browser that can compress at once. Cross-origin, the receiver's CORS response must allow the
   * header `Content-Encoding`. A receiver that rejects a compressed body (400, 415, or two failed preflights) gets the
   * same batch plain, and plain bodies from then on.
   * @default 'none'
   */
  compression?: 'gzip' | 'none';
  /**
   * Name of the IndexedDB database and prefix of the localStorage keys. Two exporters on one origin need two names.
   * @default 'chatspan-outbox'
   */
  name?: string;
  /**
   * Milliseconds after which a batch is dropped. For a backend that rejects spans older than an hour use
   * `58 * 60_000`: a span waits in the processor before it gets here. Setting the device's clock while a page is open
   * does not make a batch older.
   * @default 86_400_000 (24 hours)
   */
  maxAgeMillis?: number;
  /**
   * Serialized bytes that one tab keeps, batches of earlier pages included. When the receiver does not answer, the
   * oldest batch is dropped. While it answers, `export()` delays its callback instead, up to eight times this size.
   * @default 5_242_880 (5 MiB)
   */
  maxStoredBytes?: number;
  /**
   * The same bound in batches.
   * @default 1_000
   */
  maxStoredBatches?: number;
  /**
   * Bytes of a request body before compression. Set it below the receiver's limit: nginx has 1 MiB, the Collector's
   * `max_request_body_size` is 20 MiB, and both answer with an error.
   * @default 1_000_000
   */
  maxRequestBytes?: number;
  /**
   * Bytes of keepalive requests in flight. Browsers allow 64 KiB for the whole page.
   * @default 61_440 (60 KiB)
   */
  maxKeepaliveBytes?: number;
  /**
   * Bytes of localStorage used at page exit for what IndexedDB has not confirmed yet.
   * @default 524_288 (512 KiB)
   */
  maxUnloadStoreBytes?: number;
  /**
   * Maximum of the first back-off, in milliseconds. It doubles with each failure; the wait is a random part of it.
   * @default 1_000
   */
  initialBackoffMillis?: number;
  /**
   * Maximum of every back-off, in milliseconds. After a response that needs a person (404, 405, 415 …) it is ten times
   * as long.
   * @default 60_000
   */
  maxBackoffMillis?: number;
  /**
   * What to do with a batch that an earlier page sent without seeing a response, so that the receiver may have it.
   * `true` sends it again, with the resource attribute `chatspan.outbox.possible_repeat`. `false` drops it as
   * `unconfirmed`: for backends that can neither filter by this attribute nor remove duplicate spans.
   * @default true
   */
  replayUnconfirmed?: boolean;
  /** Called with fresh figures after a change, at most once per task. Must be quick. */
  onStats?: (stats: OutboxStats) => void;
  /** Called for each drop. */
  onDrop?: (drop: OutboxDrop) => void;
}
