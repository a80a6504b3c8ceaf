import type { Category, Product } from './product.ts';
import json from './products.json' with { type: 'json' };

export const products: readonly Product[] = json as Product[];

const byId: ReadonlyMap<string, Product> = new Map(products.map((product) => [product.id, product]));

export function findProduct(id: string): Product | undefined {
  return byId.get(id);
}

export function productsIn(category: Category): Product[] {
  return products.filter((product) => product.category === category);
}

/** The products a name or an attribute of which begins with every word of the query, best rated first. */
export function searchProducts(query: string): Product[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return products
    .filter((product) => words.every((word) => searchText(product).includes(` ${word}`)))
    .sort((a, b) => b.rating - a.rating);
}

function searchText(product: Product): string {
  return [
    '',
    product.id,
    product.name,
    product.kind,
    product.category,
    product.color,
    product.gender ?? '',
    ...product.materials,
    ...product.features,
    ...product.activities,
  ]
    .join(' ')
    .toLowerCase()
    .replaceAll('-', ' ');
}
