import { followLink, openMiniPdp } from '../actions/product-clicks.ts';
import { toggleProduct } from '../actions/select-product.ts';
import type { ProductItem } from '../api/api-events.ts';
import type { Chat } from '../chat.ts';
import { element } from '../dom/element.ts';
import type { ProductMenuSource } from '../tracking/product-events.ts';
import { formatPrice } from './format-price.ts';
import { productMenu } from './product-menu.ts';
import { productPicture } from './product-picture.ts';

/** A product of an answer. Name and picture are one link to the product's page. */
export function productCard(chat: Chat, product: ProductItem, source: ProductMenuSource): HTMLElement {
  const link: HTMLAnchorElement = element(
    'a',
    {
      class: 'card-link',
      href: product.url,
      'data-testid': 'chat-product-link',
      'data-key': product.id,
      onclick: () => followLink(chat, link.href, { type: 'product_card', product }),
    },
    productPicture(product),
    element('span', { class: 'card-name' }, product.name),
    element('span', { class: 'card-price' }, formatPrice(product, chat.config)),
  );
  const quickView = element(
    'button',
    {
      type: 'button',
      class: 'quick-view',
      'aria-label': `Quick view: ${product.name}`,
      'data-testid': 'chat-product-quick-view',
      'data-key': product.id,
      onclick: () => openMiniPdp(chat, product),
    },
    'Quick view',
  );
  return element(
    'article',
    { class: `card ${source}`, 'data-testid': 'chat-product', 'data-product-id': product.id },
    link,
    selectBox(chat, product),
    productMenu(chat, product, source),
    quickView,
  );
}

export function selectBox(chat: Chat, product: ProductItem): HTMLInputElement {
  const box: HTMLInputElement = element('input', {
    type: 'checkbox',
    class: 'select-box',
    'aria-label': `Select ${product.name}`,
    'data-testid': 'chat-product-select',
    'data-select': product.id,
    onchange: () => toggleProduct(chat, product.id),
  });
  return box;
}

/** Checks the boxes of the selected products, without drawing the cards again. */
export function showSelection(container: HTMLElement, selection: readonly string[]): void {
  for (const box of container.querySelectorAll<HTMLInputElement>('[data-select]')) {
    box.checked = selection.includes(box.dataset.select ?? '');
    box.closest('.card')?.classList.toggle('selected', box.checked);
  }
}
