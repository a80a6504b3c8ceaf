import { errorType, safely } from './guard/guard.ts';
import { createEventMapper, isDocumentedAction } from './mapping/event-mapping.ts';
import { createEventQueue } from './page/event-queue.ts';
import type { ChatPayload, EmitChatEvent } from './public/chat-event-source.ts';
import type { ReportProblem } from './public/problems.ts';
import type { Settings } from './settings/settings.ts';
import { isSecondInstance } from './sources/page-claims.ts';
import type { ChatTrace } from './trace/chat-trace.ts';
import { createChatTrace } from './trace/chat-trace.ts';
import type { Recorder } from './trace/recorder.ts';
import { requestContext } from './trace/request-context.ts';
import { createWaitingEvents } from './trace/waiting-events.ts';

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
  const chat = createChatTrace(settings, recorder, (then) => queue.drain(then));
  const map = createEventMapper(settings, report);
  const waiting = createWaitingEvents(
    (...event) => safely(report, 'not_recorded', () => chat.record(...event)),
    report,
  );

  let stopped = false;
  const readable = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      // Its message may quote the payload.
      report('unreadable_event', errorType(error));
    }
  };
  const take = (payload: ChatPayload, now: number, href: string): void =>
    readable(() => {
      // Whatever was recorded before it may have stopped us.
      if (stopped) return;
      const isRecording = chat.isRecording(now);
      const event = map(payload, isRecording);
      const { validate } = settings;
      if (validate && isRecording) {
        safely(report, 'invalid_event', () => {
          for (const { message } of validate(event.name, { ...event.attributes }))
            report('invalid_event', message);
        });
      }
      // What was called so far is the page's code, and may have stopped us.
      if (!stopped) waiting.record(event, now, href);
    });
  const queue = createEventQueue(take, chat, settings.limits.arrayLength, report);
  const emit: EmitChatEvent = (read, { onlyDocumented = false } = {}) =>
    readable(() => {
      // Not every source can take its listener back when all is stopped.
      if (stopped) return;
      const payload = read() as ChatPayload | null | undefined;
      const action: unknown = payload?.action;
      // As `location.href`, for an eighth of the time in Chromium.
      if (typeof action !== 'string' || !action || settings.ignoreActions.includes(action)) return;
      if (onlyDocumented && !isDocumentedAction(action)) return;
      queue.add(payload as ChatPayload, Date.now(), document.URL);
    });

  const subscriptions = [
    ...settings.sources.map((source) => () => source.subscribe(emit, report)),
    () =>
      settings.requests?.subscribe((asks) => {
        if (isSecondInstance(emit)) return undefined;
        queue.drain();
        const turn = asks ? chat.beginWork(Date.now(), true) : undefined;
        const open = turn?.context ?? chat.context();
        return open && { context: requestContext(open, chat.session), work: turn?.work };
      }, report),
  ];
  const stops = subscriptions.map((subscribe) => safely(report, 'source_failed', subscribe));

  return {
    use(work) {
      queue.drain();
      return safely(report, 'not_recorded', () => work(chat));
    },
    recordWaiting: waiting.drain,
    stop() {
      queue.drain();
      stopped = true;
      for (const stop of stops) safely(report, 'source_failed', () => stop?.());
      waiting.stop();
      safely(report, 'not_recorded', () => chat.stop(Date.now()));
      chat.session.clear();
    },
  };
}
