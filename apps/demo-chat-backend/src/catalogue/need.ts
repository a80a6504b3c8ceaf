import type { Product } from './product.ts';
import { LIGHT_WORDS, SYNONYMS, WARM_WORDS } from './synonyms.ts';
import { containsAny, wordsOf } from './words.ts';

/** What a shopper asks for, as far as the catalogue's own words tell. */
export interface Need {
  /** For each meaningful word, the catalogue words that satisfy it. */
  readonly wishes: readonly (readonly string[])[];
  /** The wishes that say what kind of thing it is ("jacket"): a product that meets none of them is out. */
  readonly nouns: readonly (readonly string[])[];
  readonly gender?: 'women' | 'men';
  readonly minPrice: number;
  readonly maxPrice: number;
  readonly warm: boolean;
  readonly light: boolean;
  /** Asks for anything within a price or for someone: "a gift under 50". */
  readonly open: boolean;
}

/** Words of feature names ("two-way zip", "warm pile") that mean something else, or are weighed apart, in a wish. */
const SAYS_NOTHING = ['two', 'three', 'way', 'full', 'side', 'easy', 'mid', 'layer', 'warm', 'light'];
const OPEN_WORDS = ['something', 'anything', 'gift', 'present'];

/** Every word that describes a product. */
export function termsOf(product: Product): Set<string> {
  const { name, kind, category, color, materials, features, activities } = product;
  return new Set(wordsOf([name, kind, category, color, ...materials, ...features, ...activities].join(' ')));
}

/** The words that name things: the last word of each kind, and the categories. */
function nounsOf(catalogue: readonly Product[]): Set<string> {
  return new Set(
    catalogue.flatMap(({ kind, category }) => [wordsOf(kind).at(-1) ?? kind, ...wordsOf(category)]),
  );
}

export function parseNeed(text: string, catalogue: readonly Product[]): Need {
  const words = wordsOf(text);
  const known = new Set(catalogue.flatMap((product) => [...termsOf(product)]));
  const nouns = nounsOf(catalogue);
  const wishes = words
    .filter((word) => !SAYS_NOTHING.includes(word))
    .map((word) => (SYNONYMS[word] ?? [word]).filter((term) => known.has(term)))
    .filter((terms) => terms.length > 0);
  const genders = words.flatMap((word) => SYNONYMS[word] ?? [word]);
  const gender = genders.includes('women') ? 'women' : genders.includes('men') ? 'men' : undefined;
  const { minPrice, maxPrice } = priceRange(text);
  const bounded = gender !== undefined || minPrice > 0 || Number.isFinite(maxPrice);
  return {
    wishes,
    nouns: wishes.filter((terms) => terms.every((term) => nouns.has(term))),
    ...(gender && { gender }),
    minPrice,
    maxPrice,
    warm: containsAny(words, WARM_WORDS),
    light: containsAny(words, LIGHT_WORDS),
    open: bounded && containsAny(words, OPEN_WORDS),
  };
}

const AMOUNT = String.raw`(?:€|eur|euros?)?\s*(\d{1,5})`;
const AT_MOST = new RegExp(
  String.raw`\b(?:under|below|less than|up to|max(?:imum)?|at most|cheaper than|within)\s+${AMOUNT}`,
  'i',
);
const AT_LEAST = new RegExp(String.raw`\b(?:over|above|more than|at least|from)\s+${AMOUNT}`, 'i');
const BETWEEN = new RegExp(
  String.raw`\bbetween\s+${AMOUNT}\s*(?:€|eur|euros?)?\s*(?:and|-)\s*${AMOUNT}`,
  'i',
);

function priceRange(text: string): { minPrice: number; maxPrice: number } {
  const between = BETWEEN.exec(text);
  if (between) return { minPrice: Number(between[1]), maxPrice: Number(between[2]) };
  const most = AT_MOST.exec(text)?.[1];
  const least = AT_LEAST.exec(text)?.[1];
  return { minPrice: least ? Number(least) : 0, maxPrice: most ? Number(most) : Number.POSITIVE_INFINITY };
}
