import { findProduct } from '../../catalogue/products.ts';
import { emptyBasket, readBasket } from '../basket/basket.ts';
import { basketLine } from '../basket/basket-line.ts';
import { element, required } from '../element.ts';
import { formatPrice } from '../product/format-price.ts';

const freeDeliveryFrom = 150;
const deliveryPrice = 6;

const placed = required('[data-order-placed]');
showBasket();
window.addEventListener('northfell:basket', showBasket);

required<HTMLFormElement>('[data-order]').addEventListener('submit', (event) => {
  event.preventDefault();
  placed.textContent =
    'Thank you! This is where a real shop would pack your parcel. Nothing was ordered or sent.';
  placed.hidden = false;
  emptyBasket();
});

function showBasket(): void {
  const focused = document.activeElement?.getAttribute('data-testid');
  const lines = readBasket().flatMap((line) => {
    const product = findProduct(line.productId);
    return product === undefined ? [] : [{ line, product }];
  });
  required('[data-basket-empty]').hidden = lines.length > 0 || !placed.hidden;
  required('[data-checkout]').hidden = lines.length === 0;
  required('[data-basket-lines]').replaceChildren(
    ...lines.map(({ line, product }) => basketLine(line, product)),
  );

  const goods = lines.reduce((sum, { line, product }) => sum + product.price * line.pieces, 0);
  const delivery = goods >= freeDeliveryFrom ? 0 : deliveryPrice;
  required('[data-totals]').replaceChildren(
    ...total('Goods', formatPrice(goods)),
    ...total('Delivery', delivery === 0 ? 'free' : formatPrice(delivery)),
    ...total('Total', formatPrice(goods + delivery)),
  );
  // The list was built anew: whoever used the keyboard stays on the same control.
  if (focused) document.querySelector<HTMLElement>(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
}

function total(term: string, amount: string): [HTMLElement, HTMLElement] {
  return [element('dt', {}, term), element('dd', { 'data-testid': `total-${term.toLowerCase()}` }, amount)];
}
