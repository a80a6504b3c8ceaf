import { uuidV7 } from '../uuid-v7.ts';
import { AnswerFailure } from './answer-failure.ts';
import type { OutgoingEvent } from './api-events.ts';
import type { OnEvent } from './read-answer.ts';
import { readAnswer } from './read-answer.ts';

export interface ClientOptions {
  readonly chatUrl: string;
  readonly agentId: string;
  readonly endCustomerId: string;
  /** Address of the page that the shopper is on. */
  readonly pageUrl: () => string;
  /** Milliseconds until a request is given up. */
  readonly requestLimitMs: number;
}

/** Sends events to the chat backend, one request at a time per chat, and reads the streamed answers. */
export class AssistantClient {
  readonly #options: ClientOptions;
  readonly #lastOfChat = new Map<string, Promise<void>>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Resolves when the answer is complete. Rejects with an AnswerFailure, whatever went wrong. */
  send(chatId: string, event: OutgoingEvent, onEvent: OnEvent, signal?: AbortSignal): Promise<void> {
    const request = () => this.#request(chatId, event, onEvent, signal);
    const before = this.#lastOfChat.get(chatId) ?? Promise.resolve();
    const result = before.then(request, request);
    this.#lastOfChat.set(chatId, result);
    return result;
  }

  async #request(
    chatId: string,
    event: OutgoingEvent,
    onEvent: OnEvent,
    signal?: AbortSignal,
  ): Promise<void> {
    const limit = AbortSignal.timeout(this.#options.requestLimitMs);
    const either = AbortSignal.any(signal === undefined ? [limit] : [limit, signal]);
    try {
      const response = await this.#post(chatId, event, either);
      await readAnswer(response, onEvent);
    } catch (cause) {
      if (signal?.aborted) throw new AnswerFailure('aborted', { cause });
      if (limit.aborted) throw new AnswerFailure('timeout', { cause });
      throw cause;
    }
  }

  async #post(chatId: string, event: OutgoingEvent, signal: AbortSignal): Promise<Response> {
    const { chatUrl, agentId, endCustomerId } = this.#options;
    const path = `/ca/v1/agents/${encodeURIComponent(agentId)}/chats/${encodeURIComponent(chatId)}/send-event`;
    const body = {
      event: { _id: uuidV7(), sentDate: new Date().toISOString(), ...event },
      url: this.#options.pageUrl(),
      endCustomerId,
      localeTime: new Date().toString(),
    };
    signal.throwIfAborted();
    try {
      return await fetch(chatUrl + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      });
    } catch (cause) {
      throw new AnswerFailure('network_error', { cause });
    }
  }
}
