import { SpanKind } from '@opentelemetry/api';
import type { Product } from '../catalogue/product.ts';
import { toProductItem } from '../catalogue/product.ts';
import { chooseIntent } from '../intents/choose-intent.ts';
import type { Answer, Intent, Question } from '../intents/question.ts';
import { refusal } from '../intents/refusal.ts';
import { ATTR_GEN_AI_AGENT_NAME, ATTR_GEN_AI_OPERATION_NAME } from '../semconv.ts';
import { inSpan } from './in-span.ts';
import { callModel } from './mock-model.ts';
import type { Run } from './run.ts';
import { SEARCH_TOOL, searchProducts } from './search-tool.ts';
import { around, hexId } from './seeded-random.ts';

const AGENT_NAME = 'Northfell assistant';

/** What was found and said, for the chat's memory. */
export interface Outcome {
  readonly answer: Answer;
  readonly found: readonly Product[];
}

/** Plan, search, answer: one `invoke_agent` span. */
export function runAgent(question: Question, run: Run): Promise<Outcome> {
  const attributes = {
    [ATTR_GEN_AI_OPERATION_NAME]: 'invoke_agent',
    [ATTR_GEN_AI_AGENT_NAME]: AGENT_NAME,
  };
  return inSpan(`invoke_agent ${AGENT_NAME}`, { kind: SpanKind.INTERNAL, attributes }, async () => {
    const batchId = hexId(8, run.random);
    const intent = await plan(question, run);
    const found = await search(intent, question, run, batchId);
    const answer = intent.answer(question, found);
    await say(answer, question, run, batchId);
    return { answer, found };
  });
}

async function plan(question: Question, run: Run): Promise<Intent> {
  const intent = run.flags.take('refuse') ? refusal : chooseIntent(question, run.catalogue);
  await callModel(
    {
      input: question.text,
      output: intent.search ? `${SEARCH_TOOL}(${intent.name})` : intent.name,
      finishReason: intent.search ? 'tool_call' : 'stop',
      waitMs: around(run.latency.planMs, run.random),
    },
    run,
  );
  return intent;
}

async function search(intent: Intent, question: Question, run: Run, batchId: string): Promise<Product[]> {
  if (!intent.search) return [];
  await run.emit({
    type: 'ADD_MESSAGE.ASSISTANT.NOTIFICATION',
    toolName: SEARCH_TOOL,
    text: 'Looking through the shop …',
    batchId,
  });
  return searchProducts(() => intent.search?.(question, run.catalogue) ?? [], run);
}

async function say(answer: Answer, question: Question, run: Run, batchId: string): Promise<void> {
  const { text, products, categoryName, quickReplies, finishReason } = answer;
  let started = false;
  await callModel(
    {
      input: [question.text, ...products.map(({ description }) => description)].join('\n'),
      output: text,
      finishReason,
      waitMs:
        around(run.latency.firstChunkMs, run.random) +
        (run.flags.take('slowModel') ? run.latency.slowModelMs : 0),
      onChunk: (chunk, responseId) => {
        if (started) return run.emit({ type: 'APPEND_LAST_ASSISTANT_MESSAGE', text: chunk, batchId });
        started = true;
        return run.emit({ type: 'ADD_MESSAGE.ASSISTANT.TEXT', text: chunk, responseId, batchId });
      },
    },
    run,
  );
  if (products.length > 0) {
    const data = products.map(toProductItem);
    await run.emit({
      type: 'ADD_MESSAGE.ASSISTANT.CAROUSEL',
      data,
      ...(categoryName && { categoryName }),
      batchId,
    });
  }
  if (quickReplies.length > 0)
    await run.emit({ type: 'ADD_MESSAGE.ASSISTANT.QUICK_REPLY', data: quickReplies, batchId });
}
