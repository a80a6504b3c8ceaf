import type { Product } from '../../catalogue/product.ts';
import { element } from '../element.ts';
import { formatPrice } from '../product/format-price.ts';
import type { BasketLine } from './basket.ts';
import { setPieces } from './basket.ts';

/** One line of the basket on the checkout page, with its controls. */
export function basketLine(line: BasketLine, product: Product): HTMLLIElement {
  const { id, name, price, color } = product;
  const button = (label: string, sign: string, test: string, pieces: number): HTMLButtonElement => {
    const control = element(
      'button',
      {
        type: 'button',
        'aria-label': `${label}: ${name}, ${line.size}`,
        'data-testid': `${test}-${id}-${line.size}`,
      },
      sign,
    );
    control.addEventListener('click', () => setPieces(line, pieces));
    return control;
  };
  return element(
    'li',
    { class: 'basket-line' },
    element('img', { src: `/pictures/${id}.svg`, alt: '', width: '72', height: '72' }),
    element(
      'div',
      {},
      element('a', { href: `/products/${id}`, 'data-testid': `basket-product-${id}` }, name),
      element('p', { class: 'small' }, line.size === 'One size' ? color : `${color}, size ${line.size}`),
      element(
        'div',
        { class: 'pieces' },
        button('One less', '−', 'less', line.pieces - 1),
        element('span', { 'aria-label': `${line.pieces} pieces`, role: 'img' }, String(line.pieces)),
        button('One more', '+', 'more', line.pieces + 1),
        button('Remove', 'Remove', 'remove', 0),
      ),
    ),
    element('span', { class: 'price' }, formatPrice(price * line.pieces)),
  );
}
