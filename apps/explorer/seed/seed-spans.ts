import type { Attributes, SeedEvent, SeedSession } from './seed-session.ts';

/** A span in the terms of OpenTelemetry; times in Unix milliseconds with a fraction. */
export interface SeedSpan {
  readonly from: 'page' | 'chat backend';
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  readonly kind: 'Internal' | 'Server' | 'Client';
  readonly start: number;
  readonly end: number;
  readonly isFailed: boolean;
  readonly attributes: Attributes;
  readonly events: readonly {
    readonly name: string;
    readonly time: number;
    readonly attributes: Attributes;
  }[];
}

type Part = Pick<SeedSpan, 'from' | 'name' | 'start' | 'end' | 'parentSpanId'> & Partial<SeedSpan>;

/** The spans of a chat session, as the page and the chat backend make them. */
export function spansOf(session: SeedSession): SeedSpan[] {
  const { traceId, start, random } = session;
  const spans: SeedSpan[] = [];
  const ids = { 'shopping_chat.session.id': traceId, 'session.id': session.visitId };
  const conversation = { 'gen_ai.conversation.id': `conv-${traceId.slice(0, 12)}` };
  const page = {
    ...ids,
    ...(session.turns.length > 0 && conversation),
    ...(session.userId !== '' && { 'user.id': session.userId }),
    'browser.document.url.full': session.pageUrl,
  };

  function add(part: Part): string {
    const spanId = part.spanId ?? random.hex(8);
    spans.push({ traceId, kind: 'Internal', isFailed: false, attributes: {}, events: [], ...part, spanId });
    return spanId;
  }

  const at = (seconds: number): number => start + seconds * 1000;
  const spanEvent = ({ name, at: seconds, seq, attributes }: SeedEvent) => ({
    name: `shopping_chat.${name}`,
    time: at(seconds),
    attributes: { 'shopping_chat.action': name, 'shopping_chat.event.seq': seq, ...attributes },
  });

  const root = add({
    from: 'page',
    name: 'shopping_chat.session',
    parentSpanId: '',
    start,
    end: start,
    attributes: page,
  });
  const questions = new Set(session.turns.map(({ question }) => question.seq));
  const others = session.events.filter(({ seq }) => !questions.has(seq));
  const activity = add({
    from: 'page',
    name: 'shopping_chat.activity',
    parentSpanId: root,
    start,
    end: at(session.events.at(-1)?.at ?? 0),
    attributes: page,
    events: others.map(spanEvent),
  });

  for (const [index, { turn, question, spanId }] of session.turns.entries()) {
    const { endReason, errorType, seconds, firstByte, tool, model } = turn;
    const isFailed = endReason === 'failed' || endReason === 'timeout';
    const asked = question.at;
    const isSent = session.events.includes(question);
    add({
      from: 'page',
      spanId,
      name: 'shopping_chat.turn',
      parentSpanId: activity,
      start: at(asked),
      end: at(asked + seconds),
      isFailed: endReason === 'failed',
      attributes: {
        ...page,
        'shopping_chat.turn.seq': index + 1,
        'shopping_chat.turn.end_reason': endReason,
        'shopping_chat.turn.request_count': 1,
        'shopping_chat.message.input_type': turn.inputType,
        ...(errorType !== '' && { 'error.type': errorType }),
        ...(firstByte !== undefined && { 'shopping_chat.turn.time_to_first_byte': firstByte }),
        ...(endReason === 'answered' && { 'gen_ai.response.id': `resp_${spanId}` }),
      },
      events: isSent ? [spanEvent(question)] : [],
    });
    if (errorType === 'network_error') continue;
    const baggage = session.sendsBaggage ? { ...ids, ...conversation } : conversation;
    const server = add({
      from: 'chat backend',
      name: 'POST /chats/{chat_id}/messages',
      kind: 'Server',
      parentSpanId: spanId,
      start: at(asked + 0.04),
      end: at(asked + seconds - 0.02),
      isFailed,
      attributes: {
        ...baggage,
        'http.request.method': 'POST',
        'http.route': '/chats/{chat_id}/messages',
        'http.response.status_code': /^\d+$/.test(errorType) ? Number(errorType) : 200,
      },
    });
    if (errorType === '429' || errorType === '502') continue;
    const agent = add({
      from: 'chat backend',
      name: 'invoke_agent shop assistant',
      parentSpanId: server,
      start: at(asked + 0.06),
      end: at(asked + seconds - 0.03),
      isFailed,
      attributes: {
        ...baggage,
        'gen_ai.operation.name': 'invoke_agent',
        'gen_ai.agent.name': 'shop assistant',
      },
    });
    const toolEnds = asked + 0.2 + (tool?.seconds ?? 0);
    if (tool !== undefined) {
      add({
        from: 'chat backend',
        name: `execute_tool ${tool.name}`,
        parentSpanId: agent,
        start: at(asked + 0.2),
        end: at(toolEnds),
        attributes: { ...baggage, 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': tool.name },
      });
    }
    add({
      from: 'chat backend',
      name: `chat ${model.name}`,
      kind: 'Client',
      parentSpanId: agent,
      start: at(toolEnds),
      end: at(Math.max(toolEnds, asked + seconds - 0.05)),
      isFailed,
      attributes: {
        ...baggage,
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': 'mock',
        'gen_ai.request.model': model.name,
        'gen_ai.response.model': model.name,
        ...(isFailed
          ? { 'error.type': errorType }
          : {
              'gen_ai.usage.input_tokens': turn.inputTokens,
              'gen_ai.usage.output_tokens': turn.outputTokens,
              'gen_ai.response.id': `resp_${spanId}`,
            }),
      },
    });
  }
  return spans;
}

/** Attributes of the resource that a span comes from. */
export function resourceOf(session: SeedSession, from: SeedSpan['from']): Attributes {
  return {
    'service.name': from === 'page' ? 'shop' : 'chat-backend',
    'service.version': from === 'page' ? session.version : '1.8.2',
    'deployment.environment.name': session.environment,
    ...(from === 'page' && { 'browser.mobile': session.isMobile }),
  };
}
