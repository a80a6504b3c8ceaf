import type { Need } from './need.ts';
import { termsOf } from './need.ts';
import type { Product } from './product.ts';

/** A product must come this close to the best one's score to be shown beside it. */
const SHOWN_FROM = 0.6;
const WARM_FROM = 4;
const LIGHT_UP_TO_GRAMS = 350;

/** One point per wish that the product meets; 0 when price, gender or kind rule it out. */
function scoreProduct(product: Product, need: Need): number {
  const terms = termsOf(product);
  const meets = (wish: readonly string[]) => wish.some((term) => terms.has(term));
  if (product.price < need.minPrice || product.price > need.maxPrice) return 0;
  if (need.gender && product.gender !== 'unisex' && product.gender !== need.gender) return 0;
  if (need.nouns.length > 0 && !need.nouns.some(meets)) return 0;
  const met = need.wishes.filter(meets).length;
  const warm = need.warm && product.warmth >= WARM_FROM ? 1 : 0;
  const light = need.light && product.weightGrams <= LIGHT_UP_TO_GRAMS ? 1 : 0;
  return met + warm + light + (need.open ? 1 : 0);
}

/** The best products for a need, best first; equal scores by rating, then by id. One of each name. */
export function rankProducts(catalogue: readonly Product[], need: Need, most: number): Product[] {
  const scored = catalogue
    .map((product) => ({ product, score: scoreProduct(product, need) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score || b.product.rating - a.product.rating || a.product.id.localeCompare(b.product.id),
    );
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score >= best * SHOWN_FROM)
    .map(({ product }) => product)
    .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
    .slice(0, most);
}
