/** Why an answer did not arrive. `http_<status>` stands for a status other than 2xx and 429. */
export type FailureCode =
  | 'rate_limited'
  | 'network_error'
  | 'stream_cut'
  | 'protocol_error'
  | 'timeout'
  | 'fatal_error'
  | 'empty_answer'
  | 'interrupted'
  | 'aborted'
  | `http_${number}`;

export class AnswerFailure extends Error {
  readonly code: FailureCode;
  /** Sentence that the assistant itself gave for the shopper, with FATAL_ERROR only. */
  readonly sentence: string | undefined;
  /** Seconds to wait, from the Retry-After header, with 429 only. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: FailureCode,
    more: { sentence?: string; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(`The answer failed: ${code}.`, { cause: more.cause });
    this.name = 'AnswerFailure';
    this.code = code;
    this.sentence = more.sentence;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** The sentence shown in the chat. */
export function failureSentence(failure: AnswerFailure): string {
  switch (failure.code) {
    case 'rate_limited':
      return `Too many questions at once, try again in ${failure.retryAfterSeconds ?? 1} s.`;
    case 'network_error':
      return 'The assistant cannot be reached. Check your connection and try again.';
    case 'stream_cut':
    case 'interrupted':
      return 'The answer broke off before it was complete.';
    case 'empty_answer':
      return 'The assistant had no answer.';
    case 'timeout':
      return 'The assistant took too long to answer.';
    case 'fatal_error':
      return failure.sentence || 'The assistant ran into a problem.';
    default:
      return 'Something went wrong while answering.';
  }
}
