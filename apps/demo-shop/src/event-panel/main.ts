import { readChatSessionId } from './chat-session-id.ts';
import { eventsSection } from './events-section.ts';
import { buildPanelFrame } from './panel-frame.ts';
import type { PanelSection } from './panel-section.ts';
import { isPanelOpen, setPanelOpen } from './panel-state.ts';
import { createPoll } from './poll.ts';

const noSession =
  'No chat session yet. Ask the assistant something, or click one of its questions: every click and message becomes a span event.';

const sections: readonly PanelSection[] = [eventsSection()];
const frame = buildPanelFrame(sections);
frame.show('empty', noSession);

const poll = createPoll(async (signal) => {
  const chatSessionId = readChatSessionId();
  if (chatSessionId === undefined) {
    clearSections();
    frame.show('empty', noSession);
    return false;
  }
  try {
    const changes = await Promise.all(sections.map((section) => section.refresh(chatSessionId, signal)));
    if (!signal.aborted) frame.show('live');
    return changes.some(Boolean);
  } catch (error) {
    if (signal.aborted) return false;
    // What was shown before is not what ClickHouse has now: nothing is shown from memory.
    clearSections();
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
for (const type of ['pointerdown', 'keydown'])
  window.addEventListener(type, () => poll.wake(), { passive: true });
follow();

/** Reads only while somebody can see it. */
function follow(): void {
  if (isPanelOpen() && document.visibilityState === 'visible') poll.start();
  else poll.stop();
}

function clearSections(): void {
  for (const section of sections) section.clear();
}
