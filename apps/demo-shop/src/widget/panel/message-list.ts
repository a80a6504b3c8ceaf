import type { Chat } from '../chat.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { keepFocus } from '../dom/keep-focus.ts';
import type { Entry } from '../state/entries.ts';
import type { State } from '../state/state.ts';
import { entryElement } from './entry-element.ts';
import { openingButtons } from './opening-suggestions.ts';
import { showSelection } from './product-card.ts';
import { typingIndicator } from './typing-indicator.ts';
import { waitingQuestions } from './waiting-questions.ts';

interface Rendered {
  readonly entry: Entry;
  readonly element: HTMLElement;
}

/** The conversation. Only entries that changed are drawn again, so scroll positions and drafts stay. */
export function messageList(chat: Chat): Component {
  const items = element('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': 'Conversation',
    'data-testid': 'chat-log',
  });
  const opening = openingButtons(chat, 'chat-opening-suggestion');
  const typing = typingIndicator();
  const waiting = waitingQuestions();
  const list = element(
    'div',
    { class: 'messages', tabindex: '-1', 'data-testid': 'chat-messages' },
    items,
    typing.element,
    waiting.element,
    opening,
  );
  let rendered: Rendered[] = [];

  function drawEntries(entries: readonly Entry[]): void {
    const known = new Map(rendered.map((item) => [item.entry, item]));
    rendered = entries.map((entry) => known.get(entry) ?? { entry, element: entryElement(chat, entry) });
    const wanted = rendered.map((item) => item.element);
    keepFocus(items, () => replaceChanged(items, wanted));
  }

  let shown: State | undefined;
  let followed = 0;
  return {
    element: list,
    render(state) {
      list.hidden = state.phase === 'home_screen' || state.phase === 'none';
      opening.hidden = state.phase === 'conversation';
      const following = isAtEnd(list) || list.scrollTop === followed;
      if (shown?.entries !== state.entries) drawEntries(state.entries);
      if (shown?.selection !== state.selection || shown.entries !== state.entries)
        showSelection(items, state.selection);
      typing.render(state);
      waiting.render(state);
      const asked = shown?.pending === undefined && state.pending !== undefined;
      const opened = shown?.view !== 'open' && state.view === 'open';
      shown = state;
      if (!following && !asked && !opened) return;
      list.scrollTop = followTo(list);
      followed = list.scrollTop;
    },
  };
}

function isAtEnd(list: HTMLElement): boolean {
  return list.scrollHeight - list.scrollTop - list.clientHeight < 40;
}

/** Towards the end, but a long answer is read from its start: the question stays in sight. */
function followTo(list: HTMLElement): number {
  const question = [...list.querySelectorAll<HTMLElement>('.from-user')].at(-1);
  const end = list.scrollHeight - list.clientHeight;
  return question === undefined ? end : Math.min(end, question.offsetTop - 12);
}

/** Touches only what differs: moving a node would restart its animations and drop its focus. */
function replaceChanged(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const keep = new Set<Element>(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
}
