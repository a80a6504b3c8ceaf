import { expect, test } from 'vitest';
import { resolveSettings } from './settings.ts';

test('the defaults are those of the documentation', () => {
  expect(resolveSettings({})).toEqual({
    url: 'http://localhost:4318/v1/traces',
    headers: {},
    timeoutMillis: 10_000,
    compression: 'none',
    name: 'chatspan-outbox',
    maxAgeMillis: 86_400_000,
    maxStoredBytes: 5_242_880,
    maxStoredBatches: 1_000,
    maxRequestBytes: 1_000_000,
    maxKeepaliveBytes: 61_440,
    maxUnloadStoreBytes: 524_288,
    initialBackoffMillis: 1_000,
    maxBackoffMillis: 60_000,
    replayUnconfirmed: true,
  });
});

test.each(['timeoutMillis', 'initialBackoffMillis', 'maxBackoffMillis'] as const)(
  'an infinite %s does not fire at once',
  (name) => {
    expect(resolveSettings({ [name]: Number.POSITIVE_INFINITY })[name]).toBe(1_000_000_000);
  },
);

test.each([
  [{ maxStoredBytes: 0 }, 'OutboxTraceExporter: maxStoredBytes must be a number above 0, not 0'],
  [{ maxAgeMillis: -1 }, 'OutboxTraceExporter: maxAgeMillis must be a number above 0, not -1'],
  [{ timeoutMillis: Number.NaN }, 'OutboxTraceExporter: timeoutMillis must be a number above 0, not NaN'],
  [{ url: '/v1/traces' }, 'OutboxTraceExporter: url "/v1/traces" is not a URL'],
  [
    { url: 'ftp://receiver.example' },
    'OutboxTraceExporter: url "ftp://receiver.example" must start with http: or https:',
  ],
  [
    { url: 'https://user:secret@receiver.example' },
    'OutboxTraceExporter: url must not contain credentials; use the headers option',
  ],
])('%j is refused with the name of the option', (options, message) => {
  expect(() => resolveSettings(options)).toThrow(message);
});
