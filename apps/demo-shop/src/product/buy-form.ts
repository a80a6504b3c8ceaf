import type { Product } from '../../catalogue/product.ts';
import { addToBasket } from '../basket/basket.ts';
import { element } from '../element.ts';
import { sizesOf } from './sizes.ts';

/** Size choice and "Add to basket"; says below the button what happened. */
export function buyForm(product: Product): HTMLFormElement {
  const sizes = sizesOf(product);
  const preselected = sizes[Math.floor((sizes.length - 1) / 2)];
  const said = element('p', { class: 'added', role: 'status', 'data-testid': 'added' });
  const form = element(
    'form',
    { class: 'buy' },
    element(
      'fieldset',
      { class: 'sizes' },
      element('legend', {}, 'Size'),
      ...sizes.map((size) => sizeChoice(size, size === preselected)),
    ),
    element('button', { class: 'button', type: 'submit', 'data-testid': 'add-to-basket' }, 'Add to basket'),
    said,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const size = String(new FormData(form).get('size'));
    try {
      addToBasket(product.id, size);
    } catch {
      said.replaceChildren('Your browser does not let the shop keep a basket: allow storage for this site.');
      return;
    }
    said.replaceChildren(
      size === 'One size' ? 'In your basket. ' : `Size ${size} is in your basket. `,
      element('a', { href: '/checkout', 'data-testid': 'added-go-to-checkout' }, 'Go to checkout'),
    );
  });
  return form;
}

function sizeChoice(size: string, checked: boolean): HTMLLabelElement {
  const input = element('input', {
    type: 'radio',
    name: 'size',
    value: size,
    checked: checked ? '' : undefined,
    'data-testid': `size-${size.replaceAll(' ', '-')}`,
  });
  return element('label', {}, input, element('span', {}, size));
}
