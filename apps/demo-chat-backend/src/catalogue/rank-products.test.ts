import { expect, test } from 'vitest';
import { BEANIE, SMALL_CATALOGUE } from '../testing/small-catalogue.ts';
import { parseNeed } from './need.ts';
import { rankProducts } from './rank-products.ts';

function idsFor(text: string): string[] {
  return rankProducts(SMALL_CATALOGUE, parseNeed(text, SMALL_CATALOGUE), 4).map(({ id }) => id);
}

test.each([
  ['a warm waterproof jacket', ['100001', '100003', '100002'], 'all wishes first, then some of them'],
  ['warm waterproof jacket under 200', ['100003', '100002'], 'nothing dearer than the limit'],
  ['jacket between €150 and €250', ['100002'], 'nothing outside a range'],
  ['shell over 200', [], 'nothing cheaper than the lower limit'],
  [
    'something for winter hiking',
    ['100005', '100001', '100002'],
    'warmth for winter, an activity for hiking',
  ],
  ['rain coat', ['100001'], 'what the thing is comes before what it can do'],
  ['hiking trousers for women', [], 'nothing made for somebody else'],
  ['HIKING boots!', ['100004'], 'whatever case and punctuation'],
  ['Gifts under 50 €', ['100005'], 'anything within the price'],
  ['What is good for rainy days?', ['100001', '100003', '100004'], 'what keeps the rain out'],
  ['kayak under 500', [], 'nothing when the thing is unknown'],
])('finds for "%s" %j: %s', (text, ids) => {
  expect(idsFor(text)).toEqual(ids);
});

test('shows one product of each name', () => {
  const twins = [BEANIE, { ...BEANIE, id: '100007', color: 'black', rating: 5 }];
  expect(rankProducts(twins, parseNeed('beanie', twins), 4).map(({ id }) => id)).toEqual(['100007']);
});
