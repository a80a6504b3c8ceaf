import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';

/** Dots, and what the assistant says it is doing, until the answer's text grows. */
export function typingIndicator(): Component {
  const text = element('span', { 'data-testid': 'chat-progress' });
  const dots = element(
    'span',
    { class: 'dots', 'aria-hidden': 'true' },
    ...[1, 2, 3].map(() => element('i')),
  );
  const line = element('div', { class: 'typing', role: 'status' }, dots, text);
  return {
    element: line,
    render(state) {
      const last = state.entries.at(-1);
      const growing = last?.kind === 'assistant' && last.streaming && state.progress === undefined;
      line.hidden = state.pending === undefined || growing;
      const shown = line.hidden ? '' : (state.progress ?? '');
      if (text.textContent !== shown) text.textContent = shown;
    },
  };
}
