import { callHook, errorType } from './guard/guard.ts';
import { isDocumentedAction } from './mapping/key-rules.ts';
import { createEventMapper } from './mapping/map-event.ts';
import { copyPayload } from './mapping/read-payload.ts';
import { thisMoment } from './page/clock.ts';
import type { PageTasks } from './page/page-tasks.ts';
import type { ChatPayload, EmitChatEvent } from './public/chat-event-source.ts';
import type { ReportProblem } from './public/problems.ts';
import type { Settings } from './settings/settings.ts';
import type { ChatTrace } from './trace/chat-trace.ts';
import type { Moment } from './trace/moment.ts';

/** Takes events from the sources, and passes them on to the trace. */
export interface EventIntake {
  readonly emit: EmitChatEvent;
  /** Applies other settings to what comes next. */
  configure(settings: Settings): void;
  /** Ignores what comes next. */
  stop(): void;
}

/** What an intake is made with. */
export interface EventIntakeParts {
  readonly settings: Settings;
  readonly chat: ChatTrace;
  readonly tasks: PageTasks;
  readonly report: ReportProblem;
}

/**
 * Takes recording out of the widget's own task: an event is copied when it is reported, and recorded in a later task, or
 * before a request or call that needs it. A payload that cannot be copied is recorded at once.
 */
export function createEventIntake({ settings: first, chat, tasks, report }: EventIntakeParts): EventIntake {
  let settings = first;
  let map = createEventMapper(settings, report);
  let isStopped = false;

  const ifReadable = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      // Not its message, which may quote the payload.
      report('unreadable_event', errorType(error));
    }
  };
  const check = (name: string, attributes: object): void => {
    const { validate } = settings;
    if (!validate) return;
    callHook(report, 'validate', () => {
      for (const { message } of validate(name, { ...attributes })) report('invalid_event', message);
    });
  };
  const record = (payload: ChatPayload, moment: Moment): void =>
    ifReadable(() => {
      // An event before this one, or a hook that is called for this one, may disable the instrumentation.
      if (isStopped) return;
      const isRecording = chat.isRecording(moment);
      const event = map(payload, isRecording);
      if (!event) return;
      if (isRecording) check(event.name, event.attributes);
      if (isStopped) return;
      chat.record(event, moment);
      tasks.leaveIfHidden();
    });

  const take = (payload: ChatPayload): void => {
    const moment = thisMoment();
    const copy = copyPayload(payload, settings);
    const isTaken = tasks.add(() => record(copy ?? payload, moment));
    if (!isTaken) report('too_many_reentrant', 'dropped');
    else if (!copy) tasks.run();
  };

  return {
    emit: (read, { onlyDocumented = false } = {}) =>
      ifReadable(() => {
        // Not every source can take its listener back.
        if (isStopped) return;
        const payload = read() as ChatPayload | null | undefined;
        const action: unknown = payload?.action;
        if (typeof action !== 'string' || action === '' || settings.ignoreActions.includes(action)) return;
        if (onlyDocumented && !isDocumentedAction(action)) return;
        take(payload as ChatPayload);
      }),
    configure(next) {
      settings = next;
      map = createEventMapper(next, report);
    },
    stop() {
      isStopped = true;
    },
  };
}
