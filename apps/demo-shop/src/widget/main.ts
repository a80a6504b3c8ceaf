import { closeFromOutside, minimizeFromOutside, openFromOutside, showBubble } from './actions/open-close.ts';
import { AssistantClient } from './api/assistant-client.ts';
import type { Chat } from './chat.ts';
import { surroundings } from './chat.ts';
import { readConfig } from './config.ts';
import type { ChatSnapshot } from './host-window.ts';
import { hostWindow } from './host-window.ts';
import { mountLauncher } from './launcher/launcher.ts';
import { saveChanges } from './state/save-changes.ts';
import { endCustomerId, restoreState } from './state/saved-state.ts';
import { watchScreen } from './state/screen.ts';
import { createStore } from './state/store.ts';
import { TrackerQueue } from './tracking/tracker-queue.ts';
import { fillTriggerPlaces } from './triggers/trigger-places.ts';

function createChat(): Chat {
  const config = readConfig(hostWindow.clarityConfig);
  const { chatUrl, agentId, requestLimitMs } = config;
  return {
    config,
    store: createStore(restoreState(() => sessionStorage)),
    screen: watchScreen(),
    client: new AssistantClient({
      chatUrl,
      agentId,
      requestLimitMs,
      pageUrl: () => location.href,
      endCustomerId: endCustomerId(() => localStorage),
    }),
    tracker: new TrackerQueue(() => hostWindow.exponea),
    answer: { abort: undefined },
  };
}

function snapshot(chat: Chat): ChatSnapshot {
  const { chatId, selection, pending } = chat.store.get();
  const { view, size, conversation } = surroundings(chat);
  return {
    view,
    size: view === 'open' ? size : undefined,
    conversation,
    chatId,
    selection,
    answering: pending !== undefined,
  };
}

function start(): void {
  const chat = createChat();
  hostWindow.clarityChat = {
    open: () => openFromOutside(chat),
    close: () => closeFromOutside(chat),
    minimize: () => minimizeFromOutside(chat),
    state: () => snapshot(chat),
  };
  saveChanges(chat.store);
  mountLauncher(chat);
  fillTriggerPlaces(chat);
  for (const moment of ['DOMContentLoaded', 'load']) {
    window.addEventListener(moment, () => chat.tracker.flush());
  }
  const { bubbleDelayMs } = chat.config;
  if (bubbleDelayMs > 0) setTimeout(() => showBubble(chat), bubbleDelayMs);
}

// A page that includes the script twice gets one widget.
if (hostWindow.clarityChat === undefined) start();
