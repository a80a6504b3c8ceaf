import { expect, test } from 'vitest';
import { deliveryAims } from './delivery-aims.ts';
import { ratioAims } from './ratio-aims.ts';
import { timeAims } from './time-aims.ts';
import { wireAims } from './wire-aims.ts';

const labels = new Map([
  ['chatspan-outbox-2', 'outbox'],
  ['faro', 'Faro'],
  ['honeycomb', 'Honeycomb'],
  ['elastic', 'Elastic'],
]);
const spread = (median: number) => ({ median, min: median, max: median });
const wireRow = (id: string, arrived: number, bytes: number, requests = 1) => ({
  id,
  arrived,
  bytes,
  requests,
  preflights: 0,
});
const timeRow = (id: string, micros: number) => ({
  id,
  cpu: spread(micros),
  wall: spread(micros),
  toAddEvent: spread(1.3),
  burstCpu: spread(micros),
  warmCall: spread(micros + 1),
  coldCall: { median: 1, p99: 1 },
  hotCall: { median: 1, p99: 1 },
  arrived: { session: 60, bursts: 60 },
});
const delivered = (sent: number, afterReturn: number) => ({ sent, arrived: 0, afterReturn });
const situations = (afterReturn: number) => ({
  normal: delivered(60, 60),
  navigation: delivered(60, 60),
  'tab close': delivered(60, 60),
  offline: delivered(60, afterReturn),
  '503': delivered(60, 60),
  'closed in 503': delivered(60, 60),
});

test('a ratio just above the aim misses it', () => {
  const pair = {
    line: 'otel2',
    mix: 'session',
    chatspan: 1,
    recorded: 1,
    addEvent: 1,
    turnsByHand: 1,
    toTurnsByHand: spread(1),
    recordedToTurnsByHand: spread(1),
  } as const;
  const at = (call: number, recorded: number) =>
    ratioAims({
      batches: 1,
      sessionsABatch: 1,
      pairs: [{ ...pair, toAddEvent: spread(call), recordedToAddEvent: spread(recorded) }],
    }).map(({ reached }) => reached);
  expect([at(1.3, 1.31), at(1.31, 1.3)]).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('bytes are those of an event that arrived', () => {
  const rows = [
    wireRow('chatspan-2', 60, 60_000, 3),
    wireRow('add-event-2', 30, 30_000, 3),
    wireRow('turns-by-hand-2', 60, 50_000),
  ];
  expect(
    wireAims({ paces: [{ pace: 80, rows }] }, labels).map(({ reached, figures }) => [reached, figures]),
  ).toEqual([
    [true, '1,000 B to 1,000 B: 1 times; 1.2 times the same spans by hand'],
    [true, '3 to 3'],
    [true, '1,000 B'],
  ]);
});

test('a peer that sends fewer bytes is named, and one that sent no event does not count', () => {
  const rows = [
    wireRow('chatspan-outbox-2-gzip', 60, 6_000),
    wireRow('elastic', 60, 5_400),
    wireRow('faro', 0, 10),
  ];
  expect(wireAims({ paces: [{ pace: 80, rows }] }, labels)).toEqual([
    {
      aim: "Fewer bytes an event than every peer, with the outbox's compression; an event every 0.08 s",
      reached: false,
      distance: '1.11 times the aim',
      figures: '100 B; not more: Elastic 90 B',
    },
  ]);
});

test('ten times less is reached at ten times', () => {
  const rows = [
    timeRow('chatspan-2', 10),
    timeRow('faro', 100),
    timeRow('splunk', 99),
    timeRow('add-event-2', 5),
  ];
  expect(
    timeAims({ rows, eventsInBursts: 60 }, labels).map(({ figures, reached }) => [figures, reached]),
  ).toEqual([
    ['1.3 times', true],
    ['10 µs to 100 µs: 10 times; hand-written `addEvent` 20 times', true],
    ['10 µs to 99 µs: 9.9 times; hand-written `addEvent` 19.8 times', false],
    ['11 µs to 101 µs: 9.2 times; hand-written `addEvent` 16.8 times', false],
    ['11 µs to 100 µs: 9.1 times; hand-written `addEvent` 16.7 times', false],
  ]);
});

test('the outbox is alone in losing nothing only while no peer loses nothing', () => {
  const outbox = { id: 'chatspan-outbox-2', situations: situations(60) };
  const reached = (faro: number) =>
    deliveryAims({ rows: [outbox, { id: 'faro', situations: situations(faro) }] }, labels)[0]?.reached;
  expect([reached(59), reached(60)]).toEqual([true, false]);
});
