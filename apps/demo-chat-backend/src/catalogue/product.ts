import type products from '@chatspan/demo-shop/catalogue.json';
import type { ProductItem } from '../protocol.ts';

/** One product of the shop's catalogue. Warmth is 1 (cool) to 5 (arctic), rating 0 to 5. */
export type Product = (typeof products)[number];

export function toProductItem(product: Product): ProductItem {
  const { id, name, price, currency, category } = product;
  return { id, name, price, currency, category, url: `/products/${id}`, picture: `/pictures/${id}.svg` };
}

/** The product's name as a link that the widget renders. */
export function productLink(product: Product): string {
  return `[${product.name}](/products/${product.id})`;
}

export function priceTag(product: Product): string {
  return product.currency === 'EUR' ? `€${product.price}` : `${product.price} ${product.currency}`;
}

export function findProducts(ids: readonly string[], catalogue: readonly Product[]): Product[] {
  return ids.flatMap((id) => catalogue.find((product) => product.id === id) ?? []);
}
