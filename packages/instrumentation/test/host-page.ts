import { onTestFinished, vi } from 'vitest';
import type { ShoppingChatInstrumentationConfig } from '../src/index.ts';
import {
  chatRequestUrls,
  dataLayerSource,
  ShoppingChatInstrumentation,
  trackerSource,
} from '../src/index.ts';
import { chatUrl } from './chat-request.ts';
import { collectWarnings } from './open-chat.ts';
import { hidePage, leavePage, showPage } from './page-moments.ts';

/** A vendor's script, a data layer, and what happened on the page, in order. */
export interface HostPage {
  vendor: { track: (...args: unknown[]) => unknown };
  layer: unknown[];
  payload: Record<string, unknown>;
  readonly log: unknown[];
}

/** What is wrong with a page, its OpenTelemetry or the instrumentation's hooks. */
export interface Fault {
  prepare?: (page: HostPage) => void;
  config?: (page: HostPage) => ShoppingChatInstrumentationConfig;
  instrumentations?: number;
  afterStart?: (page: HostPage) => void;
  inTurn?: (instrumentations: readonly ShoppingChatInstrumentation[]) => void;
}

/** Lets a page live through a chat, with the instrumentation or without, and gives what could be observed on it. */
export async function livePage(fault: Fault, withInstrumentation: boolean): Promise<unknown[]> {
  const log: unknown[] = [];
  const page: HostPage = {
    log,
    layer: [{ event: 'page_view' }],
    payload: { action: 'product_select', product_id: 'p1' },
    vendor: {
      track(...args) {
        log.push('vendor', this === page.vendor, ...args);
        return `sent ${args.length}`;
      },
    },
  };
  /** Notes what a piece of the page's code gives or throws. */
  const note = (work: () => unknown) => {
    try {
      log.push('gives', work());
    } catch (error) {
      log.push('throws', `${error}`);
    }
  };
  const noteLater = async (work: () => Promise<unknown>) => {
    try {
      log.push('resolves', await work());
    } catch (error) {
      log.push('rejects', (error as Error).name);
    }
  };
  const track = (payload: unknown) => note(() => page.vendor.track('clarity', payload));

  const noteUnhandled = (event: ErrorEvent | PromiseRejectionEvent) => {
    log.push('unhandled', `${'reason' in event ? event.reason : event.message}`);
    event.preventDefault();
  };
  for (const type of ['error', 'unhandledrejection'] as const) {
    addEventListener(type, noteUnhandled);
    onTestFinished(() => removeEventListener(type, noteUnhandled));
  }
  fault.prepare?.(page);
  collectWarnings();
  const config = { ...pageConfig(page), ...fault.config?.(page) };
  const instrumentations = Array.from(
    { length: withInstrumentation ? (fault.instrumentations ?? 1) : 0 },
    () => new ShoppingChatInstrumentation(config),
  );
  onTestFinished(() => {
    for (const instrumentation of instrumentations) instrumentation.disable();
  });
  fault.afterStart?.(page);
  track({ action: 'trigger_clicked' });
  track(page.payload);
  track(Object.freeze({ action: 'user_respond', type: 'text', message: 'hi' }));
  fault.inTurn?.(instrumentations);
  await noteLater(async () => {
    const response = await fetch(chatUrl(), { method: 'POST', body: 'question' });
    return [response.status, response.bodyUsed, (await response.json()).body];
  });
  await noteLater(() => fetch(chatUrl({ query: 'refuse' }), { method: 'POST' }));
  await noteLater(() => fetch('https://[', { method: 'POST' }));
  note(() => page.layer.push({ action: 'product_select' }, page.payload));
  note(() => hidePage());
  note(() => showPage());
  track({ action: 'minimize_from_open' });
  track({ action: 'expand_from_minimized' });
  note(() => {
    vi.advanceTimersByTime(600_000);
  });
  track({ action: 'user_respond' });
  note(() => leavePage());
  track({ action: 'chat_closed' });
  for (const instrumentation of instrumentations) note(() => instrumentation.disable());
  if (!withInstrumentation)
    for (let index = 0; index < (fault.instrumentations ?? 1); index += 1) note(() => undefined);
  log.push(Object.keys(page.vendor), Object.keys(page.layer), JSON.stringify(page.layer.length));
  return log;
}

function pageConfig(page: HostPage): ShoppingChatInstrumentationConfig {
  return {
    contentCapture: 'all',
    sources: [trackerSource(() => page.vendor, 'track'), dataLayerSource(() => page.layer)],
    requests: chatRequestUrls(['/chat']),
  };
}
