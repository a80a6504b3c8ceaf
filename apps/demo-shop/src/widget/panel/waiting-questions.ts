import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';

/** Questions that are asked as soon as the running answer is complete. */
export function waitingQuestions(): Component {
  const list = element('div', { class: 'waiting' });
  return {
    element: list,
    render({ waiting }) {
      if (list.childElementCount === waiting.length) return;
      list.replaceChildren(
        ...waiting.map(({ text }) =>
          element('div', { class: 'message from-user', 'aria-label': 'Next' }, text),
        ),
      );
    },
  };
}
