import type { Chat } from '../chat.ts';
import { productIdsOf } from '../page-context.ts';
import { adoptStyles } from '../styles/adopt-styles.ts';
import { renderTrigger } from './render-trigger.ts';
import { startersOf } from './starters.ts';
import type { Trigger } from './trigger.ts';
import { isTriggerComponent } from './trigger.ts';

const placeSelector = '[data-clarity-trigger]';

/** Renders a trigger into every place that the page marks, now and whenever places are added. */
export function fillTriggerPlaces(chat: Chat): void {
  fillWithin(chat, document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) fillWithin(chat, node);
    }
  }).observe(document.body, { childList: true, subtree: true });
}

function fillWithin(chat: Chat, root: Document | Element): void {
  const places = [...root.querySelectorAll<HTMLElement>(placeSelector)];
  if (root instanceof HTMLElement && root.matches(placeSelector)) places.push(root);
  for (const place of places) if (place.shadowRoot === null) fill(chat, place);
}

function fill(chat: Chat, place: HTMLElement): void {
  const component = place.dataset.clarityTrigger;
  if (!isTriggerComponent(component) || component === 'FLOATING_TRIGGER') {
    console.warn(
      `clarity-demo: data-clarity-trigger="${component}" is unknown; ` +
        'use PDP_EMBEDDED, PLP_EMBEDDED, PLP_BANNER or SEARCH_SUGGESTION.',
    );
    return;
  }
  const shadow = place.attachShadow({ mode: 'open' });
  adoptStyles(shadow);
  shadow.append(renderTrigger(chat, component, () => triggerOf(place, component)));
}

/** Read at the click: a page may change the products of a place. */
function triggerOf(place: HTMLElement, component: Trigger['component']): Trigger {
  return {
    component,
    productIds: productIdsOf(place),
    starters: startersOf(component),
    productCategory: place.dataset.clarityProductCategory,
  };
}
