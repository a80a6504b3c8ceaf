import 'zone.js';
import { expect, onTestFinished, test } from 'vitest';
import { startExport } from '#tracing';
import { chatUrl, eventually } from '../../test/chat-request.ts';
import { manualSource, ShoppingChatInstrumentation } from '../index.ts';

// A poll that is not over yet would be on the console each time.
Object.assign(Zone, { __zone_symbol__ignoreConsoleErrorUncaughtError: true });

/** A zone as Angular's, which is stable while it has neither timers, requests nor microtasks. */
function applicationZone() {
  let pending: string[] = [];
  const seen: string[] = [];
  const zone = Zone.root.fork({
    name: 'application',
    onScheduleTask(delegate, _current, target, task) {
      seen.push(`${task.type} ${task.source}`);
      return delegate.scheduleTask(target, task);
    },
    onHasTask(delegate, current, target, state) {
      delegate.hasTask(target, state);
      if (current !== target) return;
      pending = [...(state.macroTask ? ['macrotask'] : []), ...(state.microTask ? ['microtask'] : [])];
    },
  });
  return { run: <T>(work: () => T): T => zone.run(work), pending: () => pending, seen };
}

/** A page with the standard exporter, on which the instrumentation is started by `run`. */
function openPage(run: (work: () => void) => void) {
  sessionStorage.clear();
  const exported = startExport(chatUrl({ area: 'other', query: 'short' }));
  const source = manualSource();
  const chat = new ShoppingChatInstrumentation({ sources: [source], enabled: false });
  run(() => chat.enable());
  onTestFinished(() => {
    chat.disable();
    exported.stop();
  });
  return { chat, source, exported };
}

test.each(['inside', 'outside'])(
  'an instrumentation that is started %s an application’s zone keeps nothing pending in it',
  async (where) => {
    const application = applicationZone();
    const { chat, source, exported } = openPage(where === 'inside' ? application.run : (work) => work());
    application.run(() => {
      for (let count = 0; count < 300; count += 1) source.emit({ action: 'product_select' });
      source.emit({ action: 'user_respond' });
      chat.getTraceHeaders();
      chat.endTurn();
      chat.flush();
      source.emit({ action: 'trigger_clicked' });
    });
    expect([application.pending(), application.seen]).toEqual([[], []]);
    await eventually(exported.acknowledged, 301);
    application.run(() => chat.disable());
    expect([application.pending(), application.seen]).toEqual([[], []]);
  },
);

test('work in a turn stays in the zone of the page', () => {
  const application = applicationZone();
  const { chat } = openPage((work) => work());
  const seen = application.run(() => chat.withTurn(() => Zone.current.name));
  expect(seen).toBe('application');
});
