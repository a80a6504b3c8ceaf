import { findProducts, productLink } from '../catalogue/product.ts';
import { containsAny } from '../catalogue/words.ts';
import { offer } from './find-by-need.ts';
import type { Intent } from './question.ts';
import { focusOf, plainAnswer } from './question.ts';

const MOST_SHOWN = 4;
const WORDS = ['match', 'matche', 'matching', 'compatible', 'combine', 'outfit', 'underneath'];
const PHRASES = /\b(?:goes?|wear|pairs?|layer|use) (?:well )?(?:with|under|over)\b/i;

/** "What goes with this?" */
export const compatible: Intent = {
  name: 'compatible',
  matches: ({ text, words, target }) =>
    containsAny(words, WORDS) ||
    PHRASES.test(text) ||
    (text === '' && target === 'find_similar_or_compatible_products'),
  search: (question, catalogue) =>
    findProducts(focusOf(question)?.compatibleWith ?? [], catalogue).slice(0, MOST_SHOWN),
  answer: (question, found) => {
    const focus = focusOf(question);
    if (!focus) return plainAnswer('Which product shall it go with? Select one, or open its page.');
    if (found.length === 0)
      return plainAnswer(`I know of nothing that is made to go with the ${productLink(focus)}.`);
    return offer(`Made to go with the ${productLink(focus)}:`, found);
  },
};
