import { askAboutMiniPdp, followLink, leaveMiniPdp } from '../actions/product-clicks.ts';
import type { ProductItem } from '../api/api-events.ts';
import type { Chat } from '../chat.ts';
import { chip } from '../dom/chip.ts';
import type { Component } from '../dom/component.ts';
import { element } from '../dom/element.ts';
import { iconButton } from '../dom/icon-button.ts';
import { icon } from '../dom/icons.ts';
import { productSuggestions } from '../sentences.ts';
import { findProduct } from '../state/entries.ts';
import { formatPrice } from './format-price.ts';
import { selectBox, showSelection } from './product-card.ts';
import { productMenu } from './product-menu.ts';
import { productPicture } from './product-picture.ts';

/** The product's page in small, over the conversation. */
export function miniPdp(chat: Chat): Component {
  const sheet = element('section', { class: 'mini-pdp', 'data-testid': 'chat-mini-pdp' });
  let shownId: string | undefined;
  let opener: Element | null = null;

  function open(product: ProductItem): void {
    opener = (sheet.getRootNode() as ShadowRoot).activeElement;
    sheet.setAttribute('aria-label', product.name);
    sheet.replaceChildren(...content(chat, product));
    sheet.querySelector<HTMLElement>('[data-testid=chat-mini-pdp-close]')?.focus();
  }

  return {
    element: sheet,
    render({ miniPdpProductId, entries, selection }) {
      const product = miniPdpProductId === undefined ? undefined : findProduct(entries, miniPdpProductId);
      const hadFocus = sheet.contains((sheet.getRootNode() as ShadowRoot).activeElement);
      sheet.hidden = product === undefined;
      if (product !== undefined && shownId !== product.id) open(product);
      if (product === undefined) sheet.replaceChildren();
      if (product === undefined && hadFocus && opener instanceof HTMLElement) opener.focus();
      shownId = product?.id;
      showSelection(sheet, selection);
    },
  };
}

function content(chat: Chat, product: ProductItem): HTMLElement[] {
  const close = iconButton({
    icon: 'close',
    label: 'Close product',
    testId: 'chat-mini-pdp-close',
    onclick: () => leaveMiniPdp(chat),
  });
  const bar = element(
    'div',
    { class: 'mini-pdp-bar' },
    element('span', { class: 'mini-pdp-category' }, product.category),
    productMenu(chat, product, 'mini_pdp'),
    close,
  );
  const body = element(
    'div',
    { class: 'mini-pdp-body' },
    productPicture(product),
    element('h3', { class: 'mini-pdp-name' }, product.name),
    element('p', { class: 'mini-pdp-price' }, formatPrice(product, chat.config)),
    element(
      'div',
      { class: 'mini-pdp-actions' },
      pageLink(chat, product),
      element('label', { class: 'mini-pdp-select' }, selectBox(chat, product), 'Select'),
    ),
    element('p', { class: 'mini-pdp-ask' }, 'Ask about this product'),
    questions(chat, product),
  );
  return [bar, body];
}

function pageLink(chat: Chat, product: ProductItem): HTMLElement {
  const link: HTMLAnchorElement = element(
    'a',
    {
      class: 'button',
      href: product.url,
      'data-testid': 'chat-mini-pdp-link',
      onclick: () => followLink(chat, link.href, { type: 'mini_pdp_product', product }),
    },
    'View product page',
    icon('next'),
  );
  return link;
}

function questions(chat: Chat, product: ProductItem): HTMLElement {
  const buttons = productSuggestions.map((suggestion) =>
    chip({
      label: suggestion.label,
      testId: 'chat-mini-pdp-suggestion',
      onclick: () => askAboutMiniPdp(chat, product, suggestion),
    }),
  );
  return element('div', { class: 'chips' }, ...buttons);
}
