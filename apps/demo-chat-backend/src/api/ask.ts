import type { Product } from '../catalogue/product.ts';
import { findProducts } from '../catalogue/product.ts';
import { wordsOf } from '../catalogue/words.ts';
import type { Chat } from '../chats.ts';
import type { Question } from '../intents/question.ts';
import { productsNamed } from '../intents/question.ts';
import type { SendEvent } from './parse-send-event.ts';

/** The question in a shopper's event; undefined when it asks nothing (feedback, selection, context). */
export function questionIn(
  { event, url }: SendEvent,
  chat: Chat,
  catalogue: readonly Product[],
): Question | undefined {
  const about = (text: string, payload?: unknown): Question['about'] => ({
    named: [...findProducts(idsIn(payload), catalogue), ...productsNamed(text, catalogue)],
    selected: findProducts(chat.selectedIds, catalogue),
    viewed: findProducts([...chat.viewedIds, ...pageProduct(url)], catalogue),
    shown: findProducts(chat.shownIds, catalogue),
  });
  switch (event.type) {
    case 'ADD_MESSAGE.USER.TEXT':
      return { text: event.text, words: wordsOf(event.text), about: about(event.text) };
    case 'ADD_MESSAGE.USER.DIRECT_CALL': {
      const text = event.text ?? '';
      const { target } = event;
      return { text, words: wordsOf(text), ...(target && { target }), about: about(text, event.payload) };
    }
    case 'ADD_MESSAGE.USER.GEN_BY_BTN':
      return { text: event.label ?? '', words: [], button: event.text, about: about('') };
    default:
      return undefined;
  }
}

/** The product ids that a quick reply or a widget puts into `payload`. */
function idsIn(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const { productIds, productId } = payload as { productIds?: unknown; productId?: unknown };
  return [productId, ...(Array.isArray(productIds) ? productIds : [])].filter((id) => typeof id === 'string');
}

/** The product whose page the shopper is on. */
function pageProduct(url: string): string[] {
  const id = /^\/products\/(\d{6})\/?$/.exec(new URL(url).pathname)?.[1];
  return id ? [id] : [];
}
