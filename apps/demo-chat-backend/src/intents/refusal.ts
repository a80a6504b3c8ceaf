import { containsAny } from '../catalogue/words.ts';
import type { Intent } from './question.ts';

const OFF_TOPIC = [
  // medical
  'doctor',
  'medicine',
  'medication',
  'pill',
  'diagnose',
  'diagnosis',
  'headache',
  'symptom',
  'disease',
  'fever',
  'frostbite',
  // politics and law
  'election',
  'president',
  'politic',
  'political',
  'vote',
  'lawyer',
  'lawsuit',
  // money
  'bitcoin',
  'crypto',
  'invest',
  'loan',
  // other people's work
  'poem',
  'homework',
  'essay',
  'javascript',
  'python',
  'password',
];

/** Medical, legal and other questions that a shop's assistant must not answer. */
export const refusal: Intent = {
  name: 'refusal',
  matches: ({ words }) => containsAny(words, OFF_TOPIC),
  answer: () => ({
    text: 'I am sorry, I can only help with Northfell products. For anything else please ask someone who knows.',
    products: [],
    quickReplies: [{ label: 'Warm jackets', target: 'search_in_catalog' }],
    finishReason: 'content_filter',
  }),
};
