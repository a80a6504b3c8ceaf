import type { Product } from '../catalogue/product.ts';
import { compare } from './compare.ts';
import { compatible } from './compatible.ts';
import { findByNeed } from './find-by-need.ts';
import { productQuestion } from './product-question.ts';
import type { Intent, Question } from './question.ts';
import { refine } from './refine.ts';
import { refusal } from './refusal.ts';
import { similar } from './similar.ts';
import { smallTalk } from './small-talk.ts';

/** The first that matches has the question; the last one always does. */
const IN_ORDER: readonly Intent[] = [
  refusal,
  compare,
  similar,
  compatible,
  refine,
  smallTalk,
  productQuestion,
];

export function chooseIntent(question: Question, catalogue: readonly Product[]): Intent {
  return IN_ORDER.find((intent) => intent.matches(question, catalogue)) ?? findByNeed;
}
