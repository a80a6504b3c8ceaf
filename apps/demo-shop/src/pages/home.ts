import type { Category } from '../../catalogue/product.ts';
import { categories } from '../../catalogue/product.ts';
import { products, productsIn } from '../../catalogue/products.ts';
import { element, required } from '../element.ts';
import { productCard } from '../product/product-card.ts';

const layers: Readonly<Record<Category, { label: string; line: string; picture: string }>> = {
  outerwear: { label: 'Outerwear', line: 'Keeps the weather out', picture: '431381' },
  midlayer: { label: 'Midlayers', line: 'Keep the warmth in', picture: '217067' },
  trousers: { label: 'Trousers', line: 'Bend where you bend', picture: '318221' },
  footwear: { label: 'Footwear', line: 'Grip, wet or dry', picture: '520448' },
  accessories: { label: 'Accessories', line: 'Head, hands and back', picture: '702309' },
};

required('[data-layers]').append(
  ...categories.map((category) => {
    const { label, line, picture } = layers[category];
    return element(
      'li',
      {},
      element('img', { src: `/pictures/${picture}.svg`, alt: '', width: '400', height: '400' }),
      element(
        'div',
        {},
        element('a', { href: `/category/${category}`, 'data-testid': `layer-${category}` }, label),
        element('span', {}, line),
        element('span', { class: 'count' }, `${productsIn(category).length} products`),
      ),
    );
  }),
);

const bestRated = [...products].sort((a, b) => b.rating - a.rating).slice(0, 4);
required('[data-best-rated]').append(...bestRated.map(productCard));
