import type { Product } from '../catalogue/product.ts';
import { wordsOf } from '../catalogue/words.ts';
import type { QuickReply } from '../protocol.ts';

/** What the shopper asked, with what the chat knows at that moment. */
export interface Question {
  /** Empty when a button alone asks. */
  readonly text: string;
  readonly words: readonly string[];
  readonly button?: 'SHOW_SIMILAR' | 'COMPARISON';
  readonly target?: string;
  /** The products it is about, nearest first: named in the question, selected, looked at, last shown. */
  readonly about: {
    readonly named: readonly Product[];
    readonly selected: readonly Product[];
    readonly viewed: readonly Product[];
    readonly shown: readonly Product[];
  };
}

export interface Answer {
  /** May hold links `[name](/products/<id>)`. */
  readonly text: string;
  readonly products: readonly Product[];
  readonly categoryName?: string;
  readonly quickReplies: readonly QuickReply[];
  readonly finishReason: 'stop' | 'content_filter';
}

export interface Intent {
  readonly name: string;
  matches(question: Question, catalogue: readonly Product[]): boolean;
  /** What the search tool looks up; an intent without it needs no product. */
  search?(question: Question, catalogue: readonly Product[]): Product[];
  answer(question: Question, found: readonly Product[]): Answer;
}

/** The one product a question is about, if there is one. */
export function focusOf({ about }: Question): Product | undefined {
  return about.named[0] ?? about.selected[0] ?? about.viewed[0] ?? about.shown[0];
}

/** The products that the text names by id, link or full name, or else by the first word of their name. */
export function productsNamed(text: string, catalogue: readonly Product[]): Product[] {
  const lower = text.toLowerCase();
  const exact = catalogue.filter(({ id, name }) => lower.includes(id) || lower.includes(name.toLowerCase()));
  if (exact.length > 0) return exact;
  const words = wordsOf(text);
  return catalogue.filter(({ name }) => {
    const model = wordsOf(name)[0];
    return model !== undefined && model.length > 3 && words.includes(model);
  });
}

export function plainAnswer(text: string, quickReplies: readonly QuickReply[] = []): Answer {
  return { text, products: [], quickReplies, finishReason: 'stop' };
}
