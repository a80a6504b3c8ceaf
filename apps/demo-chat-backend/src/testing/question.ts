import { wordsOf } from '../catalogue/words.ts';
import type { Question } from '../intents/question.ts';
import { productsNamed } from '../intents/question.ts';
import { SMALL_CATALOGUE } from './small-catalogue.ts';

/** A question as it arrives when the shopper has selected, opened and been shown what `about` says. */
export function question(
  text: string,
  {
    button,
    target,
    ...about
  }: Partial<Question['about']> & Partial<Pick<Question, 'button' | 'target'>> = {},
): Question {
  return {
    text,
    words: wordsOf(text),
    ...(button && { button }),
    ...(target && { target }),
    about: { named: productsNamed(text, SMALL_CATALOGUE), selected: [], viewed: [], shown: [], ...about },
  };
}
