import type { Chat } from '../chat.ts';
import { element } from '../dom/element.ts';
import { OpenerFocus } from '../dom/opener-focus.ts';
import { panel } from '../panel/panel.ts';
import { adoptStyles } from '../styles/adopt-styles.ts';
import { badge } from './badge.ts';
import { bubble } from './bubble.ts';
import { floatingButton } from './floating-button.ts';

/** Puts the widget's own surfaces at the end of the page, in a shadow root that the page's styles do not reach. */
export function mountLauncher(chat: Chat): void {
  const host = element('div', { id: 'clarity-demo' });
  const shadow = host.attachShadow({ mode: 'open' });
  adoptStyles(shadow);
  document.body.append(host);
  const minimized = badge(chat);
  const floating = floatingButton(chat);
  const parts = [bubble(chat), floating, minimized, panel(chat)];
  shadow.append(...parts.map((part) => part.element));
  const focus = new OpenerFocus(shadow, chat.store.get().view === 'open');
  function render(): void {
    const state = chat.store.get();
    const open = state.view === 'open';
    focus.beforeRender(open);
    for (const part of parts) part.render(state);
    focus.afterRender(open, () =>
      state.view === 'minimized' ? minimized.focus() : floating.element.focus(),
    );
  }
  chat.store.subscribe(render);
  chat.screen.onChange(render);
  render();
}
