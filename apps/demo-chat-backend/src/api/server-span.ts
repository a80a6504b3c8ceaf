import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, Span } from '@opentelemetry/api';
import { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_NETWORK_PROTOCOL_VERSION,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
  ATTR_URL_PATH,
  ATTR_URL_SCHEME,
  ATTR_USER_AGENT_ORIGINAL,
} from '@opentelemetry/semantic-conventions';
import manifest from '../../package.json' with { type: 'json' };
import { ATTR_GEN_AI_CONVERSATION_ID } from '../semconv.ts';

export const ROUTE = '/ca/v1/agents/{agent_id}/chats/{chat_id}/send-event';

export interface ServerSpan {
  readonly span: Span;
  /** Holds the span and the baggage: whatever runs in it becomes part of the caller's trace. */
  readonly context: Context;
}

/** Continues the trace of the caller's `traceparent`; its `baggage` goes along. */
export function startServerSpan(request: IncomingMessage, chatId: string): ServerSpan {
  const extracted = propagation.extract(ROOT_CONTEXT, request.headers);
  const caller = hasConversationId(extracted) ? extracted : withConversationId(extracted, chatId);
  const host = URL.parse(`http://${request.headers.host}`);
  const attributes = {
    [ATTR_HTTP_REQUEST_METHOD]: request.method ?? 'POST',
    [ATTR_HTTP_ROUTE]: ROUTE,
    [ATTR_URL_PATH]: new URL(request.url ?? '/', 'http://localhost').pathname,
    [ATTR_URL_SCHEME]: 'http',
    [ATTR_NETWORK_PROTOCOL_VERSION]: request.httpVersion,
    ...(host && { [ATTR_SERVER_ADDRESS]: host.hostname, [ATTR_SERVER_PORT]: Number(host.port || 80) }),
    ...(request.headers['user-agent'] && { [ATTR_USER_AGENT_ORIGINAL]: request.headers['user-agent'] }),
  };
  const span = trace
    .getTracer(manifest.name, manifest.version)
    .startSpan(`POST ${ROUTE}`, { kind: SpanKind.SERVER, attributes }, caller);
  return { span, context: trace.setSpan(caller, span) };
}

/** The context for the spans below: a conversation id from the body counts unless the caller's baggage has one. */
export function inConversation(
  { span, context }: ServerSpan,
  request: IncomingMessage,
  conversationId: string | undefined,
): Context {
  if (!conversationId || hasConversationId(propagation.extract(ROOT_CONTEXT, request.headers)))
    return context;
  span.setAttribute(ATTR_GEN_AI_CONVERSATION_ID, conversationId);
  return withConversationId(context, conversationId);
}

function hasConversationId(context: Context): boolean {
  return propagation.getBaggage(context)?.getEntry(ATTR_GEN_AI_CONVERSATION_ID) !== undefined;
}

function withConversationId(context: Context, value: string): Context {
  const baggage = propagation.getBaggage(context) ?? propagation.createBaggage();
  return propagation.setBaggage(context, baggage.setEntry(ATTR_GEN_AI_CONVERSATION_ID, { value }));
}

/** A 4xx answer leaves the status unset, a 5xx is an error (HTTP server span conventions, stable). */
export function endServerSpan(span: Span, response: ServerResponse): void {
  if (response.headersSent) {
    span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, response.statusCode);
    if (response.statusCode >= 500) {
      span.setAttribute(ATTR_ERROR_TYPE, String(response.statusCode));
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
  }
  span.end();
}
