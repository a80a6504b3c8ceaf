import { element } from '../element.ts';

type PlaceKind = 'PDP_EMBEDDED' | 'PLP_EMBEDDED' | 'PLP_BANNER' | 'SEARCH_SUGGESTION';

/** A place that the chat widget fills with a trigger which knows these products. */
export function triggerPlace(kind: PlaceKind, productIds: readonly string[]): HTMLDivElement {
  return element('div', {
    class: 'trigger-place',
    'data-clarity-trigger': kind,
    'data-clarity-product-ids': productIds.join(','),
  });
}
