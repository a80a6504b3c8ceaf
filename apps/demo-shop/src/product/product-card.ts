import type { Product } from '../../catalogue/product.ts';
import { element } from '../element.ts';
import { formatPrice } from './format-price.ts';

/** A list item with one link over all of it: picture, name, what it is, price, rating. */
export function productCard(product: Product): HTMLLIElement {
  const { id, name, kind, color, gender, price, rating, features } = product;
  const whose = gender === undefined || gender === 'unisex' ? '' : `${gender}’s `;
  return element(
    'li',
    { class: 'card' },
    element(
      'div',
      { class: 'card-picture' },
      element('img', { src: `/pictures/${id}.svg`, alt: '', width: '400', height: '400', loading: 'lazy' }),
      features[0] === undefined ? undefined : element('span', { class: 'tag' }, features[0]),
    ),
    element(
      'h3',
      { class: 'card-name' },
      element('a', { href: `/products/${id}`, 'data-testid': `product-card-${id}` }, name),
    ),
    element('p', { class: 'card-kind' }, `${whose}${kind}, ${color}`),
    element(
      'p',
      { class: 'card-foot' },
      element('span', { class: 'price' }, formatPrice(price)),
      ratingStars(rating),
    ),
  );
}

export function ratingStars(rating: number): HTMLElement {
  return element(
    'span',
    { class: 'rating' },
    element('span', { 'aria-hidden': 'true', class: 'star' }, '★'),
    element('span', { class: 'visually-hidden' }, 'Rated '),
    rating.toFixed(1),
    element('span', { class: 'visually-hidden' }, ' of 5'),
  );
}
