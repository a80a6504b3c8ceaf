import type { Starter, TriggerComponent } from './trigger.ts';

const byComponent: Readonly<Record<TriggerComponent, readonly Starter[]>> = {
  PDP_EMBEDDED: [
    { text: 'What materials is this product made from?', isGenerated: true },
    { text: 'Is it warm enough for winter?', isGenerated: true },
    { text: 'What goes well with it?', isGenerated: true },
  ],
  PLP_EMBEDDED: [
    { text: 'Help me choose between these', isGenerated: false },
    { text: 'Which one is the warmest?', isGenerated: false },
    { text: 'What is good for rainy days?', isGenerated: true },
  ],
  PLP_BANNER: [],
  SEARCH_SUGGESTION: [
    { text: 'Which of these results fits me best?', isGenerated: false },
    { text: 'Show me something similar but lighter', isGenerated: true },
  ],
  FLOATING_TRIGGER: [],
};

/** The questions that a trigger offers. Fixed: a real widget would have them made for the page. */
export function startersOf(component: TriggerComponent): readonly Starter[] {
  return byComponent[component];
}
