import { clickProductMenu, followLink } from '../actions/product-clicks.ts';
import type { ProductItem } from '../api/api-events.ts';
import type { Chat } from '../chat.ts';
import type { MenuItem } from '../dom/popup-menu.ts';
import { popupMenu } from '../dom/popup-menu.ts';
import type { ProductMenuLabel, ProductMenuSource } from '../tracking/product-events.ts';

export function productMenu(chat: Chat, product: ProductItem, source: ProductMenuSource): HTMLElement {
  const item = (label: ProductMenuLabel, icon: MenuItem['icon'], testId: string): MenuItem => ({
    label,
    icon,
    testId,
    onclick: () => clickProductMenu(chat, label, source, product),
  });
  const page = item('go to product page', 'page', 'chat-product-menu-page');
  const url = new URL(product.url, location.href).href;
  return popupMenu({
    label: `More about ${product.name}`,
    testId: 'chat-product-menu',
    items: [
      item('ask follow up', 'question', 'chat-product-menu-follow-up'),
      item('find similar', 'similar', 'chat-product-menu-similar'),
      {
        ...page,
        href: product.url,
        onclick: () => {
          page.onclick();
          followLink(chat, url, { type: 'product_menu', product });
        },
      },
    ],
  });
}
