import type { ProxyTracerProvider } from '@opentelemetry/api';
import { trace } from '@opentelemetry/api';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Fault, HostPage } from '../../test/host-page.ts';
import { livePage } from '../../test/host-page.ts';
import { openChat, openTracing } from '../../test/open-chat.ts';
import { stopClock } from '../../test/page-moments.ts';
import type { TracingOptions } from '../../test/tracing.ts';

function fail(): never {
  throw new Error('hostile');
}

/** Throws what throws when it is turned into text. */
function failMutely(): never {
  throw Object.create(null);
}

const hostile = Object.defineProperty({ action: 'product_select' }, 'product_id', {
  enumerable: true,
  get: fail,
});

const mute = Object.defineProperty({}, 'action', { enumerable: true, get: failMutely });

/** Puts something in the place of a property of the window, until the test has finished. */
function replace(name: string, descriptor: PropertyDescriptor): void {
  const original = Object.getOwnPropertyDescriptor(window, name);
  Object.defineProperty(window, name, { configurable: true, ...descriptor });
  onTestFinished(() => {
    Object.defineProperty(window, name, original as PropertyDescriptor);
  });
}

/** Puts something in the place of the flush of the page's provider. */
function flushWith(forceFlush: () => unknown): void {
  Object.assign((trace.getTracerProvider() as ProxyTracerProvider).getDelegate(), { forceFlush });
}

/** Another script that wraps the tracker as we do. */
function wrapTracker({ vendor, log }: HostPage): void {
  const { track } = vendor;
  vendor.track = function wrapped(...args) {
    log.push('other wrapper');
    return Reflect.apply(track, this, args);
  };
}

/** Reports an event from within the recording of one, a few times. */
function trackAgain({ vendor }: HostPage): () => void {
  let times = 0;
  return () => {
    times += 1;
    if (times < 5) vendor.track('clarity', { action: 'thumbs_up' });
  };
}

const faults: Record<string, Fault & { tracing?: TracingOptions }> = {
  'nothing is wrong': {},
  'the tracker throws': {
    prepare: ({ vendor }) => {
      vendor.track = fail;
    },
  },
  'the tracker is frozen': { prepare: ({ vendor }) => Object.freeze(vendor) },
  'the tracker cannot be read': {
    prepare: (page) => {
      page.vendor = Object.defineProperty({}, 'track', { enumerable: true, get: fail }) as never;
    },
  },
  'the data layer is frozen': { prepare: ({ layer }) => Object.freeze(layer) },
  'payloads are frozen': { prepare: ({ payload }) => Object.freeze(payload) },
  'payloads cannot be read': {
    prepare: (page) => {
      page.payload = hostile;
    },
  },
  'storage is forbidden': { prepare: () => replace('sessionStorage', { get: fail }) },
  'storage is full': {
    prepare: () => {
      vi.spyOn(Storage.prototype, 'setItem').mockImplementation(fail);
    },
  },
  'there is no fetch': { prepare: () => replace('fetch', { value: undefined }) },
  'there is no resource timing': { prepare: () => replace('PerformanceObserver', { value: undefined }) },
  'it is disabled in a turn': { inTurn: (instrumentations) => instrumentations[0]?.disable() },
  'it is enabled twice': { inTurn: (instrumentations) => instrumentations[0]?.enable() },
  'there are two': { instrumentations: 2 },
  'another wrapper of the tracker was there before': { prepare: wrapTracker },
  'another wrapper of the tracker comes after': { afterStart: wrapTracker },
  'the redact hook throws': { config: () => ({ redact: fail }) },
  'the session provider throws': { config: () => ({ sessionProvider: { getSessionId: fail } }) },
  'the validator throws': { config: () => ({ validate: fail }) },
  'the evaluation hook throws': { config: () => ({ evaluation: fail }) },
  'a source throws': { config: () => ({ sources: [{ subscribe: fail }] }) },
  'the request hook throws': { config: () => ({ requests: { subscribe: fail } }) },
  'the sampler throws': { tracing: { isSampled: fail } },
  'a flush throws': { prepare: () => flushWith(fail) },
  'a flush rejects': { prepare: () => flushWith(() => Promise.reject(new Error('hostile'))) },
  'a flush gives no promise': { prepare: () => flushWith(() => {}) },
  'what is thrown is no text': {
    prepare: (page) => {
      page.payload = mute;
      flushWith(() => Promise.reject(Object.create(null)));
    },
    config: () => ({ evaluation: failMutely, requests: { subscribe: failMutely } }),
  },
  'the exporter throws': { tracing: { onSpan: fail } },
  'the exporter throws at all but the root': {
    tracing: {
      onSpan: ({ name }) => {
        if (name !== 'shopping_chat.session') fail();
      },
    },
  },
};

test.each(Object.entries(faults))(
  'a page behaves as it does without the instrumentation when %s',
  async (_what, fault) => {
    stopClock();
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    sessionStorage.clear();
    const without = await livePage(fault, false);
    openTracing(fault.tracing);
    expect(await livePage(fault, true)).toEqual(without);
  },
);

test.each([
  ['the redact hook', 4],
  ['the exporter', 4],
])('events that %s reports during recording are each recorded once', async (who, number) => {
  stopClock();
  let again = () => {};
  const tracing = openTracing({
    onSpan: () => {
      if (who === 'the exporter') again();
    },
  });
  const config = (page: HostPage) => {
    again = trackAgain(page);
    const redact = (text: string) => {
      if (who === 'the redact hook') again();
      return text;
    };
    return { redact };
  };
  await livePage({ config }, true);
  const events = tracing.spans.flatMap((span) => span.events);
  const numbers = events.map(({ attributes }) => attributes['shopping_chat.event.seq']);
  expect(events.filter(({ name }) => name === 'shopping_chat.thumbs_up')).toHaveLength(number);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a hook that reports an event for each event is stopped, which is reported once', () => {
  let calls = 0;
  const chat = openChat({
    contentCapture: 'all',
    redact(text) {
      calls += 1;
      chat.track('user_respond', { message: 'x' });
      return text;
    },
  });
  chat.track('user_respond', { message: 'x' });
  // Once more for the page's address.
  expect(calls).toBe(513);
  expect(chat.warnings).toEqual(['too_many_reentrant: dropped']);
});
