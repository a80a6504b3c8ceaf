import type { Product } from '../catalogue/product.ts';

const BASE = {
  currency: 'EUR',
  gender: 'unisex',
  materials: ['recycled nylon'],
  description: 'A good thing. It lasts.',
};

/** Six products, enough to tell the intents apart. */
export const PARKA: Product = {
  ...BASE,
  id: '100001',
  name: 'Halden Down Parka',
  category: 'outerwear',
  kind: 'parka',
  price: 329,
  color: 'forest green',
  materials: ['recycled nylon', 'goose down'],
  features: ['waterproof', 'windproof', 'down fill'],
  warmth: 5,
  weightGrams: 1180,
  activities: ['winter walks', 'city'],
  compatibleWith: ['100004', '100005'],
  rating: 4.8,
};

export const PUFFER: Product = {
  ...BASE,
  id: '100002',
  name: 'Sund Puffer Jacket',
  category: 'outerwear',
  kind: 'puffer jacket',
  price: 189,
  color: 'rust',
  features: ['windproof', 'packable'],
  warmth: 4,
  weightGrams: 540,
  activities: ['hiking', 'city'],
  compatibleWith: ['100005'],
  rating: 4.5,
};

export const SHELL: Product = {
  ...BASE,
  id: '100003',
  name: 'Fjellvind Rain Shell',
  category: 'outerwear',
  kind: 'rain shell',
  price: 139,
  color: 'sky blue',
  materials: ['three-layer membrane'],
  features: ['waterproof', 'windproof', 'breathable'],
  warmth: 1,
  weightGrams: 340,
  activities: ['hiking', 'trekking'],
  compatibleWith: ['100004'],
  rating: 4.7,
};

export const BOOTS: Product = {
  ...BASE,
  id: '100004',
  name: 'Stein Mid Hiking Boots',
  category: 'footwear',
  kind: 'hiking boots',
  price: 179,
  color: 'brown',
  materials: ['nubuck leather', 'rubber'],
  features: ['waterproof', 'grippy sole'],
  warmth: 3,
  weightGrams: 1120,
  activities: ['hiking', 'trekking'],
  compatibleWith: ['100003'],
  rating: 4.6,
};

export const BEANIE: Product = {
  ...BASE,
  id: '100005',
  name: 'Rib Wool Beanie',
  category: 'accessories',
  kind: 'beanie',
  price: 29,
  color: 'mustard',
  materials: ['merino wool'],
  features: ['breathable'],
  warmth: 4,
  weightGrams: 70,
  activities: ['winter walks', 'hiking'],
  compatibleWith: ['100001'],
  rating: 4.4,
};

export const TROUSERS: Product = {
  ...BASE,
  id: '100006',
  name: 'Vandre Hiking Trousers',
  category: 'trousers',
  kind: 'hiking trousers',
  gender: 'men',
  price: 119,
  color: 'olive',
  features: ['quick-drying', 'stretch'],
  warmth: 2,
  weightGrams: 390,
  activities: ['hiking'],
  compatibleWith: [],
  rating: 4.2,
};

export const SMALL_CATALOGUE: readonly Product[] = [PARKA, PUFFER, SHELL, BOOTS, BEANIE, TROUSERS];
