import { parseNeed } from '../catalogue/need.ts';
import type { Product } from '../catalogue/product.ts';
import { priceTag, productLink } from '../catalogue/product.ts';
import { rankProducts } from '../catalogue/rank-products.ts';
import { listed } from '../catalogue/words.ts';
import { notFound } from './not-found.ts';
import type { Answer, Intent } from './question.ts';

const MOST_SHOWN = 4;

/** "A warm waterproof jacket under 200". Also what is tried when no other intent claims a question. */
export const findByNeed: Intent = {
  name: 'find_by_need',
  matches: () => true,
  search: ({ text }, catalogue) => rankProducts(catalogue, parseNeed(text, catalogue), MOST_SHOWN),
  answer: (_question, found) =>
    found.length === 0 ? notFound() : offer('This is what I would look at:', found),
};

/** One line per product, a carousel, and what to ask next. */
export function offer(opening: string, found: readonly Product[]): Answer {
  const [first, second] = found;
  const lines = found.map((product) => `- ${productLink(product)}, ${priceTag(product)}: ${traits(product)}`);
  const ids = found.map(({ id }) => id);
  return {
    text: `${opening}\n${lines.join('\n')}`,
    products: found,
    ...(first && { categoryName: first.category }),
    quickReplies: [
      ...(first && second
        ? [
            {
              label: 'Compare the first two',
              target: 'results_summarizer',
              payload: { productIds: [first.id, second.id] },
            },
          ]
        : []),
      { label: 'Something cheaper', target: 'search_in_catalog', payload: { productIds: ids } },
      {
        label: 'What goes with it?',
        target: 'find_similar_or_compatible_products',
        payload: { productIds: ids.slice(0, 1) },
      },
    ],
    finishReason: 'stop',
  };
}

function traits({ features, color }: Product): string {
  return `${listed(features.slice(0, 3))}, in ${color}.`;
}
