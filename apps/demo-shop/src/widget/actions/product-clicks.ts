import type { ProductItem, QuickReply } from '../api/api-events.ts';
import type { Chat } from '../chat.ts';
import { report, surroundings } from '../chat.ts';
import type { Subject } from '../state/question.ts';
import { question } from '../state/question.ts';
import type { ClickedLink, ProductMenuLabel, ProductMenuSource } from '../tracking/product-events.ts';
import { closeMiniPdp, miniPdpClick, productMenuClick, urlClick } from '../tracking/product-events.ts';
import { ask } from './ask.ts';

export function openMiniPdp(chat: Chat, product: ProductItem): void {
  report(chat, miniPdpClick(surroundings(chat), product));
  chat.store.set({ miniPdpProductId: product.id });
}

export function leaveMiniPdp(chat: Chat): void {
  const { miniPdpProductId } = chat.store.get();
  if (miniPdpProductId === undefined) return;
  report(chat, closeMiniPdp(surroundings(chat), miniPdpProductId));
  chat.store.set({ miniPdpProductId: undefined });
}

/** The browser follows the link itself. */
export function followLink(chat: Chat, url: string, link: ClickedLink): void {
  report(chat, urlClick(surroundings(chat), url, link));
}

export function subjectOf(product: ProductItem, fromMiniPdp: boolean): Subject {
  return {
    productId: product.id,
    category: product.category,
    name: product.name,
    trigger: undefined,
    fromMiniPdp,
  };
}

export function askAboutMiniPdp(chat: Chat, product: ProductItem, { label, target }: QuickReply): void {
  const payload = { productIds: [product.id] };
  const call = { type: 'ADD_MESSAGE.USER.DIRECT_CALL', text: label, source: 'DISCOVERY_SUGGESTION' } as const;
  const event = target === undefined ? { ...call, payload } : { ...call, target, payload };
  ask(chat, question('suggestion_button', event, label, { target, subject: subjectOf(product, true) }));
}

/** The link of "go to product page" is followed by the browser, and reported as a link too. */
export function clickProductMenu(
  chat: Chat,
  label: ProductMenuLabel,
  source: ProductMenuSource,
  product: ProductItem,
): void {
  report(chat, productMenuClick(surroundings(chat), label, source, product));
  const subject = subjectOf(product, source === 'mini_pdp');
  if (label === 'ask follow up') chat.store.set({ subject, miniPdpProductId: undefined });
  if (label !== 'find similar') return;
  const target = 'find_similar_or_compatible_products';
  const payload = { productIds: [product.id] };
  const event = {
    type: 'ADD_MESSAGE.USER.DIRECT_CALL',
    text: label,
    source: 'DEFAULT',
    target,
    payload,
  } as const;
  ask(chat, question('product_menu', event, label, { target, subject }));
}
