import { ShoppingChatInstrumentation } from './instrumentation.ts';
import type { ShoppingChatInstrumentationConfig } from './public/config.ts';

export { recordGenAiEvaluation } from './mapping/gen-ai-evaluation.ts';
export { DASH0_LIMITS } from './public/limits.ts';
export { chatRequestUrls } from './requests/chat-request-urls.ts';
export { dataLayerSource } from './sources/data-layer-source.ts';
export { emitterSource } from './sources/emitter-source.ts';
export { eventTargetSource } from './sources/event-target-source.ts';
export { manualSource } from './sources/manual-source.ts';
export { trackerSource } from './sources/tracker-source.ts';

/**
 * Starts the instrumentation on a page without a bundler. The page's OpenTelemetry is found through the global API,
 * whether it loads before or after this script.
 */
export function start(config: ShoppingChatInstrumentationConfig): ShoppingChatInstrumentation {
  return new ShoppingChatInstrumentation(config);
}
