import type { Attributes, Context, Span } from '@opentelemetry/api';
import { trace } from '@opentelemetry/api';
import type { ChatSession } from '../session/chat-session.ts';
import type { Settings } from '../settings/settings.ts';
import type { Recorder } from './recorder.ts';

/** Starts a span of the chat with who and where on it; `undefined` as long as the page has no tracer provider. */
export type StartChatSpan = (
  name: string,
  now: number,
  parent: Context,
  attributes?: Attributes,
) => Span | undefined;

/** In the scope of a turn every span is a root of its own, linked to the one it belongs to. */
export function chatSpanStarter(
  { traceScope }: Settings,
  session: ChatSession,
  recorder: Recorder,
): StartChatSpan {
  return (name, now, parent, attributes) => {
    const parentSpan = trace.getSpanContext(parent);
    const alone = traceScope === 'turn' && parentSpan;
    return recorder.startSpan({
      name,
      time: now,
      attributes: Object.assign(session.attributes(), attributes),
      parent: alone ? undefined : parent,
      links: alone ? [{ context: parentSpan }] : undefined,
    });
  };
}
