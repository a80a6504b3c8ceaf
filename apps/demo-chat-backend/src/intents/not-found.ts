import type { Answer } from './question.ts';
import { plainAnswer } from './question.ts';

/** Nothing in the catalogue fits. */
export function notFound(): Answer {
  return plainAnswer(
    'I could not find that at Northfell. We make clothing, boots and packs for the outdoors: tell me what you are going to do, how cold it will be, or what it may cost.',
    [
      { label: 'Warm jackets', target: 'search_in_catalog' },
      { label: 'Waterproof hiking boots', target: 'search_in_catalog' },
      { label: 'A gift under €50', target: 'search_in_catalog' },
    ],
  );
}
