import { AnswerFailure } from './answer-failure.ts';
import type { IncomingEvent } from './api-events.ts';
import { JsonArrayStream } from './json-array-stream.ts';
import { readIncoming } from './read-incoming.ts';

/** Called with each event of the answer that the widget understands, in order and once per `_id`. */
export type OnEvent = (event: IncomingEvent) => void;

/** Reads a streamed answer to its end. Rejects with an AnswerFailure when it is refused, cut, broken or fatal. */
export async function readAnswer(response: Response, onEvent: OnEvent): Promise<void> {
  if (response.status === 429) {
    const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
    throw new AnswerFailure('rate_limited', { retryAfterSeconds: seconds >= 0 ? seconds : 1 });
  }
  if (!response.ok || response.body === null) throw new AnswerFailure(`http_${response.status}`);
  const stream = new JsonArrayStream();
  const seen = new Set<string>();
  for await (const text of textsOf(response.body)) {
    for (const event of eventsOf(stream, text)) {
      if (seen.has(event._id)) continue;
      seen.add(event._id);
      if (event.type === 'FATAL_ERROR') {
        throw new AnswerFailure('fatal_error', event.text === undefined ? {} : { sentence: event.text });
      }
      onEvent(event);
    }
  }
  if (!stream.complete) throw new AnswerFailure('stream_cut');
}

/** Not `for await` over the body itself: Safari's streams are not iterable. */
async function* textsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new AnswerFailure('stream_cut', { cause });
      });
      yield decoder.decode(value, { stream: !done });
      if (done) return;
    }
  } finally {
    // Frees the connection when the reader stops early; a stream that already failed has nothing to free.
    reader.cancel().catch(() => undefined);
  }
}

function eventsOf(stream: JsonArrayStream, text: string): IncomingEvent[] {
  try {
    return stream
      .push(text)
      .map(readIncoming)
      .filter((event) => event !== undefined);
  } catch (cause) {
    throw new AnswerFailure('protocol_error', { cause });
  }
}
