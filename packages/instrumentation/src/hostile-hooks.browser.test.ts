import { DiagLogLevel, diag } from '@opentelemetry/api';
import { expect, onTestFinished, test } from 'vitest';
import { openChat } from '../test/open-chat.ts';
import { hidePage } from '../test/page-moments.ts';
import { watchPage } from '../test/page-watch.ts';
import { recordedActions, trackerChat } from '../test/tracker-chat.ts';

function fail(): never {
  throw new Error('hostile');
}

test('a logger of diag that throws reaches neither the page nor the events that follow', () => {
  const vendor = { track: (..._args: unknown[]) => 'sent' };
  const chat = trackerChat({ vendor });
  const logger = { error: fail, warn: fail, info: fail, debug() {}, verbose() {} };
  diag.setLogger(logger, { logLevel: DiagLogLevel.INFO, suppressOverrideMessage: true });
  onTestFinished(() => diag.disable());
  expect(vendor.track('clarity', { action: 'new_one' })).toBe('sent');
  expect(vendor.track('clarity', { action: 'chat_closed' })).toBe('sent');
  expect(recordedActions(chat)).toEqual(['new_one', 'chat_closed']);
});

test('an evaluation hook that throws costs its evaluation, and not an event on a hidden page', () => {
  const chat = openChat({ evaluation: fail });
  hidePage();
  chat.track('thumbs_up');
  expect(chat.events().map(({ name }) => name)).toEqual(['shopping_chat.thumbs_up']);
  expect(chat.warnings).toEqual(['not_recorded: Error: hostile']);
});

test('disabled by a hook while it reads an event, the plugin leaves nothing behind', () => {
  sessionStorage.clear();
  const watch = watchPage();
  const chat = openChat({
    contentCapture: 'all',
    redact(text) {
      chat.plugin.disable();
      return text;
    },
  });
  chat.track('user_respond', { message: 'x' });
  expect([watch.listeners(), watch.timers(), sessionStorage.length]).toEqual([[], 0, 0]);
  expect(chat.tracing.spans).toEqual([]);
});

test('what a hook says of the text that it could not read is not repeated', () => {
  const vendor = { track: (..._args: unknown[]) => 'sent' };
  const chat = trackerChat({ vendor }, { toEvent: (_type, text) => JSON.parse(String(text)) });
  vendor.track('clarity', 'my name is Jo');
  expect(chat.warnings).toEqual(['unreadable_event: SyntaxError']);
});
