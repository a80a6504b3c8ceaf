/** What the shop sets as `window.clarityConfig` before it loads the widget. */
export interface WidgetConfigInput {
  readonly agentId?: string;
  /** Base URL of the chat backend, without a slash at the end. */
  readonly chatUrl?: string;
  /** BCP 47 tag for prices and dates. Default `en`. */
  readonly locale?: string;
  /** ISO 4217 code, used when a product brings none. Default `EUR`. */
  readonly currency?: string;
  /** Milliseconds until the initial message bubble shows; `0` never shows it. Default 2500. */
  readonly bubbleDelayMs?: number;
  /** Milliseconds after which a conversation counts as `idle`. Default 300000 (5 min). */
  readonly idleAfterMs?: number;
  /** Milliseconds until a request is given up. Default 55000, the documented limit of the vendor's client. */
  readonly requestLimitMs?: number;
}

export type WidgetConfig = Required<WidgetConfigInput>;

const defaults: WidgetConfig = {
  agentId: 'demo',
  chatUrl: 'http://localhost:8090',
  locale: 'en',
  currency: 'EUR',
  bubbleDelayMs: 2_500,
  idleAfterMs: 300_000,
  requestLimitMs: 55_000,
};

/** Fills in the defaults. Throws a TypeError when `chatUrl` is not an http(s) URL. */
export function readConfig(input: WidgetConfigInput = {}): WidgetConfig {
  const config = { ...defaults, ...input };
  const chatUrl = URL.parse(config.chatUrl);
  if (chatUrl === null || !/^https?:$/.test(chatUrl.protocol)) {
    throw new TypeError(
      `clarity-demo: window.clarityConfig.chatUrl is "${config.chatUrl}"; set it to the http(s) URL of the chat backend.`,
    );
  }
  return { ...config, chatUrl: config.chatUrl.replace(/\/+$/, '') };
}

/** The value of the `chat_config` attribute: the web chat's set-up as a JSON string. */
export function chatConfigAttribute(config: WidgetConfig): string {
  return JSON.stringify({
    agentId: config.agentId,
    locale: config.locale,
    currency: config.currency,
    position: 'bottom-right',
    voice: true,
    survey: true,
  });
}

/** Attributes that every event carries. Names documented on the vendor's A/B test page; the values are fixed. */
export const defaultEventAttributes = {
  experiment_id: 'demo-experiment-7',
  experiment_source: 'clarity',
  global_rank: 1,
  throttle_rank: 42,
  global_variant_id: 'demo-variant-b',
  global_variant_name: 'Assistant shown',
} as const;
