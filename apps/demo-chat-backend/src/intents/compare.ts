import type { Product } from '../catalogue/product.ts';
import { priceTag, productLink } from '../catalogue/product.ts';
import { containsAny, listed } from '../catalogue/words.ts';
import type { Intent, Question } from './question.ts';
import { plainAnswer } from './question.ts';

const MOST_COMPARED = 4;

interface Contest {
  readonly title: string;
  readonly word: string;
  worth(product: Product): number;
}

const CONTESTS: readonly Contest[] = [
  { title: 'Warmest', word: 'warmest', worth: ({ warmth }) => warmth },
  { title: 'Lightest', word: 'lightest', worth: ({ weightGrams }) => -weightGrams },
  { title: 'Lowest price', word: 'cheapest', worth: ({ price }) => -price },
];

const CHOOSING = /\b(?:choose between|which (?:one|of (?:these|those|them)))\b/i;

/** "Compare these", "which one is the warmest?", and the button COMPARISON. */
export const compare: Intent = {
  name: 'compare',
  matches: ({ button, text, words }) =>
    button === 'COMPARISON' ||
    CHOOSING.test(text) ||
    containsAny(words, ['compare', 'comparison', 'difference', 'differ', 'versus', 'vs']),
  search: (question) => compared(question),
  answer: (_question, found) => {
    if (found.length < 2)
      return plainAnswer('Select two or more products, and I will put them side by side.');
    return {
      text: [`Side by side:`, ...found.map(row), ...verdict(found)].join('\n'),
      products: found,
      quickReplies: found.slice(0, 2).map((product) => ({
        label: `What goes with the ${product.name}?`,
        target: 'find_similar_or_compatible_products',
        payload: { productIds: [product.id] },
      })),
      finishReason: 'stop',
    };
  },
};

function compared({ about, words }: Question): Product[] {
  const { named, selected, shown, viewed } = about;
  const asked = CONTESTS.find(({ word }) => words.includes(word));
  const several =
    [named, selected, asked ? shown : shown.slice(0, 2), viewed].find(({ length }) => length >= 2) ?? [];
  const inOrder = asked ? several.toSorted((a, b) => asked.worth(b) - asked.worth(a)) : several;
  return inOrder.slice(0, MOST_COMPARED);
}

function row(product: Product): string {
  const { color, warmth, weightGrams, features } = product;
  return `- ${productLink(product)} in ${color}: ${priceTag(product)}, warmth ${warmth} of 5, ${weightGrams} g, ${listed(features.slice(0, 3))}.`;
}

/** Who is ahead in what; nothing where two are equally good. */
function verdict(found: readonly Product[]): string[] {
  return CONTESTS.flatMap(({ title, worth }) => {
    const [best, next] = found.toSorted((a, b) => worth(b) - worth(a));
    if (!best || !next || worth(best) === worth(next)) return [];
    return [`${title}: ${best.name} in ${best.color}.`];
  });
}
