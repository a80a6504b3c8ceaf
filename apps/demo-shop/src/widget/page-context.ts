/** What the page is about, as far as its trigger places tell. */
export interface PageContext {
  readonly productIds: readonly string[];
  /** The product of a product page. */
  readonly productId: string | undefined;
}

export function readPageContext(root: ParentNode = document): PageContext {
  const places = [...root.querySelectorAll<HTMLElement>('[data-clarity-trigger]')];
  const ofPdp = places.find((place) => place.dataset.clarityTrigger === 'PDP_EMBEDDED');
  const pdpIds = ofPdp === undefined ? [] : productIdsOf(ofPdp);
  return {
    productIds: [...new Set(places.flatMap(productIdsOf))],
    productId: pdpIds.length === 1 ? pdpIds[0] : undefined,
  };
}

/** Ids of `data-clarity-product-ids`, a list separated by commas. */
export function productIdsOf(place: HTMLElement): string[] {
  const list = place.dataset.clarityProductIds ?? '';
  return list
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
