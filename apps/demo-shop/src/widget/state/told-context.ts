import type { PageContext } from '../page-context.ts';
import type { Subject } from './question.ts';

/** The body of FE.SET_CONTEXT: the products of the page, and the one that the shopper looks at. */
export function contextFor(page: PageContext, subject: Subject | undefined) {
  const current = subject?.fromMiniPdp ? page.productId : (subject?.productId ?? page.productId);
  const mini = subject?.fromMiniPdp ? subject.productId : undefined;
  const remove = [
    ...(current === undefined ? ['pageProduct'] : []),
    ...(mini === undefined ? ['miniPageProduct'] : []),
  ];
  return {
    currentItemIds: page.productIds,
    ...(current === undefined ? {} : { currentItemId: current }),
    ...(mini === undefined ? {} : { miniPageProduct: mini }),
    ...(remove.length === 0 ? {} : { remove }),
  };
}

/** What a backend knows of a chat that it was told nothing about. */
export const untoldContext = JSON.stringify(contextFor({ productIds: [], productId: undefined }, undefined));
