import type { TraceFormat } from '../format/trace-format.ts';
import type { FailureKind } from '../types.ts';
import { parseRetryAfter } from './retry-after.ts';

/** The part of a response that matters here. */
export type Answer = Pick<Response, 'status' | 'headers'>;

/** What happens to a batch after one attempt to send it. */
export type Decision = Accepted | Rejected | Retry;

/** The receiver has the batch. */
export interface Accepted {
  kind: 'accepted';
  /** Spans that the receiver rejected. */
  rejectedSpans: number;
  detail: string;
}

/** The receiver will never take this body: halve it, or drop a single span. */
export interface Rejected {
  kind: 'rejected';
  failure: FailureKind;
  detail: string;
}

/** Keep the batch and send it again later. */
export interface Retry {
  kind: 'retry';
  failure: FailureKind;
  detail: string;
  /** The reason may be this batch: other batches go first. */
  mayBeTheBatch: boolean;
  /** Somebody has to correct something before a retry can succeed. */
  slow: boolean;
  /** How long the receiver asks to wait. */
  retryAfterMillis?: number | undefined;
}

const OTLP_CONTENT_TYPE = /^application\/(json|x-protobuf)\b/;

// These say something about the receiver, the network or the credentials, not about one batch.
const RECEIVER_STATUS = [401, 408, 429, 503];

/**
 * Reads an OTLP/HTTP response (https://opentelemetry.io/docs/specs/otlp/#otlphttp-response) for a client that can wait.
 * OTLP forbids a retry after most 4xx; this client keeps what a person can still correct.
 */
export function decide(
  { status, headers }: Answer,
  body: Uint8Array,
  format: Pick<TraceFormat, 'contentType' | 'readAnswer'>,
  now: number,
): Decision {
  if (status >= 200 && status < 300) {
    return decideSuccess(body, headers.get('content-type')?.toLowerCase() ?? '', format);
  }
  const detail = `status ${status}`;
  if (status === 400 || status === 413) {
    const message = new TextDecoder().decode(body.subarray(0, 200));
    return { kind: 'rejected', failure: `${status}`, detail: message ? `${detail}: ${message}` : detail };
  }
  const isBusy = status === 408 || status === 429 || status >= 500;
  return {
    kind: 'retry',
    // A response that would have to be followed has no status.
    failure: status === 0 ? 'redirect' : `${status}`,
    detail,
    mayBeTheBatch: status !== 0 && !RECEIVER_STATUS.includes(status),
    slow: !isBusy && status !== 401 && status !== 403,
    retryAfterMillis: isBusy ? parseRetryAfter(headers.get('retry-after'), now) : 0,
  };
}

function decideSuccess(
  body: Uint8Array,
  contentType: string,
  format: Pick<TraceFormat, 'contentType' | 'readAnswer'>,
): Decision {
  const isOtlp = OTLP_CONTENT_TYPE.test(contentType);
  // No bytes are protobuf for "all accepted", and what gateways answer with 202 or 204.
  const isEmpty = body.length === 0 && (isOtlp || !contentType);
  // The other format's parser is not in the bundle. Most receivers answer in the format of the request.
  const isOtherFormat = isOtlp && !contentType.startsWith(format.contentType);
  if (isEmpty || isOtherFormat) return { kind: 'accepted', rejectedSpans: 0, detail: '' };
  try {
    if (isOtlp) return { kind: 'accepted', ...format.readAnswer(body) };
  } catch {
    // The content type says OTLP, the body does not: the same as any other unknown response.
  }
  return {
    kind: 'retry',
    failure: 'invalid_response',
    detail: `not OTLP: ${contentType}`,
    mayBeTheBatch: false,
    slow: false,
  };
}
