import {
  ATTR_SHOPPING_CHAT_EXPERIMENT_ID,
  ATTR_SHOPPING_CHAT_EXPERIMENT_VARIANT_ID,
  ATTR_SHOPPING_CHAT_TRIGGER_COMPONENT,
  ATTR_SHOPPING_CHAT_TRIGGER_NAME,
} from '@chatspan/semantic-conventions';
import type { ChatEvent } from '../mapping/chat-event.ts';

/** What events have said of the trigger that opened the chat, and of the experiment: each turn carries it. */
export type Remembered = Readonly<Record<string, string>>;

const OF_TRIGGER = [ATTR_SHOPPING_CHAT_TRIGGER_COMPONENT, ATTR_SHOPPING_CHAT_TRIGGER_NAME];
const OF_EXPERIMENT = [ATTR_SHOPPING_CHAT_EXPERIMENT_ID, ATTR_SHOPPING_CHAT_EXPERIMENT_VARIANT_ID];
const REMEMBERED = [...OF_TRIGGER, ...OF_EXPERIMENT];
const MAX_LENGTH = 256;

/** What is remembered after an event. A click on a trigger is of another trigger; a closed chat was opened by none. */
export function remember(before: Remembered, { attributes, effect }: ChatEvent): Remembered {
  const isNewTrigger = attributes[ATTR_SHOPPING_CHAT_TRIGGER_COMPONENT] !== undefined;
  const isKnown = (name: string) => attributes[name] === undefined || attributes[name] === before[name];
  // Most events: nothing is copied for them.
  if (!isNewTrigger && effect !== 'closes' && REMEMBERED.every(isKnown)) return before;
  const kept = isNewTrigger || effect === 'closes' ? withoutTrigger(before) : before;
  if (effect === 'closes') return kept;
  const said = REMEMBERED.flatMap((name) => {
    const value = attributes[name];
    return typeof value === 'string' && value.length <= MAX_LENGTH ? [[name, value] as const] : [];
  });
  return said.length > 0 ? { ...kept, ...Object.fromEntries(said) } : kept;
}

function withoutTrigger(remembered: Remembered): Remembered {
  return Object.fromEntries(
    Object.entries(remembered).filter(([name]) => !OF_TRIGGER.includes(name as never)),
  );
}
