// Compiled by `tsc`, never run: each `@ts-expect-error` that is not an error fails the type check.

import type { EVENT_RULES } from './generated/mapping.ts';
import registry from './generated/registry.json' with { type: 'json' };
import type {
  ATTR_SHOPPING_CHAT_WIDGET_STATE,
  EVENT_SHOPPING_CHAT_TRIGGER_CLICKED,
  OptInPayloads,
  SHOPPING_CHAT_WIDGET_STATE_VALUE_OPEN,
  SPAN_SHOPPING_CHAT_TURN,
  VendorAction,
  VendorPayload,
  VendorPayloads,
} from './index.ts';
import type { RegistryJson } from './registry-json.ts';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function holds<_T extends true>(): void {}

// Constants keep their literal types.
holds<Equal<typeof ATTR_SHOPPING_CHAT_WIDGET_STATE, 'shopping_chat.widget.state'>>();
holds<Equal<typeof SHOPPING_CHAT_WIDGET_STATE_VALUE_OPEN, 'open'>>();
holds<Equal<typeof EVENT_SHOPPING_CHAT_TRIGGER_CLICKED, 'shopping_chat.trigger_clicked'>>();
holds<Equal<typeof SPAN_SHOPPING_CHAT_TURN, 'shopping_chat.turn'>>();

// The action tells the payload.
holds<Equal<VendorPayloads['close_survey']['action'], 'close_survey'>>();
holds<Equal<VendorPayload['action'], VendorAction>>();
holds<Equal<keyof typeof EVENT_RULES, VendorAction>>();

type ChangeSize = VendorPayloads['change_size'];
type Feedback = VendorPayloads['submit_feedback'];
type Respond = VendorPayloads['user_respond'];

// Only the action is required; enums are open.
export const least: ChangeSize = { action: 'change_size' };
export const known: ChangeSize = { action: 'change_size', set_size_to: 'large', chat_widget_size: undefined };
export const open: ChangeSize = { action: 'change_size', set_size_to: 'enormous' };
export const rated: Feedback = { action: 'submit_feedback', feedback_state: 5, experiment_id: 'e' };

// Opt-in events have payloads, but are none of the actions that are always recorded.
export const failed: OptInPayloads['clarity_error'] = {
  action: 'clarity_error',
  location: 'Back_end',
  latency: 1240,
};
holds<Equal<Extract<VendorAction, keyof OptInPayloads>, never>>();

// @ts-expect-error the latency is a number
export const slow: OptInPayloads['clarity_error'] = { action: 'clarity_error', latency: '1240' };
// @ts-expect-error the action is required
export const nameless: ChangeSize = {};
// @ts-expect-error an attribute of another event
export const foreign: ChangeSize = { action: 'change_size', link_text: 'x' };
// @ts-expect-error a rating is a number
export const spelled: Feedback = { action: 'submit_feedback', feedback_state: 'five' };
// @ts-expect-error product ids are a list
export const single: Respond = { action: 'user_respond', product_ids: '431374' };
// @ts-expect-error not an action
export const unknown: VendorAction = 'chat_opened';

// The registry has the documented shape.
export const shape: RegistryJson['events'][number]['action'] = registry.events[0]?.action ?? '';
