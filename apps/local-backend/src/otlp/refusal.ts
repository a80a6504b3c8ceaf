import { GateFullError } from '../engine/gate.ts';
import { isAboutData } from '../engine/permanent-error.ts';
import { BodyEncodingError, BodyTooLargeError } from '../http/read-body.ts';
import { MalformedRequestError } from './malformed-request.ts';
import { QueueFullError } from './row-batcher.ts';
import { RowsTooLargeError } from './row-list.ts';

/** An HTTP status, and a code of google.rpc.Code for the OTLP Status in the body. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const INVALID_ARGUMENT = 3;
export const PERMISSION_DENIED = 7;
export const UNIMPLEMENTED = 12;
const UNAVAILABLE = 14;

/** The answer to whatever was thrown. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof BodyTooLargeError || error instanceof RowsTooLargeError)
    return new Refusal(413, INVALID_ARGUMENT, message);
  if (error instanceof BodyEncodingError || error instanceof MalformedRequestError) {
    return new Refusal(400, INVALID_ARGUMENT, message);
  }
  if (error instanceof QueueFullError || error instanceof GateFullError) {
    return new Refusal(503, UNAVAILABLE, `${message} Try again later.`);
  }
  if (isAboutData(error)) return new Refusal(400, INVALID_ARGUMENT, message);
  // A full disk, for instance. 503 and not 500: only the first makes OpenTelemetry's exporters keep the spans.
  return new Refusal(503, UNAVAILABLE, message);
}
