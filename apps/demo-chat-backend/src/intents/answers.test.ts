import { describe, expect, test } from 'vitest';
import { question } from '../testing/question.ts';
import {
  BEANIE,
  BOOTS,
  PARKA,
  PUFFER,
  SHELL,
  SMALL_CATALOGUE,
  TROUSERS,
} from '../testing/small-catalogue.ts';
import { chooseIntent } from './choose-intent.ts';
import { compare } from './compare.ts';
import type { Answer, Question } from './question.ts';

function answerTo(asked: Question): Answer {
  const intent = chooseIntent(asked, SMALL_CATALOGUE);
  return intent.answer(asked, intent.search?.(asked, SMALL_CATALOGUE) ?? []);
}

describe('find by need', () => {
  test('links, prices and describes what it found, and offers what to ask next', () => {
    expect(answerTo(question('waterproof shell'))).toEqual({
      text: 'This is what I would look at:\n- [Fjellvind Rain Shell](/products/100003), €139: waterproof, windproof and breathable, in sky blue.',
      products: [SHELL],
      categoryName: 'outerwear',
      quickReplies: [
        { label: 'Something cheaper', target: 'search_in_catalog', payload: { productIds: ['100003'] } },
        {
          label: 'What goes with it?',
          target: 'find_similar_or_compatible_products',
          payload: { productIds: ['100003'] },
        },
      ],
      finishReason: 'stop',
    });
  });

  test('offers to compare when it found two', () => {
    expect(answerTo(question('jacket under 200')).quickReplies[0]).toEqual({
      label: 'Compare the first two',
      target: 'results_summarizer',
      payload: { productIds: ['100003', '100002'] },
    });
  });

  test('says so when nothing fits', () => {
    const { text, products } = answerTo(question('a tent for two'));
    expect(text).toMatch(/^I could not find that at Northfell\./);
    expect(products).toEqual([]);
  });
});

describe('similar', () => {
  test('puts the likest product of the same category first', () => {
    const { text, products } = answerTo(question('similar', { viewed: [PARKA] }));
    expect(products).toEqual([PUFFER, SHELL]);
    expect(text).toContain('Close to the [Halden Down Parka](/products/100001):');
  });

  test('asks for a product when there is none', () => {
    expect(answerTo(question('', { button: 'SHOW_SIMILAR' })).text).toBe(
      'Which product shall I start from? Select one, or open its page.',
    );
  });
});

describe('compare', () => {
  test('puts the selected products side by side and says which is ahead in what', () => {
    const { text, products } = answerTo(question('', { button: 'COMPARISON', selected: [PARKA, SHELL] }));
    expect(products).toEqual([PARKA, SHELL]);
    expect(text.split('\n')).toEqual([
      'Side by side:',
      '- [Halden Down Parka](/products/100001) in forest green: €329, warmth 5 of 5, 1180 g, waterproof, windproof and down fill.',
      '- [Fjellvind Rain Shell](/products/100003) in sky blue: €139, warmth 1 of 5, 340 g, waterproof, windproof and breathable.',
      'Warmest: Halden Down Parka in forest green.',
      'Lightest: Fjellvind Rain Shell in sky blue.',
      'Lowest price: Fjellvind Rain Shell in sky blue.',
    ]);
  });

  test('prefers products named over selected, and selected over shown', () => {
    const shown = [BOOTS, BEANIE, PUFFER];
    expect(
      answerTo(question('compare Halden and Sund', { selected: [BOOTS, SHELL], shown })).products,
    ).toEqual([PARKA, PUFFER]);
    expect(answerTo(question('compare these', { selected: [BOOTS, SHELL], shown })).products).toEqual([
      BOOTS,
      SHELL,
    ]);
    expect(answerTo(question('compare the first two', { shown })).products).toEqual([BOOTS, BEANIE]);
  });

  test('on a page of products it looks at all of them for the one that is asked for', () => {
    const viewed = [SHELL, TROUSERS, BOOTS, PUFFER, PARKA];
    expect(answerTo(question('Which one is the warmest?', { viewed })).products).toEqual([
      PARKA,
      PUFFER,
      BOOTS,
      TROUSERS,
    ]);
    expect(answerTo(question('Help me choose between these', { viewed })).products).toEqual([
      SHELL,
      TROUSERS,
      BOOTS,
      PUFFER,
    ]);
  });

  test('names nobody ahead where two are equal', () => {
    const twin = { ...PARKA, id: '100007', color: 'black', price: 300 };
    const { text } = compare.answer(question('compare'), [PARKA, twin]);
    expect(text.split('\n').slice(3)).toEqual(['Lowest price: Halden Down Parka in black.']);
  });

  test('asks for two when there are fewer', () => {
    expect(answerTo(question('compare', { selected: [PARKA] })).text).toBe(
      'Select two or more products, and I will put them side by side.',
    );
  });
});

describe('compatible', () => {
  test('shows what the catalogue says goes with the product', () => {
    expect(answerTo(question('what goes with it?', { viewed: [PARKA] })).products).toEqual([BOOTS, BEANIE]);
  });

  test('says so when nothing does', () => {
    expect(answerTo(question('what goes with it?', { viewed: [TROUSERS] })).text).toBe(
      'I know of nothing that is made to go with the [Vandre Hiking Trousers](/products/100006).',
    );
  });
});

test.each([
  ['something cheaper', PARKA, [SHELL, PUFFER]],
  ['a warmer one', SHELL, [PARKA, PUFFER]],
  ['lighter please', PUFFER, [SHELL]],
])('"%s" stays in the category', (text, viewed, products) => {
  expect(answerTo(question(text, { viewed: [viewed] })).products).toEqual(products);
});

test.each([
  ['what is it made of?', 'It is made of recycled nylon and goose down.'],
  ['how warm is it?', 'Its warmth is 5 of 5.'],
  ['how heavy is it?', 'It weighs 1180 g.'],
  ['what does it cost?', 'It costs €329.'],
  ['is it waterproof?', 'Yes, it is waterproof.'],
  ['is it packable and windproof?', 'Yes, it is windproof. No, it is not packable.'],
  ['can I use it for hiking?', 'It is not made for hiking.'],
  ['what colour is it?', 'It comes in forest green.'],
  ['tell me about it', 'A good thing. It lasts.'],
])('about a product, "%s" is answered from the catalogue', (text, said) => {
  expect(answerTo(question(text, { viewed: [PARKA] })).text).toBe(
    `About the [Halden Down Parka](/products/100001): ${said}`,
  );
});

test('a greeting gets a greeting, and a medical question is refused', () => {
  expect(answerTo(question('Good morning')).text).toMatch(/^Hello!/);
  const refused = answerTo(question('what medicine helps against fever?'));
  expect(refused.text).toMatch(/^I am sorry, I can only help with Northfell products\./);
  expect(refused.finishReason).toBe('content_filter');
});
