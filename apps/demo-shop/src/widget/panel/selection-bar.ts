import { askSuggestion, suggestionsFor, toggleProduct } from '../actions/select-product.ts';
import type { Chat } from '../chat.ts';
import { chip } from '../dom/chip.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';
import { keepFocus } from '../dom/keep-focus.ts';
import { findProduct } from '../state/entries.ts';
import type { State } from '../state/state.ts';
import { productPicture } from './product-picture.ts';

/** The selected products, and the buttons that are offered for them. */
export function selectionBar(chat: Chat): Component {
  const bar = element('div', { class: 'selection', role: 'group', 'aria-label': 'Selected products' });
  bar.dataset.testid = 'chat-selection';
  let shown: readonly string[] | undefined;
  return {
    element: bar,
    render(state) {
      bar.hidden = state.selection.length === 0 || state.miniPdpProductId !== undefined;
      if (shown === state.selection) return;
      shown = state.selection;
      keepFocus(bar, () => bar.replaceChildren(selected(chat, state), suggestions(chat, state)));
    },
  };
}

function selected(chat: Chat, { selection, entries }: State): HTMLElement {
  const thumbnails = selection.map((productId) => {
    const product = findProduct(entries, productId);
    const name = product?.name ?? productId;
    return element(
      'button',
      {
        type: 'button',
        class: 'selected-product',
        'aria-label': `Deselect ${name}`,
        title: `Deselect ${name}`,
        'data-testid': 'chat-selection-remove',
        'data-key': productId,
        onclick: () => toggleProduct(chat, productId),
      },
      product === undefined ? productId : productPicture(product),
      icon('close'),
    );
  });
  return element('div', { class: 'selected-products' }, ...thumbnails);
}

function suggestions(chat: Chat, { selection }: State): HTMLElement {
  const buttons = suggestionsFor(selection).map((suggestion) =>
    chip({
      label: suggestion.label,
      testId: 'chat-suggestion',
      onclick: () => askSuggestion(chat, suggestion),
    }),
  );
  return element('div', { class: 'chips' }, ...buttons);
}
