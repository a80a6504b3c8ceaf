import type { ReportProblem } from './problems.ts';

/**
 * An interaction event as the widget reports it: `action` names it, the other keys are its attributes. May be of any
 * type, including interfaces, which have no index signature.
 */
export type ChatPayload = { readonly action: string } & (Readonly<Record<string, unknown>> | object);

/** What a source knows of an event. */
export interface EmitOptions {
  /**
   * Records only actions that the vendor documents. For a source that also carries events of the shop: an unknown action
   * in it is probably not the chat's.
   * @default false
   */
  readonly onlyDocumented?: boolean;
}

/**
 * Takes an event from a source, as a function that reads its payload. Never throws, even if `read` does. A payload
 * without an `action` is not a chat event and is ignored.
 */
export type EmitChatEvent = (read: () => unknown, options?: EmitOptions) => void;

/** A place where a widget's events can be seen. */
export interface ChatEventSource {
  /** Starts to listen, and returns what stops it and undoes every trace of it. */
  subscribe(emit: EmitChatEvent, report: ReportProblem): () => void;
}

/** Converts what a widget reports to a payload with `action`; `undefined` when it is not a chat event. */
export type ToChatEvent<Arguments extends readonly unknown[]> = (
  ...args: Arguments
) => ChatPayload | undefined;
