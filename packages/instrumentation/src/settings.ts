import { definedValues } from './defined-values.ts';
import type { ChatLimits } from './limits.ts';
import { resolveLimits } from './limits.ts';
import type { ShoppingChatInstrumentationConfig } from './types.ts';

type Optional = 'evaluation' | 'redact' | 'requests' | 'sessionProvider' | 'validate';

/** The configuration with every default filled in. */
export type Settings = Readonly<
  Required<Omit<ShoppingChatInstrumentationConfig, Optional | 'limits'>> &
    Pick<ShoppingChatInstrumentationConfig, Optional>
> & { readonly limits: ChatLimits };

const DEFAULTS = {
  enabled: true,
  sources: [],
  contentCapture: 'labels',
  captureConfig: false,
  keepUrlQueryParameters: [],
  defaultAttributes: {},
  // The vendor's A/B test events: impressions, of which a page has many, not interactions.
  ignoreActions: ['show', 'actual_show', 'bundle_show', 'session_start'],
  traceScope: 'session',
  eventSink: 'span_events',
} satisfies ShoppingChatInstrumentationConfig;

/** Fills in the defaults of a configuration. An option that is `undefined` has its default. */
export function resolveSettings(config: ShoppingChatInstrumentationConfig): Settings {
  return { ...DEFAULTS, ...definedValues(config), limits: resolveLimits(config.limits) };
}
