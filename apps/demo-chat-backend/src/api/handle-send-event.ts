import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Span } from '@opentelemetry/api';
import { context } from '@opentelemetry/api';
import { markFailed } from '../assistant/in-span.ts';
import { ToolFailed } from '../assistant/search-tool.ts';
import { AnswerStopped } from '../assistant/stopped.ts';
import type { Chats } from '../chats.ts';
import type { AnswerSettings } from './answer-event.ts';
import { answerEvent } from './answer-event.ts';
import { questionIn } from './ask.ts';
import { parseSendEvent } from './parse-send-event.ts';
import { readJsonBody } from './read-json-body.ts';
import { Rejection, sendRejection } from './rejection.ts';
import { endServerSpan, inConversation, startServerSpan } from './server-span.ts';

const RETRY_AFTER_SECONDS = '5';

export interface SendEventSettings extends AnswerSettings {
  readonly agentIds: readonly string[];
  readonly chats: Chats;
  /** How long one request may take, in milliseconds. */
  readonly limitMs: number;
  /** Aborted when the server shuts down. */
  readonly shutdown: AbortSignal;
}

export interface ChatPath {
  readonly agentId: string;
  readonly chatId: string;
}

/** `POST …/send-event`, from the request to the end of its SERVER span. Never rejects. */
export async function handleSendEvent(
  request: IncomingMessage,
  response: ServerResponse,
  path: ChatPath,
  settings: SendEventSettings,
): Promise<void> {
  const serverSpan = startServerSpan(request, path.chatId);
  const stop = new AbortController();
  const stopFor = (reason: AnswerStopped) => () => stop.abort(reason);
  const closed = once(response, 'close');
  response.once('close', () => !response.writableFinished && stop.abort(new AnswerStopped('client_aborted')));
  const onShutdown = stopFor(new AnswerStopped('server_shutdown'));
  settings.shutdown.addEventListener('abort', onShutdown);
  const timer = setTimeout(stopFor(new AnswerStopped('timeout')), settings.limitMs);
  try {
    if (!settings.agentIds.includes(path.agentId)) {
      throw new Rejection(404, `There is no agent of this id. Known: ${settings.agentIds.join(', ')}.`);
    }
    const sent = parseSendEvent(await readJsonBody(request));
    const chat = settings.chats.open(path.agentId, path.chatId);
    if (chat.busy)
      throw new Rejection(409, 'An event of this chat is still being answered: send one at a time.');
    const answered = chat.answeredEventIds.has(sent.event._id);
    const question = answered ? undefined : questionIn(sent, chat, settings.catalogue);
    if (question && settings.flags.take('rateLimited')) {
      throw new Rejection(429, 'Too many questions (flag rateLimited).', {
        'retry-after': RETRY_AFTER_SECONDS,
      });
    }
    const conversation = inConversation(serverSpan, request, sent.conversationId);
    await context.with(conversation, () =>
      answerEvent(sent.event, question, chat, { ...path, response, stop, settings }),
    );
  } catch (error) {
    fail(error, response, serverSpan.span, stop.signal);
  } finally {
    clearTimeout(timer);
    settings.shutdown.removeEventListener('abort', onShutdown);
  }
  await closed;
  endServerSpan(serverSpan.span, response);
}

function fail(error: unknown, response: ServerResponse, span: Span, signal: AbortSignal): void {
  if (error instanceof Rejection) {
    sendRejection(response, error);
    return;
  }
  // A body that breaks off rejects with the socket's error; why it broke off is the signal's reason.
  const cause = signal.aborted ? signal.reason : error;
  markFailed(span, cause);
  if (!response.headersSent && !response.destroyed) {
    sendRejection(response, new Rejection(500, 'The assistant failed. See the log of the chat backend.'));
  }
  if (!(cause instanceof AnswerStopped || cause instanceof ToolFailed)) console.error(cause);
}
