import {
  ATTR_SHOPPING_CHAT_ACTIVITY_ACTIONS,
  ATTR_SHOPPING_CHAT_ACTIVITY_CLICKED_PRODUCT_IDS,
  ATTR_SHOPPING_CHAT_ACTIVITY_PRODUCT_CLICK_COUNT,
  ATTR_SHOPPING_CHAT_ACTIVITY_THUMBS_DOWN_COUNT,
  ATTR_SHOPPING_CHAT_ACTIVITY_THUMBS_UP_COUNT,
  ATTR_SHOPPING_CHAT_FEEDBACK_RATING,
  ATTR_SHOPPING_CHAT_PRODUCT_ID,
} from '@chatspan/semantic-conventions';
import { EVENT_NAMESPACE } from '@chatspan/semantic-conventions/mapping';
import type { Attributes, AttributeValue } from '@opentelemetry/api';
import type { ChatEvent } from '../mapping/chat-event.ts';
import { attributeBytes } from './custom-attributes.ts';

/** Clicks that lead to a product. */
const PRODUCT_CLICKS: ReadonlySet<string> = new Set(['url_click', 'mini_pdp_click']);

/** What the events of an activity come to: many backends find attributes of spans only. */
export interface ActivityFacts {
  add(event: ChatEvent): void;
  attributes(): Attributes;
  /** Estimated size in OTLP JSON. */
  bytes(): number;
}

/** No facts yet. Products are listed as long as there are fewer than `maxProducts`. */
export function createActivityFacts(maxProducts: number): ActivityFacts {
  const actions = new Set<string>();
  const products = new Set<string>();
  const facts: Attributes = {};
  const count = (name: string) => {
    facts[name] = Number(facts[name] ?? 0) + 1;
  };
  const attributes = (): Attributes => ({
    ...(actions.size > 0 && { [ATTR_SHOPPING_CHAT_ACTIVITY_ACTIONS]: [...actions] }),
    ...facts,
    ...(products.size > 0 && { [ATTR_SHOPPING_CHAT_ACTIVITY_CLICKED_PRODUCT_IDS]: [...products] }),
  });
  return {
    attributes,
    add({ name, action, attributes: given }) {
      // Not the action, of which there may be any number when nobody documents them.
      actions.add(name.slice(EVENT_NAMESPACE.length));
      if (action === 'thumbs_up') count(ATTR_SHOPPING_CHAT_ACTIVITY_THUMBS_UP_COUNT);
      if (action === 'thumbs_down') count(ATTR_SHOPPING_CHAT_ACTIVITY_THUMBS_DOWN_COUNT);
      const rating = given[ATTR_SHOPPING_CHAT_FEEDBACK_RATING];
      if (rating !== undefined) facts[ATTR_SHOPPING_CHAT_FEEDBACK_RATING] = rating;
      const product = given[ATTR_SHOPPING_CHAT_PRODUCT_ID];
      if (product === undefined || !PRODUCT_CLICKS.has(action)) return;
      count(ATTR_SHOPPING_CHAT_ACTIVITY_PRODUCT_CLICK_COUNT);
      if (products.size < maxProducts) products.add(String(product));
    },
    bytes() {
      const entries = Object.entries(attributes()) as [string, AttributeValue][];
      return entries.reduce((sum, [key, value]) => sum + attributeBytes(key, value), 0);
    },
  };
}
