import type { ChatLimits, LimitPreset } from '../public/limits.ts';
import { DASH0_LIMITS, DEFAULT_LIMITS } from '../public/limits.ts';
import type { ShoppingChatInstrumentationConfig } from '../public/types.ts';
import { definedValues } from './defined-values.ts';

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

/** The limits that a configuration asks for: a preset by name, or single values over the defaults. */
function resolveLimits(limits: LimitPreset | Partial<ChatLimits> = {}): ChatLimits {
  return { ...DEFAULT_LIMITS, ...definedValues(limits === 'dash0' ? DASH0_LIMITS : limits) };
}
