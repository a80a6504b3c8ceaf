import type { Product } from '../../catalogue/product.ts';
import { findProduct } from '../../catalogue/products.ts';
import { element, required } from '../element.ts';
import { buyForm } from '../product/buy-form.ts';
import { formatPrice } from '../product/format-price.ts';
import { productCard, ratingStars } from '../product/product-card.ts';
import { productDetails } from '../product/product-details.ts';
import { triggerPlace } from '../product/trigger-place.ts';

// The server answers unknown ids with its own page.
const product = findProduct(location.pathname.split('/')[2] ?? '');
if (product === undefined) throw new Error(`No product at ${location.pathname}.`);

document.title = `${product.name} – Northfell`;
showCrumbs(product);
showProduct(product);
showCompanions(product);

function showCrumbs({ category, name }: Product): void {
  const label = `${category[0]?.toUpperCase()}${category.slice(1)}`;
  required('[data-crumbs]').append(
    element(
      'ol',
      {},
      element('li', {}, element('a', { href: '/', 'data-testid': 'crumb-home' }, 'Home')),
      element(
        'li',
        {},
        element('a', { href: `/category/${category}`, 'data-testid': 'crumb-category' }, label),
      ),
      element('li', { 'aria-current': 'page' }, name),
    ),
  );
}

function showProduct(shown: Product): void {
  const { id, name, kind, color, gender, price, rating, description } = shown;
  const whose = gender === undefined || gender === 'unisex' ? 'For everyone' : `For ${gender}`;
  required('[data-product]').append(
    element(
      'div',
      { class: 'product-picture' },
      element('img', { src: `/pictures/${id}.svg`, alt: `${kind}, ${color}`, width: '400', height: '400' }),
    ),
    element(
      'div',
      { class: 'product-text' },
      element('p', { class: 'product-kind' }, `${whose} · ${kind} · ${color}`),
      element('h1', { 'data-testid': 'product-name' }, name),
      element(
        'p',
        { class: 'product-price' },
        element('span', { class: 'price' }, formatPrice(price)),
        ratingStars(rating),
      ),
      element('p', { class: 'product-description' }, description),
      buyForm(shown),
      triggerPlace('PDP_EMBEDDED', [id]),
      productDetails(shown),
      element('p', { class: 'small' }, `Article ${id}`),
    ),
  );
}

function showCompanions({ compatibleWith }: Product): void {
  const companions = compatibleWith.map(findProduct).filter((other) => other !== undefined);
  if (companions.length === 0) return;
  const section = required('[data-goes-well]');
  required('[data-products]', section).append(...companions.slice(0, 4).map(productCard));
  section.hidden = false;
}
