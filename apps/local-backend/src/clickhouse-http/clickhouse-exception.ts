import { GateFullError } from '../engine/gate.ts';
import { BodyEncodingError, BodyTooLargeError } from '../http/read-body.ts';

/** Codes of ClickHouse's ErrorCodes.cpp that this front raises or gives a status of its own. */
const CODES = {
  SYNTAX_ERROR: { code: 62, status: 400 },
  BAD_ARGUMENTS: { code: 36, status: 400 },
  NOT_IMPLEMENTED: { code: 48, status: 501 },
  UNKNOWN_TABLE: { code: 60, status: 404 },
  UNKNOWN_DATABASE: { code: 81, status: 404 },
  UNKNOWN_SETTING: { code: 115, status: 404 },
  READONLY: { code: 164, status: 403 },
  REQUIRED_PASSWORD: { code: 194, status: 401 },
  TOO_MANY_SIMULTANEOUS_QUERIES: { code: 202, status: 503 },
  TIMEOUT_EXCEEDED: { code: 159, status: 408 },
  TOO_MANY_BYTES: { code: 307, status: 413 },
  ACCESS_DENIED: { code: 497, status: 403 },
  AUTHENTICATION_FAILED: { code: 516, status: 403 },
} as const;

type Name = keyof typeof CODES;

/** An error in ClickHouse's own form, so that its clients understand it. */
export class ClickHouseException extends Error {
  readonly code: number;
  readonly status: number;

  constructor(name: Name, message: string) {
    super(`Code: ${CODES[name].code}. DB::Exception: ${message} (${name})`);
    this.code = CODES[name].code;
    this.status = CODES[name].status;
  }
}

/** Code, HTTP status and text for whatever was thrown, by the engine or by us. */
export function describeException(error: unknown): { code: number; status: number; text: string } {
  if (error instanceof ClickHouseException) {
    return { code: error.code, status: error.status, text: error.message };
  }
  if (error instanceof GateFullError) {
    return describeException(new ClickHouseException('TOO_MANY_SIMULTANEOUS_QUERIES', error.message));
  }
  if (error instanceof BodyTooLargeError)
    return describeException(new ClickHouseException('TOO_MANY_BYTES', error.message));
  if (error instanceof BodyEncodingError)
    return describeException(new ClickHouseException('BAD_ARGUMENTS', error.message));
  const text = error instanceof Error ? error.message : String(error);
  const code = Number(/^Code: (\d+)\./.exec(text)?.[1] ?? 0);
  const status = Object.values(CODES).find((known) => known.code === code)?.status ?? 500;
  return { code, status, text: code === 0 ? `Code: 1002. DB::Exception: ${text} (UNKNOWN_EXCEPTION)` : text };
}
