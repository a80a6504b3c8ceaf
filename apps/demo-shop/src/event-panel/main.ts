import { chat, exporter } from '../telemetry.ts';
import { readChatSessionId } from './chat-session-id.ts';
import { eventsSection } from './events/events-section.ts';
import { exporterHealth } from './exporter-health.ts';
import { failuresMenu } from './failures/failures-menu.ts';
import { flagsClient } from './failures/flags.ts';
import { buildPanelFrame } from './panel-frame.ts';
import type { PanelView } from './panel-section.ts';
import { isPanelOpen, setPanelOpen, storedView, storeView } from './panel-state.ts';
import { pause } from './pause.ts';
import { createPoll } from './poll.ts';
import { traceSection } from './trace/trace-section.ts';
import { viewTabs } from './view-tabs.ts';

const {
  VITE_CHAT_URL: chatUrl = 'http://localhost:8090',
  VITE_JAEGER_URL: jaegerUrl,
  VITE_EXPLORER_URL: explorerUrl,
} = import.meta.env;

/** From the end of a span to the moment when ClickHouse has it: export and insert take about a third of this. */
const arrivalMs = 300;

const noSession =
  'No chat session yet. Ask the assistant something, or click one of its questions: every click and message becomes a span event.';

const views: readonly [PanelView, ...PanelView[]] = [
  { id: 'trace', title: 'Trace', ...traceSection(jaegerUrl) },
  { id: 'events', title: 'Events', ...eventsSection() },
];
let view = views.find(({ id }) => id === storedView()) ?? views[0];
const failures = failuresMenu(flagsClient(chatUrl));
const tabs = viewTabs(views, view.id, (id) => {
  view = views.find((other) => other.id === id) ?? view;
  storeView(view.id);
  poll.wake();
});
const health = exporterHealth(() => exporter.stats());
const frame = buildPanelFrame(tabs, failures, health, explorerUrl);
frame.show('empty', noSession);

const poll = createPoll(async (signal) => {
  void failures.refresh();
  health.refresh();
  // What has just happened is to be seen: its span must have ended and arrived.
  chat.flush();
  await pause(arrivalMs, signal);
  if (signal.aborted) return false;
  const chatSessionId = readChatSessionId();
  if (chatSessionId === undefined) {
    clearViews();
    frame.show('empty', noSession);
    return false;
  }
  try {
    const hasChanged = await view.refresh(chatSessionId, signal);
    if (!signal.aborted) frame.show('live');
    return hasChanged;
  } catch (error) {
    if (signal.aborted) return false;
    // What was shown before is not what ClickHouse has now: nothing is shown from memory.
    clearViews();
    frame.show('problem', error instanceof Error ? error.message : String(error));
    return false;
  }
});

frame.openButton.addEventListener('click', () => {
  setPanelOpen(true);
  follow();
  frame.closeButton.focus();
});
frame.closeButton.addEventListener('click', () => {
  setPanelOpen(false);
  follow();
  frame.openButton.focus();
});
document.addEventListener('visibilitychange', follow);
for (const type of ['click', 'keydown']) window.addEventListener(type, () => poll.wake(), { passive: true });
follow();

/** Reads only while somebody can see it. */
function follow(): void {
  if (isPanelOpen() && document.visibilityState === 'visible') poll.start();
  else poll.stop();
}

function clearViews(): void {
  for (const { clear } of views) clear();
}
