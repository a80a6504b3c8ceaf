import type { Product } from '../catalogue/product.ts';
import { priceTag, productLink } from '../catalogue/product.ts';
import { containsAny, listed, wordsOf } from '../catalogue/words.ts';
import type { Intent, Question } from './question.ts';
import { focusOf, plainAnswer } from './question.ts';

interface Aspect {
  readonly words: readonly string[];
  say(product: Product): string;
}

const ASPECTS: readonly Aspect[] = [
  {
    words: ['material', 'made', 'fabric', 'fabrics'],
    say: ({ materials }) => `It is made of ${listed(materials)}.`,
  },
  { words: ['warm', 'warmth', 'cold'], say: ({ warmth }) => `Its warmth is ${warmth} of 5.` },
  { words: ['weigh', 'weight', 'heavy', 'light'], say: ({ weightGrams }) => `It weighs ${weightGrams} g.` },
  { words: ['price', 'cost', 'expensive', 'much'], say: (product) => `It costs ${priceTag(product)}.` },
  { words: ['color', 'colour', 'colors'], say: ({ color }) => `It comes in ${color}.` },
  { words: ['rating', 'rated', 'review'], say: ({ rating }) => `Shoppers rate it ${rating} of 5.` },
  { words: ['feature', 'special', 'tell', 'about'], say: ({ description }) => description },
];

const QUESTION = /^(?:is|are|does|do|can|how|what|tell)\b|\?\s*$/i;
const POINTING = /\b(?:it|its|this|that|these|those|they|them|one)\b/i;
const SEARCH = /\b(?:do you (?:have|sell)|looking for|need|find|show|any|something|which)\b/i;

/** "Is it waterproof?", asked about the product that the talk is about. */
export const productQuestion: Intent = {
  name: 'product_question',
  matches: (question) =>
    focusOf(question) !== undefined &&
    (question.target === 'products_expert_question' ||
      (QUESTION.test(question.text) &&
        !SEARCH.test(question.text) &&
        (question.about.named.length > 0 || POINTING.test(question.text)) &&
        saying(question).length > 0)),
  search: (question) => [focusOf(question)].filter((product) => product !== undefined),
  answer: (question) => {
    const focus = focusOf(question);
    if (!focus) return plainAnswer('Which product do you mean? Select one, or open its page.');
    const said = saying(question);
    const facts = said.length > 0 ? said : [focus.description];
    return plainAnswer([`About the ${productLink(focus)}:`, ...facts].join(' '), [
      {
        label: 'What goes with it?',
        target: 'find_similar_or_compatible_products',
        payload: { productIds: [focus.id] },
      },
      {
        label: 'Show similar',
        target: 'find_similar_or_compatible_products',
        payload: { productIds: [focus.id] },
      },
    ]);
  },
};

/** One sentence per aspect that the question touches. */
function saying(question: Question): string[] {
  const focus = focusOf(question);
  if (!focus) return [];
  const named = wordsOf(focus.name);
  const words = question.words.filter((word) => !named.includes(word));
  const aspects = ASPECTS.filter(({ words: wanted }) => containsAny(words, wanted)).map(({ say }) =>
    say(focus),
  );
  return [...properties(words, focus), ...aspects];
}

const PROPERTIES = [
  'waterproof',
  'windproof',
  'breathable',
  'packable',
  'insulated',
  'reflective',
  'stretch',
];

function properties(words: readonly string[], { features, activities }: Product): string[] {
  const asked = PROPERTIES.filter((property) => words.includes(property)).map((property) =>
    features.includes(property) ? `Yes, it is ${property}.` : `No, it is not ${property}.`,
  );
  const uses = words.filter((word) =>
    ['hiking', 'running', 'cycling', 'trekking', 'camping', 'travel'].includes(word),
  );
  return [
    ...asked,
    ...uses.map((use) => (activities.includes(use) ? `Yes, it suits ${use}.` : `It is not made for ${use}.`)),
  ];
}
