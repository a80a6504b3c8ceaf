import { performance } from 'node:perf_hooks';
import type { Span } from '@opentelemetry/api';
import { SpanKind } from '@opentelemetry/api';
import {
  ATTR_GEN_AI_INPUT_MESSAGES,
  ATTR_GEN_AI_OPERATION_NAME,
  ATTR_GEN_AI_OUTPUT_MESSAGES,
  ATTR_GEN_AI_PROVIDER_NAME,
  ATTR_GEN_AI_REQUEST_MODEL,
  ATTR_GEN_AI_REQUEST_STREAM,
  ATTR_GEN_AI_RESPONSE_FINISH_REASONS,
  ATTR_GEN_AI_RESPONSE_ID,
  ATTR_GEN_AI_RESPONSE_MODEL,
  ATTR_GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK,
  ATTR_GEN_AI_USAGE_INPUT_TOKENS,
  ATTR_GEN_AI_USAGE_OUTPUT_TOKENS,
} from '../semconv.ts';
import { inSpan } from './in-span.ts';
import type { Run } from './run.ts';
import { around, hexId } from './seeded-random.ts';
import { pause } from './stopped.ts';

const PROVIDER = 'mock';
const REQUEST_MODEL = 'mock-shop-1';
const RESPONSE_MODEL = 'mock-shop-1-2026-11';

const INSTRUCTIONS =
  'You are the assistant of Northfell, a shop for outdoor clothing. Answer only from the catalogue. Link each product.';

export interface ModelCall {
  /** What the model is given besides its instructions and the chat so far. */
  readonly input: string;
  /** What it says. It is a mock: the caller has worked it out already. */
  readonly output: string;
  readonly finishReason: 'stop' | 'tool_call' | 'content_filter';
  readonly waitMs: number;
  /** Receives the output piece by piece; without it the call does not stream. */
  readonly onChunk?: (chunk: string, responseId: string) => Promise<void>;
}

/** One call to the mock model, as a `chat` span. */
export function callModel(call: ModelCall, run: Run): Promise<void> {
  const attributes = {
    [ATTR_GEN_AI_OPERATION_NAME]: 'chat',
    [ATTR_GEN_AI_PROVIDER_NAME]: PROVIDER,
    [ATTR_GEN_AI_REQUEST_MODEL]: REQUEST_MODEL,
    ...(call.onChunk && { [ATTR_GEN_AI_REQUEST_STREAM]: true }),
    ...(run.captureContent && { [ATTR_GEN_AI_INPUT_MESSAGES]: messages('user', call.input) }),
  };
  return inSpan(`chat ${REQUEST_MODEL}`, { kind: SpanKind.CLIENT, attributes }, async (span) => {
    const responseId = `resp_${hexId(12, run.random)}`;
    const sentAt = performance.now();
    span.setAttributes({
      [ATTR_GEN_AI_RESPONSE_ID]: responseId,
      [ATTR_GEN_AI_RESPONSE_MODEL]: RESPONSE_MODEL,
      [ATTR_GEN_AI_USAGE_INPUT_TOKENS]:
        estimateTokens(INSTRUCTIONS) + run.historyTokens + estimateTokens(call.input),
    });
    await pause(call.waitMs, run.signal);
    if (call.onChunk) await stream(call, call.onChunk, { responseId, sentAt, span, run });
    span.setAttributes({
      [ATTR_GEN_AI_RESPONSE_FINISH_REASONS]: [call.finishReason],
      [ATTR_GEN_AI_USAGE_OUTPUT_TOKENS]: estimateTokens(call.output),
      ...(run.captureContent && { [ATTR_GEN_AI_OUTPUT_MESSAGES]: messages('assistant', call.output) }),
    });
  });
}

interface Streaming {
  readonly responseId: string;
  readonly sentAt: number;
  readonly span: Span;
  readonly run: Run;
}

async function stream(
  { output }: ModelCall,
  onChunk: NonNullable<ModelCall['onChunk']>,
  { responseId, sentAt, span, run }: Streaming,
): Promise<void> {
  for (const [index, chunk] of chunksOf(output).entries()) {
    if (index === 0) {
      const seconds = (performance.now() - sentAt) / 1_000;
      span.setAttribute(ATTR_GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, seconds);
    } else {
      await pause(around(run.latency.chunkMs, run.random), run.signal);
    }
    await onChunk(chunk, responseId);
  }
}

/** Two words at a time, with the white space that follows them. */
function chunksOf(text: string): string[] {
  return text.match(/\S+\s*(?:\S+\s*)?/g) ?? [];
}

/** About four characters make a token; the rule of thumb of the providers' own documentation. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** The shape of gen-ai-input-messages.json and gen-ai-output-messages.json. */
function messages(
  role: 'user' | 'assistant',
  content: string,
): { role: string; parts: { type: string; content: string }[] }[] {
  return [{ role, parts: [{ type: 'text', content }] }];
}
