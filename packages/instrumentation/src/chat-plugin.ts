import type { ChatTrace } from './chat-trace.ts';
import { createChatTrace } from './chat-trace.ts';
import { errorType } from './error-type.ts';
import { createEventMapper } from './event-mapping.ts';
import type { Recorder } from './record-event.ts';
import type { ReportProblem } from './report-once.ts';
import { safely } from './safely.ts';
import type { Settings } from './settings.ts';
import type { ChatPayload, EmitChatEvent } from './sources/chat-event-source.ts';
import { requestContext } from './trace-headers.ts';
import { createWaitingEvents } from './waiting-events.ts';

// An exporter or hook that itself reports events could go on for ever.
const MOST_REENTRANT = 100;

/** What runs between `enable()` and `disable()`. */
export interface ChatPlugin {
  /** Does something with the chat of this page. What goes wrong in there stays in there: `undefined` then. */
  use<T>(work: (chat: ChatTrace) => T): T | undefined;
  /** A tracer provider may be there now. */
  recordWaiting(): void;
  stop(): void;
}

/** Subscribes to the sources and to the requests. */
export function startChatPlugin(settings: Settings, report: ReportProblem, recorder: Recorder): ChatPlugin {
  const chat = createChatTrace(settings, recorder);
  const map = createEventMapper(settings, report);
  const waiting = createWaitingEvents(
    (event, now) => safely(report, 'not_recorded', () => chat.record(event, now)),
    report,
  );

  let stopped = false;
  const take = (read: () => unknown): void => {
    const now = Date.now();
    try {
      const payload = read() as ChatPayload | null | undefined;
      const action: unknown = payload?.action;
      if (typeof action !== 'string' || !action || settings.ignoreActions.includes(action)) return;
      const isRecording = chat.isRecording(now);
      const event = map(payload as ChatPayload, isRecording);
      const { validate } = settings;
      if (validate && isRecording) {
        safely(report, 'invalid_event', () => {
          for (const { message } of validate(event.name, { ...event.attributes }))
            report('invalid_event', message);
        });
      }
      // What was called so far is the page's code, and may have stopped us.
      if (!stopped) waiting.record(event, now);
    } catch (error) {
      // Its message may quote the payload.
      report('unreadable_event', errorType(error));
    }
  };

  // An event that comes while another is recorded waits until that is done.
  const queue: (() => unknown)[] = [];
  const emit: EmitChatEvent = (read) => {
    if (queue.length >= MOST_REENTRANT) {
      report('too_many_reentrant', 'dropped');
      return;
    }
    if (queue.push(read) > 1) return;
    // Not every source can take its listener back when all is stopped.
    for (let next = 0; next < queue.length && !stopped; next += 1) take(queue[next] as () => unknown);
    queue.length = 0;
  };

  const subscriptions = [
    ...settings.sources.map((source) => () => source.subscribe(emit, report)),
    () =>
      settings.requests?.subscribe((asks) => {
        const turn = asks ? chat.beginWork(Date.now(), true) : undefined;
        const open = turn?.context ?? chat.context();
        return open && { context: requestContext(open, chat.session), work: turn?.work };
      }, report),
  ];
  const stops = subscriptions.map((subscribe) => safely(report, 'source_failed', subscribe));

  return {
    use: (work) => safely(report, 'not_recorded', () => work(chat)),
    recordWaiting: waiting.drain,
    stop() {
      stopped = true;
      for (const stop of stops) safely(report, 'source_failed', () => stop?.());
      waiting.stop();
      safely(report, 'not_recorded', () => chat.stop(Date.now()));
      chat.session.clear();
    },
  };
}
