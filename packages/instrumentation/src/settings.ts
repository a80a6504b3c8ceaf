import type { ChatLimits } from './limits.ts';
import { resolveLimits } from './limits.ts';
import type { ShoppingChatInstrumentationConfig } from './types.ts';

/** The configuration with every default filled in. */
export interface Settings
  extends Readonly<
    Required<
      Omit<
        ShoppingChatInstrumentationConfig,
        'enabled' | 'limits' | 'redact' | 'sessionProvider' | 'validate'
      >
    >
  > {
  readonly limits: ChatLimits;
  readonly redact: ShoppingChatInstrumentationConfig['redact'];
  readonly sessionProvider: ShoppingChatInstrumentationConfig['sessionProvider'];
  readonly validate: ShoppingChatInstrumentationConfig['validate'];
}

/** The vendor's A/B test events: impressions, of which a page has many, not interactions. */
const IMPRESSIONS = ['show', 'actual_show', 'bundle_show', 'session_start'];

/** Fills in the defaults of a configuration. */
export function resolveSettings(config: ShoppingChatInstrumentationConfig): Settings {
  return {
    sources: config.sources ?? [],
    contentCapture: config.contentCapture ?? 'labels',
    redact: config.redact,
    captureConfig: config.captureConfig ?? false,
    keepUrlQueryParameters: config.keepUrlQueryParameters ?? [],
    defaultAttributes: config.defaultAttributes ?? {},
    ignoreActions: config.ignoreActions ?? IMPRESSIONS,
    sessionProvider: config.sessionProvider,
    traceScope: config.traceScope ?? 'session',
    limits: resolveLimits(config.limits),
    eventSink: config.eventSink ?? 'span_events',
    recordGenAiEvaluation: config.recordGenAiEvaluation ?? false,
    chatRequestUrls: config.chatRequestUrls ?? [],
    validate: config.validate,
  };
}
