import type { Starter, Trigger } from '../triggers/trigger.ts';
import type { Payload, Surroundings } from './surroundings.ts';
import { given } from './surroundings.ts';

/** The size is carried only while the chat is open; the set's origin only for PDP-embedded triggers. */
export function triggerClicked(
  around: Surroundings,
  trigger: Trigger,
  clicked: Starter | undefined,
): Payload {
  const ofPdp = trigger.component === 'PDP_EMBEDDED';
  const setIsGenerated = trigger.starters.every((starter) => starter.isGenerated);
  return {
    action: 'trigger_clicked',
    component: trigger.component,
    component_template: `${trigger.component}_v1`,
    trigger_context_product_ids: trigger.productIds,
    trigger_conversation_starters_list: trigger.starters.map((starter) => starter.text),
    ...given('trigger_conversation_starter_clicked_is_generated', clicked?.isGenerated),
    ...given('trigger_conversation_starters_is_generated', ofPdp ? setIsGenerated : undefined),
    ...given('suggested_question_text', clicked?.text),
    chat_widget_state: around.view,
    ...given('chat_widget_size', around.view === 'open' ? around.size : undefined),
    conversation_state: around.conversation,
    chat_config: around.config,
  };
}
