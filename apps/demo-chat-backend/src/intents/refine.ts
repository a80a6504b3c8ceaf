import type { Product } from '../catalogue/product.ts';
import { productLink } from '../catalogue/product.ts';
import { offer } from './find-by-need.ts';
import { notFound } from './not-found.ts';
import type { Intent, Question } from './question.ts';
import { focusOf } from './question.ts';

const MOST_SHOWN = 3;

interface Direction {
  readonly word: string;
  readonly opening: string;
  better(product: Product, than: Product): number;
}

const DIRECTIONS: readonly Direction[] = [
  { word: 'cheaper', opening: 'Cheaper', better: (product, than) => than.price - product.price },
  { word: 'warmer', opening: 'Warmer', better: (product, than) => product.warmth - than.warmth },
  { word: 'lighter', opening: 'Lighter', better: (product, than) => than.weightGrams - product.weightGrams },
];

/** "Something cheaper", measured against the product the talk is about, within its category. */
export const refine: Intent = {
  name: 'refine',
  matches: (question) => directionOf(question) !== undefined && focusOf(question) !== undefined,
  search: (question, catalogue) => {
    const focus = focusOf(question);
    const direction = directionOf(question);
    if (!focus || !direction) return [];
    return catalogue
      .filter((product) => product.category === focus.category && direction.better(product, focus) > 0)
      .sort((a, b) => b.rating - a.rating || a.id.localeCompare(b.id))
      .slice(0, MOST_SHOWN);
  },
  answer: (question, found) => {
    const focus = focusOf(question);
    const direction = directionOf(question);
    if (!focus || !direction || found.length === 0) return notFound();
    return offer(`${direction.opening} than the ${productLink(focus)}:`, found);
  },
};

function directionOf({ text, words }: Question): Direction | undefined {
  // "cheaper than 100" is a price, not a direction.
  if (/\bthan\s+\D{0,3}\d/.test(text)) return undefined;
  return DIRECTIONS.find(({ word }) => words.includes(word));
}
