import type { QuickReply } from './api/api-events.ts';

export const assistantName = 'Shopping assistant';

export const initialMessage =
  'Hi there! Not sure what you need? Tell me what you are planning and I will find something that fits.';

export const welcomeMessage =
  'Welcome! Ask me anything about what you see on this page: materials, fit, warmth, or what goes with it.';

/** What the voice button "hears". No microphone is used. */
export const spokenSentence = 'Show me a warm waterproof jacket for winter hiking';

/** Offered before the first question. */
export const openingSuggestions: readonly QuickReply[] = [
  { label: 'Find a warm waterproof jacket', target: 'search_in_catalog' },
  { label: 'Something for winter hiking', target: 'search_in_catalog' },
  { label: 'Gifts under 50 €', target: 'search_in_catalog' },
  { label: 'What can you help me with?' },
];

/** Offered in the mini-PDP, about its product. */
export const productSuggestions: readonly QuickReply[] = [
  { label: 'What is it made of?', target: 'products_expert_question' },
  { label: 'How warm is it?', target: 'products_expert_question' },
  { label: 'What goes well with it?', target: 'find_similar_or_compatible_products' },
];
