import type { OutboxOptions } from '@chatspan/outbox-exporter';
import type { OtelLine } from '@chatspan/outbox-exporter/test/bundle';
import type { Deliveries } from '@chatspan/outbox-exporter/test/deliveries';
import { SOON, usePages, useReceiver } from '@chatspan/outbox-exporter/test/deliveries';
// What these pages have on `window`.
import type {} from '@chatspan/outbox-exporter/test/outbox-page';
import { expect } from 'vitest';

/** Pages with an outbox, and the receiver that they send to. */
export interface OutboxSite extends Deliveries {
  /** The address of a page with an outbox that is named as its channel. */
  page(path: string, channel: string, more?: OutboxOptions): string;
  /** Waits until these spans have arrived. */
  expectArrived(channel: string, names: string[]): Promise<void>;
  /** Content encodings of the requests with one of these spans, in order. */
  encodings(channel: string, names: string[]): string[];
}

/** Serves them to the tests of this group. */
export function useOutboxSite(line: OtelLine): OutboxSite {
  const deliveries = useReceiver();
  const pages = usePages(line);
  return {
    ...deliveries,
    page: (path, channel, more) =>
      pages().page(path, { ...deliveries.options(channel), name: channel, ...more }),
    expectArrived: (channel, names) =>
      expect.poll(() => deliveries.missing(channel, names), SOON).toEqual([]),
    encodings: (channel, names) =>
      deliveries.receiver
        .channel(channel)
        .requests.filter(({ spans }) => spans.some((span) => names.includes(span)))
        .map(({ headers }) => headers['content-encoding'] ?? 'plain'),
  };
}
