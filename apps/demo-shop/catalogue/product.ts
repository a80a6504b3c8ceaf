export const categories = ['outerwear', 'midlayer', 'trousers', 'footwear', 'accessories'] as const;

export type Category = (typeof categories)[number];

/** One entry of products.json. */
export interface Product {
  /** Six digits, leading zero included: "061215". */
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  /** What it is, in two words: "rain shell". Also decides which drawing it gets. */
  readonly kind: string;
  readonly gender?: 'women' | 'men' | 'unisex';
  /** In whole units of `currency`. */
  readonly price: number;
  readonly currency: 'EUR';
  readonly color: string;
  readonly materials: readonly string[];
  readonly features: readonly string[];
  /** 1 (a warm day) to 5 (deep frost). */
  readonly warmth: number;
  readonly weightGrams: number;
  readonly activities: readonly string[];
  /** Ids of products that go well with this one. */
  readonly compatibleWith: readonly string[];
  /** Mean of the customers' ratings, 1–5. */
  readonly rating: number;
  readonly description: string;
}
