import type { OutboxOptions } from './types.ts';

/** The options with every default filled in. */
export type Settings = Required<Omit<OutboxOptions, 'maxAge' | 'onStats' | 'onDrop'>> & { maxAge: number };

const LIMITS = {
  timeoutMillis: 10_000,
  maxAge: 86_400_000,
  maxStoredBytes: 5 * 1024 * 1024,
  maxStoredBatches: 1_000,
  maxRequestBytes: 1_000_000,
  maxKeepaliveBytes: 60 * 1024,
  maxUnloadStoreBytes: 512 * 1024,
  initialBackoffMillis: 1_000,
  maxBackoffMillis: 60_000,
};

const MAX_AGE_60_MIN = 58 * 60_000;

/** @throws TypeError or RangeError that names the option, what was given and what is expected. */
export function resolveSettings(options: OutboxOptions): Settings {
  const limits = { ...LIMITS };
  for (const name of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
    const given = options[name] ?? LIMITS[name];
    const value = given === '60min' ? MAX_AGE_60_MIN : given;
    if (!(value > 0)) throw new RangeError(`OutboxTraceExporter: ${name} must be above 0, not ${given}`);
    limits[name] = value;
  }
  return {
    ...limits,
    // A timer cannot hold more than 24 days: it would be over at once.
    timeoutMillis: Math.min(limits.timeoutMillis, 1e9),
    url: absolute(options.url ?? 'http://localhost:4318/v1/traces'),
    headers: options.headers ?? {},
    compression: options.compression ?? 'none',
    name: options.name ?? 'chatspan-outbox',
  };
}

function absolute(url: string): string {
  try {
    return new URL(url, globalThis.location?.href).href;
  } catch {
    throw new TypeError(`OutboxTraceExporter: url "${url}" is not a URL`);
  }
}
