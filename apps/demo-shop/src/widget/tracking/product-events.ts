import type { ProductItem } from '../api/api-events.ts';
import type { Payload, Surroundings } from './surroundings.ts';
import { given, inChat } from './surroundings.ts';

/** Documented labels of a product item menu. */
export type ProductMenuLabel = 'ask follow up' | 'find similar' | 'go to product page';

/** Documented layouts that a product item menu belongs to. */
export type ProductMenuSource = 'product_card' | 'carousel' | 'mini_pdp';

export type ClickedLink =
  | { readonly type: 'product_card' | 'mini_pdp_product' | 'product_menu'; readonly product: ProductItem }
  | { readonly type: 'text_url'; readonly text: string };

export function closeMiniPdp(around: Surroundings, productId: string): Payload {
  return { action: 'close_mini_pdp', product_id: productId, ...inChat(around) };
}

export function miniPdpClick(around: Surroundings, product: ProductItem): Payload {
  return { action: 'mini_pdp_click', ...idAndCategory(product), ...inChat(around) };
}

export function productMenuClick(
  around: Surroundings,
  label: ProductMenuLabel,
  source: ProductMenuSource,
  product: ProductItem,
): Payload {
  return {
    action: 'product_menu_click',
    button_content: label,
    source_type: source,
    ...idAndCategory(product),
    ...inChat(around),
  };
}

/** The product id is carried for product cards and mini-PDPs only, the visible text for text links only. */
export function urlClick(around: Surroundings, url: string, link: ClickedLink): Payload {
  const product = link.type === 'text_url' ? undefined : link.product;
  return {
    action: 'url_click',
    link_type: link.type,
    url,
    ...given('product_id', link.type === 'product_menu' ? undefined : product?.id),
    ...given('product_category', product?.category),
    ...given('link_text', link.type === 'text_url' ? link.text : undefined),
    ...inChat(around),
  };
}

/** `selection` and `suggestions` are what is there after the change. */
export function productSelection(
  around: Surroundings,
  action: 'product_select' | 'product_deselect',
  productId: string,
  selection: readonly string[],
  suggestions: readonly string[],
): Payload {
  return {
    action,
    product_id: productId,
    product_ids: selection,
    suggestion_buttons_shown: suggestions,
    ...inChat(around),
  };
}

function idAndCategory(product: ProductItem): Record<string, string> {
  return { product_id: product.id, product_category: product.category };
}
