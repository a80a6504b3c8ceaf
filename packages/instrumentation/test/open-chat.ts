import { DiagLogLevel, diag } from '@opentelemetry/api';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { onTestFinished } from 'vitest';
import { startTracing } from '#tracing';
import type { ShoppingChatInstrumentationConfig } from '../src/index.ts';
import { manualSource, ShoppingChatInstrumentation } from '../src/index.ts';
import type { RecordedEvent } from './recorded-span.ts';
import { spanTree } from './span-tree.ts';
import type { Tracing, TracingOptions } from './tracing.ts';

/** The instrumentation on a page with OpenTelemetry. All of it is gone when the test has finished. */
export interface OpenChat {
  readonly instrumentation: ShoppingChatInstrumentation;
  readonly tracing: Tracing;
  /** What the instrumentation logged through `diag`. */
  readonly warnings: readonly string[];
  /** Reports an event of the widget. */
  track(action: string, attributes?: Record<string, unknown>): void;
  /** Finished spans as lines of text. */
  tree(): string[];
  /** Span events of finished spans, as they were numbered. */
  events(): RecordedEvent[];
}

/** Opens a page that has no stored chat. */
export function openChat(config: ShoppingChatInstrumentationConfig = {}, options?: TracingOptions): OpenChat {
  sessionStorage.clear();
  return nextPage(config, openTracing(options));
}

/** OpenTelemetry until the test has finished. */
export function openTracing(options?: TracingOptions): Tracing {
  const tracing = startTracing(options);
  onTestFinished(() => tracing.stop());
  return tracing;
}

/** A further page of the same tab, which finds what the page before has stored. */
export function nextPage(config: ShoppingChatInstrumentationConfig, tracing: Tracing): OpenChat {
  const warnings = collectWarnings();
  const source = manualSource();
  const instrumentation = new ShoppingChatInstrumentation({ sources: [source], ...config });
  // Anything that is asked of the instrumentation makes it record what was reported.
  const recordNow = () => void instrumentation.getTraceHeaders();
  onTestFinished(() => instrumentation.disable());
  registerInstrumentations({ instrumentations: [instrumentation] });
  return {
    instrumentation,
    tracing,
    warnings,
    track(action, attributes) {
      source.emit({ action, ...attributes });
      recordNow();
    },
    tree() {
      recordNow();
      return spanTree(tracing.spans);
    },
    events() {
      recordNow();
      return tracing.spans.flatMap(({ events }) => events).toSorted((a, b) => seqOf(a) - seqOf(b));
    },
  };
}

function seqOf({ attributes }: RecordedEvent): number {
  return Number(attributes['shopping_chat.event.seq']);
}

/** Messages of `diag` until the test has finished, except verbose ones. */
export function collectWarnings(): string[] {
  const warnings: string[] = [];
  const collect = (...args: unknown[]) =>
    warnings.push(args.join(' ').replace('@chatspan/instrumentation ', ''));
  const quiet = () => {};
  diag.setLogger(
    { error: collect, warn: collect, info: collect, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.INFO, suppressOverrideMessage: true },
  );
  onTestFinished(() => diag.disable());
  return warnings;
}
