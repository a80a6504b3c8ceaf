import { searchProducts } from '../../catalogue/products.ts';
import { required } from '../element.ts';
import { productCard } from '../product/product-card.ts';
import { triggerPlace } from '../product/trigger-place.ts';

/** As many products as the suggestion row is told of: the ones on the first screen. */
const suggestedProducts = 4;

const query = (new URLSearchParams(location.search).get('q') ?? '').trim().slice(0, 100);
const found = searchProducts(query);

if (query !== '') {
  document.title = `“${query}” – Northfell`;
  required('[data-search-title]').textContent = `“${query}”`;
  required('[data-search-summary]').textContent =
    found.length === 0
      ? 'Nothing has these words in it. Try fewer words, or ask the assistant.'
      : `${found.length} ${found.length === 1 ? 'product' : 'products'}, best rated first`;
  const ids = found.slice(0, suggestedProducts).map((product) => product.id);
  required('[data-suggestion]').replaceWith(triggerPlace('SEARCH_SUGGESTION', ids));
  required('[data-products]').append(...found.map(productCard));
}
