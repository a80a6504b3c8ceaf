import type { ProductItem } from '../api/api-events.ts';
import type { Chat } from '../chat.ts';
import { element } from '../dom/element.ts';
import { iconButton } from '../dom/icon-button.ts';
import { productCard } from './product-card.ts';

/** One product is a card, several are a carousel. */
export function productList(
  chat: Chat,
  items: readonly ProductItem[],
  title: string | undefined,
): HTMLElement {
  const [first, second] = items;
  if (first !== undefined && second === undefined) return productCard(chat, first, 'product_card');
  const track = element(
    'div',
    { class: 'carousel-track', role: 'list', tabindex: '-1', onscroll: () => updateArrows() },
    ...items.map((item) => element('div', { role: 'listitem' }, productCard(chat, item, 'carousel'))),
  );
  const arrow = (direction: 'previous' | 'next') =>
    iconButton({
      icon: direction,
      label: direction === 'next' ? 'Next products' : 'Previous products',
      testId: `chat-carousel-${direction}`,
      onclick: () => track.scrollBy({ left: (direction === 'next' ? 0.8 : -0.8) * track.clientWidth }),
    });
  const previous = arrow('previous');
  const next = arrow('next');
  function updateArrows(): void {
    previous.disabled = track.scrollLeft < 4;
    next.disabled = track.scrollLeft + track.clientWidth > track.scrollWidth - 4;
  }
  new ResizeObserver(updateArrows).observe(track);
  return element(
    'section',
    { class: 'product-list', 'aria-label': title ?? 'Products', 'data-testid': 'chat-carousel' },
    element(
      'div',
      { class: 'carousel-head' },
      element('span', { class: 'carousel-title' }, title ?? `${items.length} products`),
      previous,
      next,
    ),
    track,
  );
}
