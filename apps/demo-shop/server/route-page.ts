import { categories } from '../catalogue/product.ts';
import { findProduct } from '../catalogue/products.ts';

/** The HTML files in pages/, by name. */
export const pageNames = ['home', 'category', 'product', 'search', 'help', 'checkout', 'not-found'] as const;

export type PageName = (typeof pageNames)[number];

/** Which page answers a path; `undefined` when the path is not a page (a script, a picture, a data call). */
export function routePage(pathname: string): PageName | undefined {
  const [first, second, ...rest] = pathname.replace(/\/$/, '').split('/').slice(1);
  if (first === undefined) return 'home';
  if (rest.length > 0) return undefined;
  if (first === 'category' && second !== undefined) {
    return categories.some((category) => category === second) ? 'category' : 'not-found';
  }
  if (first === 'products' && second !== undefined) {
    return findProduct(second) === undefined ? 'not-found' : 'product';
  }
  if (second === undefined && (first === 'search' || first === 'help' || first === 'checkout')) return first;
  return undefined;
}
