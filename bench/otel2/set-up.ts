import type { Attributes, Context, Tracer, TracerProvider } from '@opentelemetry/api';

/** Spans, in whichever line of OpenTelemetry. */
export interface Tracing {
  provider: TracerProvider;
  tracer: Tracer;
  flush(): Promise<void>;
}

/** Log-based events, in whichever line of OpenTelemetry. */
export interface EventLogging {
  emit(eventName: string, attributes: Attributes, context: Context): void;
  flush(): Promise<void>;
}
