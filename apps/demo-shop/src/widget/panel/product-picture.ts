import type { ProductItem } from '../api/api-events.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icons.ts';

/** Decorative: the product's name stands beside it. A picture that is missing leaves a plain tile. */
export function productPicture(product: ProductItem): HTMLElement {
  const frame = element('span', { class: 'picture' });
  const image = element('img', {
    src: product.picture,
    alt: '',
    loading: 'lazy',
    width: 200,
    height: 200,
    draggable: 'false',
    onerror: () => frame.replaceChildren(icon('page')),
  });
  frame.append(image);
  return frame;
}
