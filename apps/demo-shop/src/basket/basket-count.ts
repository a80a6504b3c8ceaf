import { required } from '../element.ts';
import { countPieces } from './basket.ts';

/** Keeps the number in the header right, also when another tab changes the basket. */
export function showBasketCount(): void {
  const show = () => {
    required('[data-basket-count]').textContent = String(countPieces());
  };
  show();
  window.addEventListener('northfell:basket', show);
  window.addEventListener('storage', show);
  // A page out of the back/forward cache was frozen with the number of then.
  window.addEventListener('pageshow', show);
}
