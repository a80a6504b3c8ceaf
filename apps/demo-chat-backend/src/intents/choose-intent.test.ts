import { expect, test } from 'vitest';
import { question } from '../testing/question.ts';
import { PARKA, SHELL, SMALL_CATALOGUE } from '../testing/small-catalogue.ts';
import { chooseIntent } from './choose-intent.ts';
import type { Question } from './question.ts';

function nameFor(asked: Question): string {
  return chooseIntent(asked, SMALL_CATALOGUE).name;
}

test.each([
  ['hello', 'small_talk'],
  ['Thanks a lot!', 'small_talk'],
  ['Who are you?', 'small_talk'],
  ['What can you help me with?', 'small_talk'],
  ['hi, a parka please', 'find_by_need'],
  ['What is good for rainy days?', 'find_by_need'],
  ['Which jacket is the warmest?', 'find_by_need'],
  ['Which one is the warmest?', 'compare'],
  ['Which of these results fits me best?', 'compare'],
  ['Show me something similar but lighter', 'similar'],
  ['warm waterproof jacket under 200', 'find_by_need'],
  ['jackets cheaper than 100', 'find_by_need'],
  ['what is the capital of France?', 'find_by_need'],
  ['compare the Halden Down Parka and the Sund Puffer Jacket', 'compare'],
  ['show me similar ones', 'similar'],
  ['what goes with the Halden parka?', 'compatible'],
  ['what should I wear with it?', 'compatible'],
  ['is the Halden parka waterproof?', 'product_question'],
  ['how warm is it?', 'find_by_need'],
  ['which pill helps against a headache?', 'refusal'],
  ['compare these pills', 'refusal'],
])('without anything in view, "%s" is %s', (text, name) => {
  expect(nameFor(question(text))).toBe(name);
});

test.each([
  ['how warm is it?', 'product_question'],
  ['what is it made of?', 'product_question'],
  ['What materials is this product made from?', 'product_question'],
  ['Is it warm enough for winter?', 'product_question'],
  ['What goes well with it?', 'compatible'],
  ['something cheaper', 'refine'],
  ['do you have something warmer?', 'refine'],
  ['which jackets are waterproof?', 'find_by_need'],
  ['do you have waterproof boots?', 'find_by_need'],
])('on a product page, "%s" is %s', (text, name) => {
  expect(nameFor(question(text, { viewed: [PARKA] }))).toBe(name);
});

test('buttons and targets decide where the text says nothing', () => {
  expect(nameFor(question('', { button: 'COMPARISON', selected: [PARKA, SHELL] }))).toBe('compare');
  expect(nameFor(question('', { button: 'SHOW_SIMILAR', selected: [PARKA] }))).toBe('similar');
  const viewed = [PARKA];
  expect(nameFor(question('', { target: 'find_similar_or_compatible_products', viewed }))).toBe('compatible');
  expect(nameFor(question('Anything else', { target: 'products_expert_question', viewed }))).toBe(
    'product_question',
  );
});
