import type { SpanContext } from '@opentelemetry/api';
import type { TurnWork } from '../public/turn.ts';
import type { HeaderEdit } from './header-edits.ts';
import type { PendingRequest } from './pending-requests.ts';
import type { BegunRequest } from './response-end.ts';
import { readParents } from './traceparent.ts';

/** A request of the page that has its place in the chat. */
export interface PlacedRequest extends PendingRequest {
  readonly work: TurnWork | undefined;
  readonly begun: BegunRequest | undefined;
  /** Trace id of the chat. */
  readonly traceId: string | undefined;
  /** Whether it carries our headers. */
  hasHeaders: boolean;
  /** The request carries a `traceparent` of another trace, the page's or another tool's. */
  onOtherTrace(other: SpanContext): void;
}

/**
 * What to change in a request's headers, which `read` gives: adds ours where they are missing, and takes ours away where
 * another `traceparent` was added to it.
 */
export function missingHeaders(
  request: PlacedRequest,
  read: (name: string) => string | undefined,
): HeaderEdit {
  const own = request.headers.get('traceparent');
  const present = read('traceparent');
  const others = readParents(present).filter(({ text }) => text !== own);
  const isOwnThere = own !== undefined && present?.includes(own) === true;
  const other = others.find(({ context }) => context.traceId !== request.traceId);
  if (other) request.onOtherTrace(other.context);
  if (others.length > 0) {
    request.hasHeaders = false;
    return isOwnThere ? withoutOurs(request, others.map(({ text }) => text).join(', '), read) : new Map();
  }
  if (present !== undefined && !isOwnThere) return new Map();
  request.hasHeaders = request.headers.size > 0;
  return new Map([...request.headers].filter(([name]) => read(name) === undefined));
}

function withoutOurs(
  { headers }: PlacedRequest,
  traceparent: string,
  read: (name: string) => string | undefined,
): HeaderEdit {
  const edit = new Map<string, string | undefined>([['traceparent', traceparent]]);
  const ourState = headers.get('tracestate');
  const state = read('tracestate')
    ?.split(',')
    .map((entry) => entry.trim());
  if (ourState === undefined || !state) return edit;
  const ours = ourState.split(',').map((entry) => entry.trim());
  const kept = state.filter((entry) => !ours.includes(entry)).join(',');
  return edit.set('tracestate', kept === '' ? undefined : kept);
}
