import { isDeepStrictEqual } from 'node:util';
import type { Received } from '@chatspan/instrumentation/test/pages/receiver';
import type {} from '@chatspan/instrumentation/test/pages/start-site';
import { spanTree } from '@chatspan/instrumentation/test/span-tree';
import { expect, inject } from 'vitest';

let shoppers = 0;

/** What a shop's page sends its spans with. */
export const EXPORTERS = ['standard exporter', 'outbox'] as const;

/** A shopper of the fixture site of `@chatspan/instrumentation`, whose telemetry arrives under a name of its own. */
export interface Shopper {
  url(query?: Record<string, string>): string;
  received(): Promise<Received>;
  /** Waits until the spans that have arrived are these. */
  expectTree(lines: readonly string[]): Promise<void>;
  /** Waits until events of these numbers have arrived, and no others. */
  expectEvents(numbers: readonly number[]): Promise<void>;
}

export function newShopper(exporter: (typeof EXPORTERS)[number] = 'standard exporter'): Shopper {
  shoppers += 1;
  const scripts = exporter === 'outbox' ? 'widget outboxShop' : 'widget shop';
  const telemetry = `${inject('receiverOrigin')}/${process.pid}-${shoppers}`;
  const received = async (): Promise<Received> => {
    const all = (await (await fetch(telemetry)).json()) as Received;
    return exporter === 'outbox' ? { ...all, spans: withoutRepeats(all.spans) } : all;
  };
  const soon = { timeout: 10_000 };
  return {
    url: (query = {}) =>
      `${inject('siteOrigin')}/?${new URLSearchParams({ otlp: `${telemetry}/v1/traces`, scripts, ...query })}`,
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

/** An outbox may send a span again, as it was. @throws {Error} when two spans of one id differ */
function withoutRepeats(spans: Received['spans']): Received['spans'] {
  const bySpanId = new Map<string, Received['spans'][number]>();
  for (const span of spans) {
    const earlier = bySpanId.get(span.spanId);
    if (earlier && !isDeepStrictEqual(earlier, span)) throw new Error(`${span.name} came in two versions`);
    bySpanId.set(span.spanId, span);
  }
  return [...bySpanId.values()];
}
