import type { VendorAction } from '@chatspan/semantic-conventions';
import type { ContentClass } from '@chatspan/semantic-conventions/mapping';
import {
  DEFAULT_ATTRIBUTE_RULES,
  EVENT_NAMESPACE,
  EVENT_RULES,
  UNKNOWN_ACTION_EVENT,
} from '@chatspan/semantic-conventions/mapping';
import type { ReportProblem } from '../public/problems.ts';
import type { AttributeType } from './attribute-value.ts';
import type { EventEffect } from './event-effect.ts';
import { EFFECTS } from './event-effect.ts';

/** How a payload's value becomes an attribute. */
export interface KeyRule {
  readonly name: string;
  readonly type: AttributeType;
  /** `custom`: of a key that the team maps itself. */
  readonly content?: ContentClass | 'custom' | undefined;
  /** Attribute that holds the text's length. */
  readonly length?: string | undefined;
}

/** What each key of a payload stands for; `null` for keys that are read elsewhere. Has no prototype of `Object`. */
export type KeyRules = Readonly<Record<string, KeyRule | null>>;

/** How the events of one action are mapped. */
export interface ActionPlan {
  readonly name: string;
  readonly effect: EventEffect | undefined;
  readonly rules: KeyRules;
}

// The vendor does not document the ids: a page adds them so that a rating finds its turn.
const READ_ELSEWHERE = { action: null, message_id: null, response_id: null };

/** Whether the vendor documents this action. */
export function isDocumentedAction(action: string): boolean {
  return Object.hasOwn(EVENT_RULES, action);
}

/** Gives the plan of an action. Each is made for its first event: then an event takes one look-up, and one per key. */
export function actionPlans(
  payloadAttributes: Readonly<Record<string, string>>,
  report: ReportProblem,
): (action: string) => ActionPlan {
  // Without the prototype of objects: a payload's key may be `constructor`.
  const ofAnyEvent: Record<string, KeyRule | null> = Object.create(null);
  for (const [key, name] of Object.entries(payloadAttributes)) {
    ofAnyEvent[key] = { name, type: 'any', content: 'custom' };
  }
  Object.assign(ofAnyEvent, DEFAULT_ATTRIBUTE_RULES, READ_ELSEWHERE);
  const plans = new Map<string, ActionPlan>();
  return (action) => {
    const known = plans.get(action);
    if (known) return known;
    if (!isDocumentedAction(action)) {
      report('unknown_action', action);
      return { name: UNKNOWN_ACTION_EVENT, effect: undefined, rules: ofAnyEvent };
    }
    const plan = {
      name: EVENT_NAMESPACE + action,
      effect: EFFECTS[action as VendorAction],
      rules: Object.assign(Object.create(ofAnyEvent), EVENT_RULES[action as VendorAction]),
    };
    plans.set(action, plan);
    return plan;
  };
}
