import { expect, test } from 'vitest';
import { healthSentence } from './exporter-health.ts';

const figures = {
  stored: 12,
  sent: 9,
  replayed: 2,
  dropped: {},
  requests: 4,
  failedRequests: 1,
  failures: { 503: 1 },
  storageFailures: 0,
  pendingSpans: 3,
  pendingBatches: 1,
  pendingBytes: 900,
};

test('the exporter’s health is one sentence', () => {
  expect(healthSentence(figures)).toBe(
    'Exporter: 12 spans stored · 9 sent · 2 replayed · 3 waiting · 0 dropped',
  );
});

test('what the exporter gave up is told by its reason', () => {
  expect(healthSentence({ ...figures, dropped: { expired: 5, too_large: 1 } })).toBe(
    'Exporter: 12 spans stored · 9 sent · 2 replayed · 3 waiting · dropped: 5 expired, 1 too_large',
  );
});
