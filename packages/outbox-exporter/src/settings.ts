import type { OutboxOptions } from './types.ts';

/** The options with every default filled in. */
export type Settings = Required<Omit<OutboxOptions, 'onStats' | 'onDrop'>>;

const DEFAULT_LIMITS = {
  timeoutMillis: 10_000,
  maxAgeMillis: 24 * 60 * 60_000,
  maxStoredBytes: 5 * 1024 * 1024,
  maxStoredBatches: 1_000,
  maxRequestBytes: 1_000_000,
  maxKeepaliveBytes: 60 * 1024,
  maxUnloadStoreBytes: 512 * 1024,
  initialBackoffMillis: 1_000,
  maxBackoffMillis: 60_000,
};

// A timer cannot hold more than 24 days: it would fire at once.
const MAX_TIMER_MILLIS = 1e9;

/** @throws TypeError or RangeError that names the option, the given value and what is expected. */
export function resolveSettings(options: OutboxOptions): Settings {
  const limits = { ...DEFAULT_LIMITS };
  for (const name of Object.keys(limits) as (keyof typeof limits)[]) {
    const value = options[name] ?? DEFAULT_LIMITS[name];
    if (typeof value !== 'number' || !(value > 0)) {
      throw new RangeError(`OutboxTraceExporter: ${name} must be a number above 0, not ${value}`);
    }
    limits[name] = value;
  }
  return {
    ...limits,
    timeoutMillis: Math.min(limits.timeoutMillis, MAX_TIMER_MILLIS),
    initialBackoffMillis: Math.min(limits.initialBackoffMillis, MAX_TIMER_MILLIS),
    maxBackoffMillis: Math.min(limits.maxBackoffMillis, MAX_TIMER_MILLIS),
    url: receiverUrl(options.url ?? 'http://localhost:4318/v1/traces'),
    headers: options.headers ?? {},
    compression: options.compression ?? 'none',
    name: options.name ?? 'chatspan-outbox',
    replayUnconfirmed: options.replayUnconfirmed ?? true,
  };
}

function receiverUrl(given: string): string {
  let url: URL;
  try {
    url = new URL(given, globalThis.location?.href);
  } catch {
    throw new TypeError(`OutboxTraceExporter: url "${given}" is not a URL`);
  }
  // `fetch` throws for both, at every attempt.
  if (!/^https?:$/.test(url.protocol)) {
    throw new TypeError(`OutboxTraceExporter: url "${given}" must start with http: or https:`);
  }
  if (url.username || url.password) {
    throw new TypeError('OutboxTraceExporter: url must not contain credentials; use the headers option');
  }
  return url.href;
}
