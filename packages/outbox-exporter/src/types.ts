/** Extra request headers, or a function that makes them; it is called for every single request. */
export type OutboxHeaders =
  | Record<string, string>
  | (() => Record<string, string> | Promise<Record<string, string>>);

/** Why spans were given up. Every span that the exporter took is acknowledged, pending or counted here. */
export type DropReason =
  /** Older than `maxAge`. */
  | 'expired'
  /** The oldest, when `maxStoredBytes` or `maxStoredBatches` was reached. */
  | 'overflow'
  /** The receiver accepted the request and said in `partialSuccess` that it rejected these spans. */
  | 'rejected'
  /** A single span that the receiver answered with 400 or 413. */
  | 'refused'
  /** A single span larger than `maxRequestBytes`. */
  | 'too_large'
  /** The serializer threw. */
  | 'unserializable'
  /** A stored batch that could not be read back. */
  | 'corrupt'
  /** Removed by `clear()`. */
  | 'cleared'
  /** Handed over after `shutdown()` or `clear()`. */
  | 'stopped';

/** One loss, as `onDrop` gets it. */
export interface OutboxDrop {
  reason: DropReason;
  /** How many spans; 1 for each stored record that was too damaged to say. */
  spans: number;
  /** The receiver's words or the error, when there is one. */
  detail?: string;
}

/** What the exporter did since the page was loaded. Figures count spans unless their name says otherwise. */
export interface OutboxStats {
  /** Written to IndexedDB by this page. */
  stored: number;
  /** Acknowledged by the receiver. */
  sent: number;
  /** Those of `sent` that an earlier page or another tab had stored. */
  replayed: number;
  /** Given up, by reason. A reason that did not happen is absent. */
  dropped: Partial<Record<DropReason, number>>;
  /** HTTP requests made. */
  requests: number;
  /** HTTP requests without an acknowledgement. */
  failedRequests: number;
  /** Times that IndexedDB failed or was too slow: private mode, full or forbidden storage. Memory takes its place. */
  storageFailures: number;
  /** Not acknowledged yet. */
  pendingSpans: number;
  /** Batches not acknowledged yet. */
  pendingBatches: number;
  /** Serialized bytes not acknowledged yet. */
  pendingBytes: number;
}

/** Options of `OutboxTraceExporter`. `url`, `headers` and `timeoutMillis` mean what they mean in `OTLPTraceExporter`. */
export interface OutboxOptions {
  /**
   * Where to send; may be relative to the page.
   * @default 'http://localhost:4318/v1/traces'
   */
  url?: string;
  /**
   * Request headers. A function is called for every request, so a replay carries a fresh token; headers are never
   * stored. At page exit only headers that are ready at once can be used.
   * @default {}
   */
  headers?: OutboxHeaders;
  /**
   * Milliseconds until a request counts as failed.
   * @default 10_000
   */
  timeoutMillis?: number;
  /**
   * `'gzip'` compresses request bodies; at page exit only for a receiver that has taken a compressed body from this
   * origin before, and where the browser can do it at once. Cross-origin, the receiver's CORS answer must allow the
   * header `Content-Encoding`. A receiver that refuses (400, 415, or twice a failed preflight) gets the same batch
   * plain, and plain bodies from then on.
   * @default 'none'
   */
  compression?: 'gzip' | 'none';
  /**
   * Name of the IndexedDB database and prefix of the localStorage keys. Two exporters on one origin need two names.
   * @default 'chatspan-outbox'
   */
  name?: string;
  /**
   * Milliseconds after which a batch is dropped. `'60min'` is for back ends that refuse spans older than an hour: it
   * is 58 minutes, because a span waits in the processor before it gets here.
   * @default 86_400_000 (24 hours)
   */
  maxAge?: number | '60min';
  /**
   * Serialized bytes that a tab keeps, adopted batches included. The oldest batch goes first.
   * @default 5_242_880 (5 MiB)
   */
  maxStoredBytes?: number;
  /**
   * Batches that a tab keeps, adopted ones included. The oldest goes first.
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
   * Bytes of keepalive requests under way. Browsers allow 64 KiB for the whole page.
   * @default 61_440 (60 KiB)
   */
  maxKeepaliveBytes?: number;
  /**
   * Bytes of localStorage used at page exit for what IndexedDB has not confirmed yet.
   * @default 524_288 (512 KiB)
   */
  maxUnloadStoreBytes?: number;
  /**
   * Milliseconds of the first wait after a failure; it doubles with each failure, and the wait is a random part of it.
   * @default 1_000
   */
  initialBackoffMillis?: number;
  /**
   * The longest such wait, in milliseconds. Answers that need a person (404, 405, 415 …) wait ten times as long.
   * @default 60_000
   */
  maxBackoffMillis?: number;
  /** Called with fresh figures after something changed, at most once per task. Must be quick. */
  onStats?: (stats: OutboxStats) => void;
  /** Called once for each loss. */
  onDrop?: (drop: OutboxDrop) => void;
}
