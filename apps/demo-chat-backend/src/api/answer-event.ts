import type { ServerResponse } from 'node:http';
import { errorTypeOf } from '../assistant/in-span.ts';
import { estimateTokens } from '../assistant/mock-model.ts';
import type { Latency } from '../assistant/run.ts';
import { runAgent } from '../assistant/run-agent.ts';
import { seededRandom, uuidV7 } from '../assistant/seeded-random.ts';
import { AnswerStopped } from '../assistant/stopped.ts';
import type { Product } from '../catalogue/product.ts';
import type { Chat } from '../chats.ts';
import { changeContext, rememberAnswer } from '../chats.ts';
import type { Flags } from '../flags.ts';
import type { Question } from '../intents/question.ts';
import type { AssistantEvent, AssistantMessage, ShopperEvent } from '../protocol.ts';
import { JsonArrayStream } from './json-array-stream.ts';

export interface AnswerSettings {
  readonly catalogue: readonly Product[];
  readonly flags: Flags;
  readonly latency: Latency;
  readonly seed: string;
  readonly captureContent: boolean;
  readonly now: () => number;
}

interface Exchange {
  readonly agentId: string;
  readonly chatId: string;
  readonly response: ServerResponse;
  readonly stop: AbortController;
  readonly settings: AnswerSettings;
}

/** How many pieces of text the flag `streamCut` lets through. */
const PIECES_BEFORE_CUT = 2;

const APOLOGIES: Readonly<Record<string, string>> = {
  tool_error: 'I could not look through the shop just now. Please try again.',
  timeout: 'That took too long. Please try again.',
  server_shutdown: 'I have to go for a moment. Please try again.',
};

/** Streams the echo and, when the event asks something, the answer. Rejects with what stopped it. */
export async function answerEvent(
  event: ShopperEvent,
  question: Question | undefined,
  chat: Chat,
  { agentId, chatId, response, stop, settings }: Exchange,
): Promise<void> {
  const { flags, now, seed } = settings;
  const random = seededRandom(`${seed} ${agentId} ${chatId} ${event._id}`);
  const stream = new JsonArrayStream(response);
  const stamp = (message: AssistantMessage): AssistantEvent => {
    const sentAt = now();
    return { _id: uuidV7(sentAt, random), sentDate: new Date(sentAt).toISOString(), ...message };
  };
  const cut = () => {
    stop.abort(new AnswerStopped('stream_cut'));
    response.destroy();
    stop.signal.throwIfAborted();
  };
  chat.busy = true;
  try {
    await stream.write(event, stop.signal);
    if (event.type === 'SELECTED_ITEMS') chat.selectedIds = event.ids;
    if (event.type === 'FE.SET_CONTEXT') changeContext(chat, event);
    if (question) {
      const cutting = flags.take('streamCut');
      let pieces = 0;
      const emit = (message: AssistantMessage) => {
        if (cutting && 'text' in message && pieces++ === PIECES_BEFORE_CUT) cut();
        return stream.write(stamp(message), stop.signal);
      };
      const { signal } = stop;
      const { answer, found } = await runAgent(question, {
        ...settings,
        random,
        signal,
        emit,
        historyTokens: chat.historyTokens,
      });
      rememberAnswer(chat, event._id, {
        foundIds: found.map(({ id }) => id),
        tokens: estimateTokens(question.text) + estimateTokens(answer.text),
      });
    }
    stream.end();
  } catch (error) {
    if (!response.destroyed) {
      const exception = errorTypeOf(error);
      const text = APOLOGIES[exception] ?? 'Something went wrong on our side. Please try again.';
      stream.end(stamp({ type: 'ERROR', exception }), stamp({ type: 'FATAL_ERROR', text }));
    }
    throw error;
  } finally {
    chat.busy = false;
  }
}
