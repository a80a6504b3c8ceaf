import { expect, inject } from 'vitest';
import type { Received } from '../../../packages/instrumentation/test/pages/receiver.ts';
import type {} from '../../../packages/instrumentation/test/pages/site-setup.ts';
import { spanTree } from '../../../packages/instrumentation/test/span-tree.ts';

let shoppers = 0;

/** A shopper of the fixture site of `@chatspan/instrumentation`, whose telemetry arrives under a name of its own. */
export interface Shopper {
  url(query?: Record<string, string>): string;
  received(): Promise<Received>;
  /** Waits until the spans that have arrived are these. */
  expectTree(lines: readonly string[]): Promise<void>;
  /** Waits until events of these numbers have arrived, and no others. */
  expectEvents(numbers: readonly number[]): Promise<void>;
}

export function newShopper(): Shopper {
  shoppers += 1;
  const telemetry = `${inject('receiverOrigin')}/${process.pid}-${shoppers}`;
  const received = async () => (await fetch(telemetry)).json() as Promise<Received>;
  const soon = { timeout: 10_000 };
  return {
    url: (query = {}) =>
      `${inject('siteOrigin')}/?${new URLSearchParams({ otlp: `${telemetry}/v1/traces`, ...query })}`,
    received,
    expectTree: (lines) =>
      expect.poll(async () => spanTree((await received()).spans), soon).toEqual([...lines]),
    expectEvents: (numbers) =>
      expect.poll(async () => eventNumbers(await received()), soon).toEqual([...numbers]),
  };
}

function eventNumbers({ spans }: Received): number[] {
  const numbers = spans.flatMap(({ events }) =>
    events.map(({ attributes }) => Number(attributes['shopping_chat.event.seq'])),
  );
  return numbers.toSorted((a, b) => a - b);
}
