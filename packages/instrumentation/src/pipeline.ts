import { createEventIntake } from './event-intake.ts';
import { reportThrown, safely } from './guard/guard.ts';
import { now, thisMoment } from './page/clock.ts';
import { createPageTasks } from './page/page-tasks.ts';
import { inRootZone } from './page/root-zone.ts';
import { runAfterCurrentCode } from './page/timer.ts';
import type { EmitChatEvent } from './public/chat-event-source.ts';
import type { BeginRequest, ChatRequest } from './public/chat-requests.ts';
import type { ReportProblem } from './public/problems.ts';
import type { TurnWork } from './public/turn.ts';
import type { CurrentSettings, Settings } from './settings/settings.ts';
import { isSecondInstance } from './sources/page-claims.ts';
import type { ChatTrace } from './trace/chat-trace.ts';
import { createChatTrace } from './trace/chat-trace.ts';
import type { Recorder } from './trace/recorder.ts';
import type { OpenWork } from './trace/turn.ts';

/** What runs between `enable()` and `disable()`: source -> queue -> mapping -> session and trace -> recorder. */
export interface Pipeline {
  /** Records what was reported, then does something with the chat. `undefined` when that throws, which is reported. */
  use<T>(work: (chat: ChatTrace) => T): T | undefined;
  /** Work in the open turn, which is opened where none is. */
  beginWork(): (ChatRequest & { readonly work: TurnWork }) | undefined;
  /** A tracer provider may be there now. */
  recordWaiting(): void;
  /** Other instrumentations may have wrapped what makes requests. */
  renewWrappers(): void;
  /** Applies other settings to what comes next. */
  configure(settings: Settings): void;
  stop(): void;
}

/** What a pipeline is made with. */
export interface PipelineParts {
  readonly settings: Settings;
  readonly report: ReportProblem;
  makeRecorder(settings: CurrentSettings): Recorder;
}

/** Subscribes to the sources and to the requests. */
export function startPipeline({ settings: first, report, makeRecorder }: PipelineParts): Pipeline {
  let settings = first;
  const chat = createChatTrace({
    settings: () => settings,
    recorder: makeRecorder(() => settings),
    report,
    defer: runAfterCurrentCode,
    onLanded(resume) {
      // A hidden page is left once for what was recorded, not after each export.
      if (resume(now())) tasks.leaveIfHidden();
      tasks.run();
    },
  });
  const tasks = createPageTasks(chat, (error) => reportThrown(report, 'not_recorded', error));
  const intake = createEventIntake({ settings, chat, tasks, report });

  /** Work as the page's code does it, of which only the pipeline knows the time. */
  const pageWork = ({ firstByte, end, linkTo }: OpenWork): TurnWork => ({
    firstByte,
    linkTo,
    end(at, outcome = {}) {
      end(at, outcome, now());
      tasks.plan();
    },
  });
  const beginWork = (isRequest: boolean) => {
    const begun = chat.beginWork(thisMoment(), isRequest);
    tasks.plan();
    return begun && { context: begun.context, work: pageWork(begun.work) };
  };
  const beginRequest: BeginRequest = (asks) => {
    if (isSecondInstance(emit)) return undefined;
    tasks.run();
    const begun = asks ? beginWork(true) : undefined;
    if (begun) return begun;
    const context = chat.requestContext();
    return context && { context, work: undefined };
  };

  let lookAtWrappers = () => {};
  const renewWrappers = () => void safely(report, 'source_failed', lookAtWrappers);
  const emit: EmitChatEvent = (...event) => {
    renewWrappers();
    intake.emit(...event);
  };
  const subscriptions = [
    ...settings.sources.map((source) => () => source.subscribe(emit, report)),
    () =>
      settings.requests?.subscribe(beginRequest, report, (look) => {
        lookAtWrappers = look;
      }),
  ];
  const stops = subscriptions.map((subscribe) => safely(report, 'source_failed', subscribe));

  return {
    use(work) {
      tasks.run();
      const result = safely(report, 'not_recorded', () => inRootZone(() => work(chat)));
      tasks.plan();
      return result;
    },
    beginWork() {
      tasks.run();
      return safely(report, 'not_recorded', () => beginWork(false));
    },
    recordWaiting() {
      inRootZone(chat.recordWaiting);
      tasks.leaveIfHidden();
      tasks.run();
    },
    renewWrappers,
    configure(next) {
      tasks.run();
      settings = next;
      intake.configure(next);
    },
    stop() {
      tasks.stop();
      intake.stop();
      for (const stop of stops) safely(report, 'source_failed', () => stop?.());
      safely(report, 'not_recorded', () => inRootZone(() => chat.stop(now())));
    },
  };
}
