import type { Product } from '../catalogue/product.ts';
import { productLink } from '../catalogue/product.ts';
import { containsAny } from '../catalogue/words.ts';
import { offer } from './find-by-need.ts';
import { notFound } from './not-found.ts';
import type { Intent } from './question.ts';
import { focusOf, plainAnswer } from './question.ts';

const MOST_SHOWN = 3;

/** "Show me similar ones", and the button SHOW_SIMILAR. */
export const similar: Intent = {
  name: 'similar',
  matches: ({ button, words }) => button === 'SHOW_SIMILAR' || containsAny(words, ['similar', 'alternative']),
  search: (question, catalogue) => {
    const focus = focusOf(question);
    if (!focus) return [];
    return catalogue
      .filter(({ id, category }) => id !== focus.id && category === focus.category)
      .sort(
        (a, b) => likeness(b, focus) - likeness(a, focus) || b.rating - a.rating || a.id.localeCompare(b.id),
      )
      .slice(0, MOST_SHOWN);
  },
  answer: (question, found) => {
    const focus = focusOf(question);
    if (!focus) return plainAnswer('Which product shall I start from? Select one, or open its page.');
    return found.length === 0 ? notFound() : offer(`Close to the ${productLink(focus)}:`, found);
  },
};

function likeness(product: Product, focus: Product): number {
  const shared = (a: readonly string[], b: readonly string[]) => a.filter((item) => b.includes(item)).length;
  return (
    (product.kind === focus.kind ? 3 : 0) +
    (product.gender === focus.gender ? 1 : 0) +
    shared(product.features, focus.features) +
    shared(product.activities, focus.activities) -
    Math.abs(product.warmth - focus.warmth)
  );
}
