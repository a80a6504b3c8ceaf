import type { StoredSpan } from './stored-span.ts';

/** By how many milliseconds the page's view of an answer differs from the chat backend's. */
export interface AnswerLag {
  /** From the arrival of the question at the backend, which answers its first byte at once, to that byte in the page. */
  readonly firstByte: number;
  /** From the end of the answer at the backend to the end of the turn. */
  readonly end: number;
}

/** The lags of every answered turn, in order of the turns. */
export function answerLags(spans: readonly StoredSpan[]): AnswerLag[] {
  const turns = spans.filter(({ attributes }) => attributes['shopping_chat.turn.end_reason'] === 'answered');
  return turns.map((turn) => {
    const requests = spans.filter(({ parentSpanId }) => parentSpanId === turn.spanId);
    const answers = spans.filter(
      ({ kind, parentSpanId }) => kind === 'Server' && requests.some(({ spanId }) => spanId === parentSpanId),
    );
    // The question comes after what the backend is told about the page.
    const answer = answers.at(-1);
    if (!answer) throw new Error(`The turn ${turn.spanId} has no SERVER span.`);
    const toFirstByte = Number(turn.attributes['shopping_chat.turn.time_to_first_byte']) * 1_000;
    return {
      firstByte: milliseconds(turn.start - answer.start) + toFirstByte,
      end: milliseconds(turn.end - answer.end),
    };
  });
}

function milliseconds(nanoseconds: bigint): number {
  return Number(nanoseconds) / 1e6;
}
