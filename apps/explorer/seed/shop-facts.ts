import products from '@chatspan/demo-shop/catalogue.json' with { type: 'json' };

type Weighted<T> = readonly (readonly [T, weight: number])[];

/** Products from the one that is clicked most. */
export const PRODUCTS: Weighted<string> = products.map(({ id }, place) => [id, 1 / (place + 1)] as const);

/** How many see a trigger, how many of them open the chat, and how many of those ask. */
export const TRIGGERS: Weighted<{ component: string; opens: number; asks: number; path: string }> = [
  [{ component: 'PDP_EMBEDDED', opens: 0.92, asks: 0.86, path: '/products/' }, 38],
  [{ component: 'FLOATING_TRIGGER', opens: 0.88, asks: 0.7, path: '/' }, 27],
  [{ component: 'PLP_BANNER', opens: 0.71, asks: 0.52, path: '/jackets' }, 15],
  [{ component: 'SEARCH_SUGGESTION', opens: 0.83, asks: 0.8, path: '/search' }, 12],
  [{ component: 'PLP_EMBEDDED', opens: 0.64, asks: 0.58, path: '/boots' }, 8],
];

export const INPUT_TYPES: Weighted<string> = [
  ['text', 58],
  ['suggestion_button', 22],
  ['trigger_button', 12],
  ['quick_reply', 6],
  ['voice', 2],
];

export const TOOLS: Weighted<{ name: string; seconds: number }> = [
  [{ name: 'search_products', seconds: 0.35 }, 66],
  [{ name: 'size_advice', seconds: 0.2 }, 14],
  [{ name: 'order_status', seconds: 0.5 }, 12],
  [{ name: 'store_finder', seconds: 0.6 }, 8],
];

export const MODELS: Weighted<{ name: string; pace: number; tokens: number }> = [
  [{ name: 'shop-small-2', pace: 1, tokens: 1 }, 83],
  [{ name: 'shop-large-1', pace: 1.9, tokens: 1.6 }, 17],
];
