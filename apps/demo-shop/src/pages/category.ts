import type { Category, Product } from '../../catalogue/product.ts';
import { productsIn } from '../../catalogue/products.ts';
import { element, required } from '../element.ts';
import { productCard } from '../product/product-card.ts';
import { triggerPlace } from '../product/trigger-place.ts';

const texts: Readonly<Record<Category, { title: string; intro: string }>> = {
  outerwear: {
    title: 'Outerwear',
    intro: 'Shells, parkas and puffers: the layer that argues with the weather.',
  },
  midlayer: { title: 'Midlayers', intro: 'Fleece and merino that hold warmth and let steam go.' },
  trousers: { title: 'Trousers', intro: 'For trails, rain and everything with a knee in it.' },
  footwear: { title: 'Footwear', intro: 'From dry city stones to wet granite and deep snow.' },
  accessories: {
    title: 'Accessories',
    intro: 'The small things that decide whether a day outside was good.',
  },
};

const orders: Readonly<Record<string, (a: Product, b: Product) => number>> = {
  rating: (a, b) => b.rating - a.rating,
  price: (a, b) => a.price - b.price,
  '-price': (a, b) => b.price - a.price,
  '-warmth': (a, b) => b.warmth - a.warmth,
  weight: (a, b) => a.weightGrams - b.weightGrams,
};
/** The embedded trigger stands after this many cards, across the whole grid. */
const cardsBeforeTrigger = 4;

// The server routes known categories here only.
const category = location.pathname.split('/')[2] as Category;
const all = productsIn(category);
const parameters = new URLSearchParams(location.search);
const kind = parameters.get('kind');
const sort = parameters.get('sort') ?? 'rating';
const shown = all
  .filter((product) => kind === null || product.kind === kind)
  .sort(orders[sort] ?? orders.rating);
const ids = shown.map((product) => product.id);

const { title, intro } = texts[category];
document.title = `${title} – Northfell`;
required('[data-page-head]').append(element('h1', {}, title), element('p', {}, intro));
required('[data-banner]').replaceWith(triggerPlace('PLP_BANNER', ids));

const kinds = [...new Set(all.map((product) => product.kind))];
required('[data-kinds]').append(kindChip('All', null), ...kinds.map((name) => kindChip(name, name)));

const select = required<HTMLSelectElement>('#sort');
select.value = sort in orders ? sort : 'rating';
select.addEventListener('change', () => location.assign(linkTo(kind, select.value)));

required('[data-result-count]').textContent = `${shown.length} of ${all.length} products`;
const cards = shown.map(productCard);
const embedded = element(
  'li',
  { class: 'across' },
  triggerPlace('PLP_EMBEDDED', ids.slice(0, cardsBeforeTrigger)),
);
cards.splice(cardsBeforeTrigger, 0, embedded);
required('[data-products]').append(...cards);

function kindChip(label: string, value: string | null): HTMLAnchorElement {
  return element(
    'a',
    {
      class: 'chip',
      href: linkTo(value, sort),
      'aria-current': value === kind ? 'true' : undefined,
      'data-testid': `kind-${(value ?? 'all').replaceAll(' ', '-')}`,
    },
    label,
  );
}

function linkTo(toKind: string | null, toSort: string): string {
  const to = new URLSearchParams();
  if (toKind !== null) to.set('kind', toKind);
  if (toSort !== 'rating') to.set('sort', toSort);
  const query = to.toString();
  return query === '' ? location.pathname : `${location.pathname}?${query}`;
}
