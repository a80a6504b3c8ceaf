import type { ShoppingChatInstrumentationConfig } from '../public/config.ts';
import type { ChatLimits } from '../public/limits.ts';
import { DEFAULT_LIMITS } from '../public/limits.ts';
import { definedValues } from './defined-values.ts';

type Optional =
  | 'applyCustomAttributesOnEvent'
  | 'applyCustomAttributesOnSpan'
  | 'baggageKeys'
  | 'evaluation'
  | 'pageType'
  | 'redact'
  | 'requests'
  | 'sessionProvider'
  | 'validate';

/** The configuration with every default filled in. */
export type Settings = Readonly<
  Required<Omit<ShoppingChatInstrumentationConfig, Optional | 'limits'>> &
    Pick<ShoppingChatInstrumentationConfig, Optional>
> & { readonly limits: ChatLimits };

/** Gives the settings of now: they may change while the instrumentation is enabled. */
export type CurrentSettings = () => Settings;

const DEFAULTS = {
  enabled: true,
  sources: [],
  contentCapture: 'labels',
  captureConfig: false,
  captureClickedProducts: false,
  keepUrlQueryParameters: [],
  payloadAttributes: {},
  // The vendor's A/B test events are impressions, not interactions, and a page has many.
  ignoreActions: ['show', 'actual_show', 'bundle_show', 'session_start'],
  traceScope: 'session',
  eventSink: 'span_events',
} satisfies ShoppingChatInstrumentationConfig;

/** Fills in the defaults of a configuration. An option that is `undefined` has its default. */
export function resolveSettings(config: ShoppingChatInstrumentationConfig): Settings {
  return {
    ...DEFAULTS,
    ...definedValues(config),
    limits: { ...DEFAULT_LIMITS, ...definedValues(config.limits ?? {}) },
  };
}
