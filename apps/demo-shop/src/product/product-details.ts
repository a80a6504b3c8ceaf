import type { Product } from '../../catalogue/product.ts';
import { element } from '../element.ts';

const warmthWords = ['Barely there', 'Light', 'Warm', 'Very warm', 'Deep frost'];

/** What a product is made of and good for, as a definition list. */
export function productDetails(product: Product): HTMLDListElement {
  const { materials, features, activities, weightGrams, warmth } = product;
  return element(
    'dl',
    { class: 'details' },
    ...detail('Warmth', warmthMeter(warmth)),
    ...detail('Weight', `${weightGrams.toLocaleString('en-IE')} g`),
    ...detail('Made of', materials.join(', ')),
    ...detail('Features', features.join(', ')),
    ...detail('Good for', activities.join(', ')),
  );
}

function detail(term: string, description: Node | string): [HTMLElement, HTMLElement] {
  return [element('dt', {}, term), element('dd', {}, description)];
}

function warmthMeter(warmth: number): HTMLElement {
  const dots = Array.from({ length: 5 }, (_, i) => element('i', { class: i < warmth ? 'on' : undefined }));
  return element(
    'span',
    { class: 'warmth' },
    element('span', { class: 'dots', 'aria-hidden': 'true' }, ...dots),
    `${warmthWords[warmth - 1]} (${warmth} of 5)`,
  );
}
