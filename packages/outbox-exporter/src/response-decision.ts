import { parseRetryAfter } from './retry-after.ts';
import type { TraceFormat } from './trace-format.ts';

/** What the outbox needs to know of one answer. */
export type Answer = Pick<Response, 'status' | 'headers'>;

/** What becomes of a batch after one attempt. */
export type Decision = Accepted | Refused | Retry;

/** The receiver has it. */
export interface Accepted {
  kind: 'accepted';
  /** Spans that it refused for good. */
  rejected: number;
  detail: string;
  status?: undefined;
  noNetwork?: undefined;
}

/** The receiver will never take this body: halve it, or give a single span up. */
export interface Refused {
  kind: 'refused';
  status: number;
  detail: string;
  noNetwork?: undefined;
}

/** Keep it and come back later. */
export interface Retry {
  kind: 'retry';
  detail: string;
  /** Absent when there was no answer. */
  status?: number;
  /** How long the receiver asks to wait. */
  retryAfterMillis?: number | undefined;
  /** Nobody but a person can put it right. */
  slow?: boolean;
  /**
   * The network failed: offline, a refused connection, or a refused CORS preflight, which a page cannot tell apart.
   * Not a timeout.
   */
  noNetwork?: boolean;
}

const OTLP_CONTENT_TYPE = /^application\/(json|x-protobuf)\b/;

type AnswerReader = Pick<TraceFormat, 'contentType' | 'readAnswer'>;

/**
 * OTLP/HTTP (opentelemetry.io/docs/specs/otlp, "OTLP/HTTP Response") read for a client that can wait: OTLP forbids
 * resending after 4xx, this keeps what a person can still put right.
 */
export function decide(
  { status, headers }: Answer,
  body: Uint8Array,
  format: AnswerReader,
  now: number,
): Decision {
  if (status >= 200 && status < 300)
    return decideSuccess(body, headers.get('content-type')?.toLowerCase() ?? '', format);
  const detail = `status ${status}`;
  if (status === 400 || status === 413) {
    const words = new TextDecoder().decode(body.subarray(0, 200));
    return { kind: 'refused', status, detail: words ? `${detail}: ${words}` : detail };
  }
  const isBusy = status === 408 || status === 429 || status >= 500;
  return {
    kind: 'retry',
    status,
    detail,
    slow: !isBusy && status !== 401 && status !== 403,
    retryAfterMillis: isBusy ? parseRetryAfter(headers.get('retry-after'), now) : 0,
  };
}

function decideSuccess(body: Uint8Array, contentType: string, format: AnswerReader): Decision {
  const isOtlp = OTLP_CONTENT_TYPE.test(contentType);
  try {
    // Nothing at all is protobuf for "all accepted", and what gateways answer with 202 or 204.
    const isSilent = body.length === 0 && (isOtlp || !contentType);
    // The other format's parser is not in the bundle; most receivers answer in the format of the request.
    const isForeign = isOtlp && !contentType.startsWith(format.contentType);
    if (isSilent || isForeign) return { kind: 'accepted', rejected: 0, detail: '' };
    if (isOtlp) return { kind: 'accepted', ...format.readAnswer(body) };
  } catch {
    // Says that it is OTLP and is not.
  }
  return { kind: 'retry', detail: `not OTLP: ${contentType}` };
}
