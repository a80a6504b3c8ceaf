// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

import type { EventRules } from './attribute-rule.ts';
import { rule } from './attribute-rule.ts';

/** An event that is recorded only where a team asks for its group. Its name = `EVENT_NAMESPACE` + action. */
export interface OptInEvent {
  /** Default severity of the log record: https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
  readonly severityNumber: number;
  /** Vendor attribute → rule. */
  readonly rules: EventRules;
  /** With one of these values of the attribute, the event ends an open turn as failed. */
  readonly failsTurn: { readonly attribute: string; readonly values: readonly string[] } | undefined;
}

/** Events of the group `ab_test`, by their action. */
export const AB_TEST_EVENTS: { readonly [A in 'show' | 'actual_show' | 'bundle_show' | 'session_start']: OptInEvent } = {
  show: {
    severityNumber: 9,
    rules: {
      component: /* @__PURE__ */ rule('shopping_chat.trigger.component'),
      component_template: /* @__PURE__ */ rule('shopping_chat.trigger.template'),
    },
    failsTurn: undefined,
  },
  actual_show: {
    severityNumber: 9,
    rules: {
      component: /* @__PURE__ */ rule('shopping_chat.trigger.component'),
      component_template: /* @__PURE__ */ rule('shopping_chat.trigger.template'),
      trigger_context_product_ids: /* @__PURE__ */ rule('shopping_chat.trigger.product_ids', 'string[]'),
      trigger_conversation_starters_list: /* @__PURE__ */ rule('shopping_chat.trigger.starter.texts', 'string[]', 'label'),
      trigger_conversation_starters_is_generated: /* @__PURE__ */ rule('shopping_chat.trigger.starter.set_is_generated', 'boolean'),
    },
    failsTurn: undefined,
  },
  bundle_show: {
    severityNumber: 9,
    rules: {
      type: /* @__PURE__ */ rule('shopping_chat.event.sub_type'),
      component_template: /* @__PURE__ */ rule('shopping_chat.trigger.template'),
    },
    failsTurn: undefined,
  },
  session_start: {
    severityNumber: 9,
    rules: {
      session_start_timestamp: /* @__PURE__ */ rule('shopping_chat.browsing_session.start_millis', 'int'),
    },
    failsTurn: undefined,
  },
};

/** Events of the group `safety`, by their action. */
export const SAFETY_EVENTS: { readonly [A in 'clarity_error' | 'clarity_warning']: OptInEvent } = {
  clarity_error: {
    severityNumber: 17,
    rules: {
      type: /* @__PURE__ */ rule('error.type'),
      location: /* @__PURE__ */ rule('shopping_chat.error.location'),
      message: /* @__PURE__ */ rule('shopping_chat.error.text', undefined, 'text', 'shopping_chat.error.length'),
      latency: /* @__PURE__ */ rule('shopping_chat.error.latency_millis', 'int'),
      chat_widget_state: /* @__PURE__ */ rule('shopping_chat.widget.state'),
      chat_widget_size: /* @__PURE__ */ rule('shopping_chat.widget.size'),
      conversation_state: /* @__PURE__ */ rule('shopping_chat.conversation.state'),
      chat_config: /* @__PURE__ */ rule('shopping_chat.config', undefined, 'config'),
    },
    failsTurn: { attribute: 'shopping_chat.error.location', values: ['FE:app_error_boundary'] },
  },
  clarity_warning: {
    severityNumber: 13,
    rules: {
      type: /* @__PURE__ */ rule('shopping_chat.warning.type'),
    },
    failsTurn: undefined,
  },
};
