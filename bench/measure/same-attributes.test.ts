import { expect, test } from 'vitest';
import { checkSameAttributes } from './same-attributes.ts';

const request = (attributes: Record<string, string>) => {
  const pairs = Object.entries(attributes).map(([key, stringValue]) => ({ key, value: { stringValue } }));
  const traces = { resourceSpans: [{ scopeSpans: [{ spans: [{ events: [{ attributes: pairs }] }] }] }] };
  return [{ text: `/v1/traces\n${JSON.stringify(traces)}` }];
};
const marker = { 'shopping_chat.experiment.id': 'mkwn0k' };

test('the same attributes in another order are the same', () => {
  const plugin = request({ ...marker, 'shopping_chat.widget.size': 'large' });
  const written = request({ 'shopping_chat.widget.size': 'large', ...marker });
  const requests = new Map([
    ['chatspan-2', plugin],
    ['turns-by-hand-2', written],
  ]);
  expect(() => checkSameAttributes(requests)).not.toThrow();
});

test('an attribute that only one of them has is an error that shows both', () => {
  const requests = new Map([
    ['chatspan-2', request({ ...marker, 'shopping_chat.widget.size': 'large' })],
    ['turns-by-hand-2', request(marker)],
  ]);
  expect(() => checkSameAttributes(requests)).toThrow(/scenario\/written\/ is not what .*"large"/);
});
