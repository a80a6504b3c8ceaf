import { parseNeed } from '../catalogue/need.ts';
import type { Answer, Intent } from './question.ts';
import { plainAnswer } from './question.ts';

interface Saying {
  readonly pattern: RegExp;
  readonly reply: string;
}

const LONGEST_SMALL_TALK = 7;

const SAYINGS: readonly Saying[] = [
  {
    pattern:
      /\b(?:who|what) are you\b|\bwhat can you (?:do|help)\b|\bare you (?:a )?(?:robot|bot|human|real)\b/i,
    reply:
      'I am the Northfell assistant, a demonstration without a language model: I know our catalogue, compare products and find what goes together.',
  },
  {
    pattern: /\b(?:thanks|thank you|cheers|great|perfect)\b/i,
    reply: 'You are welcome. Enjoy the outdoors!',
  },
  { pattern: /\b(?:bye|goodbye|see you)\b/i, reply: 'Goodbye, and safe travels.' },
  {
    pattern: /^(?:hi|hello|hey|good (?:morning|afternoon|evening))\b/i,
    reply: 'Hello! What are you planning to do outdoors, and how cold will it be?',
  },
];

/** Greetings, thanks, "who are you". A long message, or one with a wish in it, is more than small talk. */
export const smallTalk: Intent = {
  name: 'small_talk',
  matches: ({ text, words }, catalogue) =>
    words.length <= LONGEST_SMALL_TALK &&
    sayingOf(text) !== undefined &&
    parseNeed(text, catalogue).wishes.length === 0,
  answer: ({ text }): Answer =>
    plainAnswer(sayingOf(text)?.reply ?? '', [
      { label: 'Warm jackets', target: 'search_in_catalog' },
      { label: 'Gear for winter hiking', target: 'search_in_catalog' },
    ]),
};

function sayingOf(text: string): Saying | undefined {
  return SAYINGS.find(({ pattern }) => pattern.test(text));
}
