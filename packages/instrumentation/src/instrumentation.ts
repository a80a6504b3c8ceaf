import { SCHEMA_URL } from '@chatspan/semantic-conventions';
import type { MeterProvider, TracerProvider } from '@opentelemetry/api';
import { context, trace } from '@opentelemetry/api';
import { InstrumentationBase } from '@opentelemetry/instrumentation';
import { name, version } from '../package.json' with { type: 'json' };
import { errorType } from './guard/guard.ts';
import type { ProblemReport } from './guard/problems.ts';
import { reportOnce } from './guard/problems.ts';
import { now } from './page/clock.ts';
import { observePromise } from './page/observe-promise.ts';
import { runAfterCurrentCode } from './page/timer.ts';
import type { Pipeline } from './pipeline.ts';
import { startPipeline } from './pipeline.ts';
import type { ShoppingChatInstrumentationConfig } from './public/config.ts';
import type { ReportProblem } from './public/problems.ts';
import type { TurnEnd } from './public/turn.ts';
import { headersOf } from './requests/trace-headers.ts';
import type { Settings } from './settings/settings.ts';
import { resolveSettings } from './settings/settings.ts';
import type { EventLogger, Recorder } from './trace/recorder.ts';
import { createRecorder } from './trace/recorder.ts';

// Of the API for logs, which is a dependency of the base class.
type LoggerProvider = Parameters<InstrumentationBase['setLoggerProvider']>[0];

// What is subscribed to once, by `enable()`.
const NEEDS_RESTART = ['sources', 'requests'] as const;

/**
 * Records the interaction events of a shopping chat widget as OpenTelemetry span events. Register it next to a page's
 * other instrumentations, in any order. Never throws into the page.
 */
export class ShoppingChatInstrumentation extends InstrumentationBase<ShoppingChatInstrumentationConfig> {
  // `declare`: the base constructor calls enable(), and a field initializer would run after it and wipe these.
  declare private _pipeline: Pipeline | undefined;
  declare private _settings: Settings | undefined;
  declare private _provider: TracerProvider | undefined;
  declare private _eventLogger: EventLogger | undefined;
  declare private _problems: ProblemReport | undefined;
  declare private _isBeingRegistered: boolean | undefined;

  constructor(config: ShoppingChatInstrumentationConfig = {}) {
    super(name, version, config);
  }

  protected override init(): [] {
    return [];
  }

  /** The configuration; `enabled` says whether events are recorded now. */
  override getConfig(): ShoppingChatInstrumentationConfig {
    // registerInstrumentations() enables each instrumentation that is not: a page that waits for consent must stay off.
    const enabled = this._pipeline !== undefined || this._isBeingRegistered === true;
    this._isBeingRegistered = false;
    return { ...this._config, enabled };
  }

  /**
   * Replaces the configuration. While enabled, it takes effect with the next event, except for `sources` and
   * `requests`, which need `disable()` and `enable()`: that is reported as `needs_restart`. `enabled: false` disables;
   * only `enable()` enables.
   */
  override setConfig(config: ShoppingChatInstrumentationConfig): void {
    super.setConfig(config);
    const before = this._settings;
    if (!this._pipeline || !before) return;
    if (config.enabled === false) {
      this.disable();
      return;
    }
    const next = resolveSettings(this._config);
    for (const option of NEEDS_RESTART) {
      if (next[option] !== before[option])
        this._problems?.report('needs_restart', `${option}: call disable() and enable()`);
    }
    this._pipeline.configure(next);
  }

  override setTracerProvider(provider: TracerProvider): void {
    super.setTracerProvider(provider);
    this._provider = provider;
    this._pipeline?.recordWaiting();
    // registerInstrumentations() calls this, when the others of its list have wrapped what they wrap.
    this._pipeline?.renewWrappers();
  }

  override setLoggerProvider(provider: LoggerProvider): void {
    super.setLoggerProvider(provider);
    // The base class asks for a logger without the schema URL.
    this._eventLogger = provider.getLogger(name, version, {
      schemaUrl: SCHEMA_URL,
    }) as unknown as EventLogger;
  }

  override setMeterProvider(provider: MeterProvider): void {
    super.setMeterProvider(provider);
    // There are no metrics here: registerInstrumentations() calls this, and asks for `enabled` in the same task.
    this._isBeingRegistered = true;
    runAfterCurrentCode(() => {
      this._isBeingRegistered = false;
    });
  }

  /** Starts recording. Does nothing when it is enabled, or where there is no page. */
  override enable(): void {
    if (this._pipeline || typeof window === 'undefined') return;
    this._problems ??= reportOnce(this._diag);
    const { report } = this._problems;
    this._settings = resolveSettings(this._config);
    this._pipeline = startPipeline({
      settings: this._settings,
      report,
      makeRecorder: (settings) => this._makeRecorder(settings, report),
    });
  }

  /** Ends what is open, puts back what was wrapped, and removes what was stored. */
  override disable(): void {
    this._pipeline?.stop();
    this._pipeline = undefined;
  }

  /**
   * Runs `work` in the context of the open turn, opening one when none is open, so that what it calls is part of the
   * turn. Returns exactly what `work` returns. The turn waits for a promise; any other result, a thenable that is no
   * `Promise` included, ends the work at once: calling its `then` could start it. Call `endTurn()` when that is over.
   */
  withTurn<T>(work: () => T): T {
    const turn = this._pipeline?.beginWork();
    if (!turn) return work();
    const end = (error?: string) => turn.work.end(now(), { error });
    let result: T;
    try {
      result = context.with(turn.context, work);
    } catch (error) {
      end(errorType(error));
      throw error;
    }
    observePromise(result, {
      onFulfilled: () => end(),
      onRejected: (reason) => end(errorType(reason)),
      onUnknown: () => end(),
    });
    return result;
  }

  /** Ends the open turn: answered, or failed with an error. A later rating finds the turn by the ids given here. */
  endTurn(end: TurnEnd = {}): void {
    this._pipeline?.use((chat) => chat.endTurn(end, now()));
  }

  /** `traceparent`, `tracestate` and `baggage` of the chat, for requests that cannot be seen. Empty without a chat. */
  getTraceHeaders(): Record<string, string> {
    const headers = this._pipeline?.use((chat) => {
      const open = chat.requestContext();
      return open && headersOf(open);
    });
    return headers ?? {};
  }

  /** Names the conversation: `gen_ai.conversation.id` on every later span. Another id begins a new, linked trace. */
  setConversationId(id: string): void {
    this._pipeline?.use((chat) => chat.setConversationId(id));
  }

  /**
   * Records what was reported, ends the open activity, unless a turn is open in it, and asks the provider to export:
   * for a page that shows what it records, or that is about to change without being left.
   */
  flush(): void {
    this._pipeline?.use((chat) => chat.flush(now()));
  }

  /** How often each kind of problem occurred since the start, by its code. Empty when all is well. */
  problems(): Readonly<Record<string, number>> {
    return Object.fromEntries(this._problems?.counts ?? []);
  }

  private _makeRecorder(settings: () => Settings, report: ReportProblem): Recorder {
    const provider = () => this._provider ?? trace.getTracerProvider();
    return createRecorder(
      {
        tracer: () => provider().getTracer(name, version, { schemaUrl: SCHEMA_URL }),
        logger: () => this._eventLogger ?? (this.logger as unknown as EventLogger),
        flush: () => flush(provider()),
        sink: () => settings().eventSink,
      },
      report,
    );
  }
}

// The API's provider is a proxy, and its interface has no flush.
interface Flushable {
  forceFlush?(): Promise<void> | undefined;
  getDelegate?(): Flushable;
}

function flush(provider: Flushable & object): Promise<void> | undefined {
  const real = provider.getDelegate?.() ?? provider;
  return real.forceFlush?.();
}
