/**
 * Events that OpenTelemetry defines and the registry may refine.
 * https://github.com/open-telemetry/semantic-conventions-genai, model/gen-ai/events.yaml
 */
export const UPSTREAM_EVENTS: readonly string[] = ['gen_ai.evaluation.result'];
