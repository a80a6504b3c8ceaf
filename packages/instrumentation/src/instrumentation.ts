import { SCHEMA_URL } from '@chatspan/semantic-conventions';
import type { TracerProvider } from '@opentelemetry/api';
import { context, trace } from '@opentelemetry/api';
import { InstrumentationBase } from '@opentelemetry/instrumentation';
import { name, version } from '../package.json' with { type: 'json' };
import { errorType, reportThrown } from './guard/guard.ts';
import type { ProblemReport } from './guard/problems.ts';
import { reportOnce } from './guard/problems.ts';
import { settle } from './guard/settle.ts';
import type { ChatPlugin } from './pipeline.ts';
import { startChatPlugin } from './pipeline.ts';
import type { ReportProblem } from './public/problems.ts';
import type { ShoppingChatInstrumentationConfig, TurnEnd } from './public/types.ts';
import { headersOf } from './requests/trace-headers.ts';
import { resolveSettings } from './settings/settings.ts';
import type { EventLogger } from './trace/recorder.ts';
import { createRecorder } from './trace/recorder.ts';
import { requestContext } from './trace/request-context.ts';

/**
 * Records the interaction events of a shopping chat widget as OpenTelemetry span events. Registered beside a page's
 * other instrumentations, after those of fetch and XMLHttpRequest. Never throws into the page.
 */
export class ShoppingChatInstrumentation extends InstrumentationBase<ShoppingChatInstrumentationConfig> {
  // `declare`: the base constructor calls enable(), and a field initializer would run after it and wipe these.
  declare private _plugin: ChatPlugin | undefined;
  declare private _provider: TracerProvider | undefined;
  declare private _problems: ProblemReport | undefined;

  constructor(config: ShoppingChatInstrumentationConfig = {}) {
    super(name, version, config);
    // registerInstrumentations() enables whatever says that it is not: a page that waits for consent must stay off.
    this._config.enabled = true;
  }

  protected override init(): [] {
    return [];
  }

  override setTracerProvider(provider: TracerProvider): void {
    super.setTracerProvider(provider);
    this._provider = provider;
    this._plugin?.recordWaiting();
  }

  /** Begins to record. Does nothing when it does already, or where there is no page. */
  override enable(): void {
    if (this._plugin || typeof window === 'undefined') return;
    this._problems ??= reportOnce(this._diag);
    const { report } = this._problems;
    const settings = resolveSettings(this._config);
    const provider = () => this._provider ?? trace.getTracerProvider();
    const recorder = createRecorder(
      () => provider().getTracer(name, version, { schemaUrl: SCHEMA_URL }),
      () => this.logger as unknown as EventLogger,
      () => flush(provider(), report),
      settings.eventSink,
      report,
    );
    this._plugin = startChatPlugin(settings, report, recorder);
  }

  /** Ends what is open, puts back what was wrapped, and removes what was stored. */
  override disable(): void {
    this._plugin?.stop();
    this._plugin = undefined;
  }

  /**
   * Runs `work` in the context of the open turn, opening one when none is open, so that what it calls is part of the
   * turn. Returns what `work` returns; when that is a promise the turn waits for it.
   */
  withTurn<T>(work: () => T): T {
    const plugin = this._plugin;
    const turn = plugin?.use((chat) => {
      const begun = chat.beginWork(Date.now(), false);
      return begun && { ...begun, context: requestContext(begun.context, chat.session) };
    });
    if (!turn) return work();
    const done = (error?: string) => plugin?.use(() => turn.work.end(Date.now(), { error }));
    try {
      return settle(context.with(turn.context, work), done);
    } catch (error) {
      done(errorType(error));
      throw error;
    }
  }

  /** Ends the open turn: answered, or failed with an error. Ids given here are found again by a later rating. */
  endTurn(end: TurnEnd = {}): void {
    this._plugin?.use((chat) => chat.endTurn(end, Date.now()));
  }

  /** `traceparent`, `tracestate` and `baggage` of the chat, for requests that cannot be seen. Empty without a chat. */
  getTraceHeaders(): Record<string, string> {
    const headers = this._plugin?.use((chat) => {
      const open = chat.context();
      return open && headersOf(requestContext(open, chat.session));
    });
    return headers ?? {};
  }

  /** Names the conversation: `gen_ai.conversation.id` on every later span. Another id begins a new, linked trace. */
  setConversationId(id: string): void {
    this._plugin?.use((chat) => chat.session.setConversationId(id));
  }

  /**
   * Ends the open activity, unless a turn is open in it, and asks the provider to export: for a page that shows what
   * it records, or that is about to change without being left.
   */
  flush(): void {
    this._plugin?.use((chat) => chat.flush(Date.now()));
  }

  /** How often each kind of problem was met since the start, by its code. Empty when all is well. */
  problems(): Readonly<Record<string, number>> {
    return Object.fromEntries(this._problems?.counts ?? []);
  }
}

// The API's provider is a proxy, and its interface has no flush.
interface Flushable {
  forceFlush?(): Promise<void> | undefined;
  getDelegate?(): Flushable;
}

function flush(provider: Flushable & object, report: ReportProblem): void {
  const real = provider.getDelegate?.() ?? provider;
  real.forceFlush?.()?.catch((error: unknown) => reportThrown(report, 'flush_failed', error));
}
