import { DiagLogLevel, diag, trace } from '@opentelemetry/api';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { OpenChat } from '../../test/open-chat.ts';
import { openChat } from '../../test/open-chat.ts';
import { hidePage, leavePage, showPage, stopClock } from '../../test/page-moments.ts';
import { watchPage } from '../../test/page-watch.ts';
import type { RecordedSpan } from '../../test/recorded-span.ts';
import { spanTree } from '../../test/span-tree.ts';
import { recordedActions, trackerChat } from '../../test/tracker-chat.ts';
import type { ManualChatEventSource } from '../index.ts';
import { manualSource } from '../index.ts';

function fail(): never {
  throw new Error('hostile');
}

test('a diag logger that throws affects neither the page nor later events', () => {
  const vendor = { track: (..._args: unknown[]) => 'sent' };
  const chat = trackerChat({ vendor }, { eventType: 'clarity' });
  const logger = { error: fail, warn: fail, info: fail, debug() {}, verbose() {} };
  diag.setLogger(logger, { logLevel: DiagLogLevel.INFO, suppressOverrideMessage: true });
  onTestFinished(() => diag.disable());
  expect(vendor.track('clarity', { action: 'new_one' })).toBe('sent');
  expect(vendor.track('clarity', { action: 'chat_closed' })).toBe('sent');
  expect(recordedActions(chat)).toEqual(['new_one', 'chat_closed']);
});

test('an evaluation hook that throws loses its evaluation, but not the event, on a hidden page', () => {
  const chat = openChat({ evaluation: fail });
  hidePage();
  chat.track('thumbs_up');
  expect(chat.events().map(({ name }) => name)).toEqual(['shopping_chat.thumbs_up']);
  expect(chat.warnings).toEqual(['hook_failed: evaluation threw Error']);
});

test('a span that throws when its last attributes are set still ends, without effect on the page or later events', () => {
  stopClock();
  const source = manualSource();
  const chat = openChat({ sources: [source] });
  source.emit({ action: 'trigger_clicked' });
  vi.advanceTimersByTime(1_000);
  const spans = Object.getPrototypeOf(trace.getTracer('test').startSpan('any'));
  const attributes = vi.spyOn(spans, 'setAttributes').mockImplementation(fail);
  const uncaught = vi.fn((event: ErrorEvent) => event.preventDefault());
  addEventListener('error', uncaught);
  onTestFinished(() => removeEventListener('error', uncaught));
  hidePage();
  attributes.mockRestore();
  showPage();
  source.emit({ action: 'chat_closed' });
  expect(recordedActions(chat)).toEqual(['trigger_clicked', 'chat_closed']);
  expect(uncaught).not.toHaveBeenCalled();
  expect(chat.warnings).toEqual(['not_recorded: Error: hostile']);
});

test('disabled by a hook during an event, the instrumentation leaves nothing behind', () => {
  sessionStorage.clear();
  const watch = watchPage();
  const chat = openChat({
    contentCapture: 'all',
    redact(text) {
      chat.instrumentation.disable();
      return text;
    },
  });
  chat.track('user_respond', { message: 'x' });
  expect([watch.listeners(), watch.timers(), sessionStorage.length]).toEqual([[], 0, 0]);
  expect(chat.tracing.spans).toEqual([]);
});

test('a turn ends when its span refuses the status, and both its question and later events are recorded', () => {
  stopClock();
  const source = manualSource();
  const chat = openChat({ sources: [source] });
  const spans = Object.getPrototypeOf(trace.getTracer('test').startSpan('any'));
  const status = vi.spyOn(spans, 'setStatus').mockImplementation(fail);
  source.emit({ action: 'user_respond' });
  expect(() => chat.instrumentation.withTurn(fail)).toThrow('hostile');
  expect(() => vi.advanceTimersByTime(1_000)).not.toThrow();
  status.mockRestore();
  source.emit({ action: 'chat_closed' });
  expect(recordedActions(chat)).toEqual(['user_respond', 'chat_closed']);
  expect(chat.warnings).toEqual(['not_recorded: Error: hostile']);
});

test('disabled by an exporter when a span ends, the instrumentation leaves nothing behind', () => {
  const watch = watchPage();
  const chat = openChat(
    {},
    { onSpan: ({ name }) => name === 'shopping_chat.activity' && chat.instrumentation.disable() },
  );
  chat.track('chat_closed');
  expect([watch.listeners(), watch.timers(), sessionStorage.length]).toEqual([[], 0, 0]);
  expect(recordedActions(chat)).toEqual(['chat_closed']);
});

test('disabled by an exporter when the session span ends, the instrumentation starts nothing and leaves nothing behind', () => {
  const watch = watchPage();
  const chat = openChat({}, { onSpan: () => chat.instrumentation.disable() });
  chat.track('trigger_clicked');
  expect([watch.listeners(), watch.timers(), sessionStorage.length]).toEqual([[], 0, 0]);
  expect(chat.tracing.spans.map(({ name }) => name)).toEqual(['shopping_chat.session']);
});

/** A chat whose exporter has an event reported, so many times, for each activity that has ended. */
function chatWithReportingExporter(times = 1): { chat: OpenChat; source: ManualChatEventSource } {
  let left = times;
  const source = manualSource();
  const onSpan = ({ name }: RecordedSpan) => {
    if (name !== 'shopping_chat.activity' || left <= 0) return;
    left -= 1;
    source.emit({ action: 'product_select' });
  };
  return { chat: openChat({ sources: [source] }, { onSpan }), source };
}

test.each([
  ['becomes idle', () => vi.advanceTimersByTime(65_000)],
  ['ends with the page', leavePage],
])('an event that an exporter reports when an activity %s is not lost with the page', (_when, end) => {
  stopClock();
  const { chat, source } = chatWithReportingExporter();
  source.emit({ action: 'trigger_clicked' });
  end();
  hidePage();
  expect(spanTree(chat.tracing.spans).at(-1)).toBe('  shopping_chat.activity hidden: product_select#2');
});

test('the queue has room for events that an exporter reports during a full batch', () => {
  const { chat, source } = chatWithReportingExporter(8);
  for (let count = 0; count < 512; count += 1) source.emit({ action: 'trigger_clicked' });
  expect(recordedActions(chat)).toHaveLength(520);
  expect(chat.instrumentation.problems()).toEqual({});
});

test('an exporter that reports an event for each event of a hidden page is stopped, and the chat continues', () => {
  const { chat, source } = chatWithReportingExporter(10_000);
  hidePage();
  source.emit({ action: 'trigger_clicked' });
  expect(chat.instrumentation.problems()).toEqual({ too_many_reentrant: 1 });
  showPage();
  source.emit({ action: 'chat_closed' });
  expect(recordedActions(chat)).toContain('chat_closed');
});

test('the message of a failing hook is not logged, since it may quote the text', () => {
  const vendor = { track: (..._args: unknown[]) => 'sent' };
  const chat = trackerChat({ vendor }, { toEvent: (_type, text) => JSON.parse(String(text)) });
  vendor.track('clarity', 'my name is Jo');
  expect(chat.warnings).toEqual(['unreadable_event: SyntaxError']);
});
