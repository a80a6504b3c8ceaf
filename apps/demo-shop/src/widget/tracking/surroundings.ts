import type { ConversationState, Size, View } from '../state/state.ts';

/** What is true around an event at the moment it is reported. */
export interface Surroundings {
  readonly view: View;
  readonly size: Size;
  readonly conversation: ConversationState;
  /** The `chat_config` JSON string. */
  readonly config: string;
}

/** One event of the vendor's page: `action` and its documented attributes. */
export type Payload = { readonly action: string } & Readonly<Record<string, unknown>>;

/** `chat_widget_size`, `conversation_state`, `chat_config`: the three that most events carry. */
export function inChat(around: Surroundings): Record<string, string> {
  return {
    chat_widget_size: around.size,
    conversation_state: around.conversation,
    chat_config: around.config,
  };
}

/** The attribute when there is a value; nothing otherwise. */
export function given<Name extends string>(name: Name, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}
