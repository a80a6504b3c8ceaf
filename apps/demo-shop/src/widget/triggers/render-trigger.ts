import { clickTrigger } from '../actions/click-trigger.ts';
import type { Chat } from '../chat.ts';
import { chip } from '../dom/chip.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';
import { startersOf } from './starters.ts';
import type { Starter, Trigger, TriggerComponent } from './trigger.ts';

type ReadTrigger = () => Trigger;

/** The surface of an embedded trigger. */
export function renderTrigger(chat: Chat, component: TriggerComponent, read: ReadTrigger): HTMLElement {
  const click = (starter?: Starter) => clickTrigger(chat, read(), starter);
  const starters = startersOf(component).map((starter) => starterButton(starter, () => click(starter)));
  switch (component) {
    case 'PLP_BANNER':
      return banner(() => click());
    case 'SEARCH_SUGGESTION':
      return surface(component, 'Ask instead of searching', 'suggestion-rows', [
        ...starters,
        openButton('Ask something else', () => click()),
      ]);
    default:
      return surface(
        component,
        component === 'PDP_EMBEDDED' ? 'Ask about this product' : 'Need a hand choosing?',
        'chips',
        [...starters, openButton('Ask something else', () => click())],
      );
  }
}

function surface(
  component: TriggerComponent,
  title: string,
  layout: string,
  buttons: HTMLElement[],
): HTMLElement {
  return element(
    'section',
    { class: `trigger trigger-${layout}`, 'aria-label': title, 'data-testid': `chat-trigger-${component}` },
    element('p', { class: 'trigger-title' }, icon('spark'), element('span', {}, title)),
    element('div', { class: layout }, ...buttons),
  );
}

function banner(open: () => void): HTMLElement {
  return element(
    'section',
    {
      class: 'trigger trigger-banner',
      'aria-label': 'Shopping assistant',
      'data-testid': 'chat-trigger-PLP_BANNER',
    },
    element('span', { class: 'avatar' }, icon('spark')),
    element(
      'div',
      { class: 'banner-text' },
      element('p', { class: 'banner-title' }, 'Not sure which one is right for you?'),
      element('p', {}, 'Tell the assistant where you are going, and it narrows the choice down.'),
    ),
    element(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'chat-trigger-open', onclick: open },
      'Ask the assistant',
    ),
  );
}

function starterButton(starter: Starter, click: () => void): HTMLElement {
  return chip({ label: starter.text, testId: 'chat-trigger-starter', onclick: click });
}

function openButton(label: string, click: () => void): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'chip chip-open', 'data-testid': 'chat-trigger-open', onclick: click },
    label,
    icon('next'),
  );
}
