import type { Tracer } from '@opentelemetry/api';
import { context } from '@opentelemetry/api';
import { createChatTrace } from './chat-trace.ts';
import type { MappedEvent } from './event-mapping.ts';
import { createEventMapper } from './event-mapping.ts';
import { listedUrls } from './listed-url.ts';
import type { EventLogger } from './record-event.ts';
import { createRecorder } from './record-event.ts';
import { propagateRequests } from './request-propagation.ts';
import type { Settings } from './settings.ts';
import type { ChatPayload, EmitChatEvent, ReportProblem } from './sources/chat-event-source.ts';
import { headersOf, requestContext } from './trace-headers.ts';
import type { TurnEnd } from './types.ts';
import { createWaitingEvents } from './waiting-events.ts';

// An exporter or hook that itself reports events could go on for ever.
const MOST_REENTRANT = 100;

/** Where the plugin finds the page's OpenTelemetry. */
export interface OpenTelemetryAccess {
  readonly tracer: () => Tracer;
  readonly logger: () => EventLogger;
  readonly flush: () => void;
}

/** What runs between `enable()` and `disable()`. */
export interface ChatPlugin {
  withTurn<T>(work: () => T): T;
  endTurn(end: TurnEnd): void;
  getTraceHeaders(): Record<string, string>;
  setConversationId(id: string): void;
  /** A tracer provider may be there now. */
  recordWaiting(): void;
  stop(): void;
}

/** Subscribes to the sources and wraps what is to be wrapped. */
export function startChatPlugin(
  settings: Settings,
  report: ReportProblem,
  access: OpenTelemetryAccess,
): ChatPlugin {
  const recorder = createRecorder(access.tracer, access.logger, access.flush, settings.eventSink);
  const chat = createChatTrace(settings, recorder);
  const map = createEventMapper(settings, report);
  const waiting = createWaitingEvents((event, now) => chat.record(event, now), report);

  /** Whatever happens in here stays in here. */
  const safely = <T>(code: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      report(code, `${code}: ${error}`);
      return undefined;
    }
  };

  const readEvent = (read: () => unknown): MappedEvent | undefined => {
    const payload = read() as ChatPayload | null | undefined;
    const action: unknown = payload !== null && typeof payload === 'object' ? payload.action : undefined;
    if (typeof action !== 'string' || action === '' || settings.ignoreActions.includes(action))
      return undefined;
    const event = map(payload as ChatPayload);
    const problems = settings.validate?.(event.name, { ...event.attributes }) ?? [];
    for (const { message } of problems) report(`validate:${message.slice(0, 100)}`, message);
    return event;
  };

  const queue: (() => unknown)[] = [];
  let busy = false;
  const handleOne = (read: () => unknown): void => {
    const event = safely('an event cannot be read', () => readEvent(read));
    if (event) safely('an event cannot be recorded', () => waiting.record(event, Date.now()));
  };
  const emit: EmitChatEvent = (read) => {
    if (busy) {
      if (queue.length < MOST_REENTRANT) queue.push(read);
      else
        report(
          'reentrant',
          `more than ${MOST_REENTRANT} events from within the recording of one: the rest is lost`,
        );
      return;
    }
    busy = true;
    handleOne(read);
    for (let handled = 0; queue.length > 0 && handled < MOST_REENTRANT; handled += 1)
      handleOne(queue.shift() as () => unknown);
    queue.length = 0;
    busy = false;
  };

  const unsubscribe = settings.sources.map((source) =>
    safely('a source cannot be used', () => source.subscribe(emit, report)),
  );
  const restoreRequests =
    settings.chatRequestUrls.length > 0
      ? propagateRequests(
          listedUrls(settings.chatRequestUrls),
          (method) => {
            // Only a POST asks something: other requests belong to what is open.
            const turn = method === 'POST' ? chat.beginWork(Date.now()) : undefined;
            const open = turn?.context ?? chat.context();
            return open && { context: requestContext(open, chat.session), work: turn?.work };
          },
          report,
        )
      : undefined;

  return {
    recordWaiting: () => safely('waiting events cannot be recorded', waiting.drain),
    withTurn(work) {
      const turn = safely('withTurn', () => chat.beginWork(Date.now()));
      if (!turn) return work();
      const done = (error?: string) =>
        safely('withTurn', () => turn.work.end(Date.now(), error === undefined ? {} : { error }));
      try {
        const result = context.with(requestContext(turn.context, chat.session), work);
        return settle(result, done);
      } catch (error) {
        done(errorType(error));
        throw error;
      }
    },
    endTurn: (end) => safely('endTurn', () => chat.endTurn(end, Date.now())),
    getTraceHeaders: () =>
      safely('getTraceHeaders', () => {
        const open = chat.context();
        return open && headersOf(requestContext(open, chat.session));
      }) ?? {},
    setConversationId: (id) => safely('setConversationId', () => chat.session.setConversationId(id)),
    stop() {
      for (const stop of unsubscribe) safely('a source cannot be left', () => stop?.());
      restoreRequests?.();
      waiting.stop();
      safely('spans cannot be ended', () => chat.endAll('disabled', Date.now()));
      chat.session.clear();
    },
  };
}

/** Calls `done` when a promise settles, or at once; the caller gets what settles as the original does. */
function settle<T>(result: T, done: (error?: string) => void): T {
  if (!(result instanceof Promise)) {
    done();
    return result;
  }
  return result.then(
    (value) => {
      done();
      return value;
    },
    (error: unknown) => {
      done(errorType(error));
      throw error;
    },
  ) as T;
}

function errorType(error: unknown): string {
  return error instanceof Error ? error.name : '_OTHER';
}
