/** Documented values of `component`. */
export type TriggerComponent =
  | 'PDP_EMBEDDED'
  | 'PLP_EMBEDDED'
  | 'PLP_BANNER'
  | 'SEARCH_SUGGESTION'
  | 'FLOATING_TRIGGER';

/** A question that a trigger offers. */
export interface Starter {
  readonly text: string;
  /** Written by a model rather than by the merchant. */
  readonly isGenerated: boolean;
}

/** What a click on a trigger needs to know of it. */
export interface Trigger {
  readonly component: TriggerComponent;
  readonly productIds: readonly string[];
  readonly starters: readonly Starter[];
  /** Category of the page's product, when the place tells it. */
  readonly productCategory: string | undefined;
}

export const bannerNames: Readonly<Record<TriggerComponent, string>> = {
  PDP_EMBEDDED: 'Clarity-PDP-Embedded',
  PLP_EMBEDDED: 'Clarity-PLP-Embedded',
  PLP_BANNER: 'Clarity-PLP-Banner',
  SEARCH_SUGGESTION: 'Clarity-Search-Suggestion',
  FLOATING_TRIGGER: 'Clarity-Floating-Trigger',
};

export function isTriggerComponent(value: string | undefined): value is TriggerComponent {
  return value !== undefined && Object.hasOwn(bannerNames, value);
}
