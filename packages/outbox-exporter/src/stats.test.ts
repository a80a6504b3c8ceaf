import { diag } from '@opentelemetry/api';
import { expect, test, vi } from 'vitest';
import { Stats } from './stats.ts';
import type { OutboxStats } from './types.ts';

const pending = () => ({ pendingSpans: 3, pendingBatches: 1, pendingBytes: 900 });

test('counts by name, and drops by reason', () => {
  const stats = new Stats({}, pending);
  stats.add('sent', 5);
  stats.add('sent', 2);
  stats.attemptFailed('503', 'status 503');
  stats.attemptFailed('headers', 'signed out');
  stats.attemptFailed('503', 'status 503');
  stats.drop('expired', 4);
  stats.drop('rejected', 1, 'status 400');
  expect(stats.snapshot()).toEqual({
    stored: 0,
    sent: 7,
    replayed: 0,
    requests: 0,
    failedRequests: 0,
    storageFailures: 0,
    failures: { 503: 2, headers: 1 },
    dropped: { expired: 4, rejected: 1 },
    pendingSpans: 3,
    pendingBatches: 1,
    pendingBytes: 900,
  });
});

test('calls onDrop at once, with the detail if there is one', () => {
  const onDrop = vi.fn();
  const stats = new Stats({ onDrop }, pending);
  stats.drop('overflow', 4);
  stats.drop('rejected', 1, 'status 400');
  expect(onDrop.mock.calls).toEqual([
    [{ reason: 'overflow', spans: 4 }],
    [{ reason: 'rejected', spans: 1, detail: 'status 400' }],
  ]);
});

test('calls onStats once per task', async () => {
  const onStats = vi.fn<(stats: OutboxStats) => void>();
  const stats = new Stats({ onStats }, pending);
  stats.add('requests', 1);
  stats.add('sent', 5);
  expect(onStats).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(onStats).toHaveBeenCalledTimes(1);
  expect(onStats.mock.calls[0]?.[0]).toMatchObject({ requests: 1, sent: 5 });
});

test('reports a callback that throws to diag only', () => {
  const error = vi.fn();
  diag.setLogger({ error, warn() {}, info() {}, debug() {}, verbose() {} });
  const failure = new Error('page bug');
  const stats = new Stats(
    {
      onDrop: () => {
        throw failure;
      },
    },
    pending,
  );
  stats.drop('expired', 1);
  expect(error).toHaveBeenCalledWith('OutboxTraceExporter: a callback threw', failure);
  diag.disable();
});
