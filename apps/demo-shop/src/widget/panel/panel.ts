import { dismissSurvey } from '../actions/give-feedback.ts';
import { minimize } from '../actions/open-close.ts';
import { leaveMiniPdp } from '../actions/product-clicks.ts';
import type { Chat } from '../chat.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { assistantName } from '../sentences.ts';
import type { State } from '../state/state.ts';
import { sizeOf } from '../state/state.ts';
import { composer } from './composer.ts';
import { header } from './header.ts';
import { homeScreen } from './home-screen.ts';
import { messageList } from './message-list.ts';
import { miniPdp } from './mini-pdp.ts';
import { selectionBar } from './selection-bar.ts';
import { survey } from './survey.ts';

/** The open chat. Takes the focus when it opens. */
export function panel(chat: Chat): Component {
  const write = composer(chat);
  const stage = [messageList(chat), homeScreen(chat), survey(chat), miniPdp(chat)];
  const parts = [header(chat), ...stage, selectionBar(chat), write];
  const [head, , , , , selection] = parts.map((part) => part.element);
  const dialog = element(
    'section',
    {
      class: 'panel',
      role: 'dialog',
      tabindex: '-1',
      'aria-label': assistantName,
      'data-testid': 'chat-panel',
      onkeydown: (event) => onEscape(chat, event),
    },
    head,
    element('div', { class: 'stage' }, ...stage.map((part) => part.element)),
    selection,
    write.element,
    element('p', { class: 'disclaimer' }, 'Demo: answers come from a mock assistant.'),
  );
  let shown: State | undefined;
  return {
    element: dialog,
    render(state) {
      const opens = state.view === 'open' && shown !== undefined && shown.view !== 'open';
      const cleared = shown !== undefined && shown.chatId !== state.chatId;
      shown = state;
      dialog.hidden = state.view !== 'open';
      dialog.dataset.size = sizeOf(state, chat.screen.isPhone());
      if (dialog.hidden) return;
      for (const part of parts) part.render(state);
      if (!(opens || cleared) || state.surveyChatId !== undefined) return;
      // On a phone the input would bring up the keyboard, over half of the screen.
      if (chat.screen.isPhone()) dialog.focus();
      else write.focus();
    },
  };
}

/** Escape leaves the innermost thing: a menu (by the browser), the survey, the mini-PDP, and then the chat. */
function onEscape(chat: Chat, event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  if ((event.currentTarget as HTMLElement).querySelector(':popover-open') !== null) return;
  event.stopPropagation();
  const { surveyChatId, miniPdpProductId } = chat.store.get();
  if (surveyChatId !== undefined) dismissSurvey(chat);
  else if (miniPdpProductId !== undefined) leaveMiniPdp(chat);
  else minimize(chat);
}
