import fc from 'fast-check';
import { expect, it } from 'vitest';
import { givenList } from './given-list.ts';

it.each([
  ['431374,531284', ['431374', '531284']],
  [' 431374 , 531284,', ['431374', '531284']],
  ['["431374","531284"]', ['431374', '531284']],
  ['[431374]', [431374]],
  ['431374', ['431374']],
  [431374, [431374]],
  [
    [{ id: '431374' }, { product_id: 531284 }, { productId: 'x' }],
    ['431374', 531284, 'x'],
  ],
  [[{ name: 'coat' }], [undefined]],
  [' ', undefined],
  ['[broken', ['[broken']],
])('takes %j for a list of identifiers', (given, list) => {
  expect(givenList(given, true)).toEqual(list);
});

it.each([
  ['Coats, boots and more', ['Coats, boots and more']],
  ['["Coats, warm","Boots"]', ['Coats, warm', 'Boots']],
  [['Coats'], ['Coats']],
])('takes %j for a list of texts, which may hold commas', (given, list) => {
  expect(givenList(given, false)).toEqual(list);
});

it('never throws, and reads back what it was given as JSON', () => {
  fc.assert(
    fc.property(fc.anything(), fc.boolean(), (given, isIds) => {
      givenList(given, isIds);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.string()), (list) => {
      expect(givenList(JSON.stringify(list), false)).toEqual(list);
    }),
  );
});
