import type { ContentClass } from './generated/mapping.ts';

/** The shape of `@chatspan/semantic-conventions/registry.json`. */
export interface RegistryJson {
  readonly $comment: string;
  readonly schemaUrl: string;
  /** Own attributes in the order of the registry, then those of OpenTelemetry that it refers to. */
  readonly attributes: readonly RegistryAttribute[];
  /** What any event may carry. */
  readonly eventContext: readonly RegistryAttributeUse[];
  /** The vendor's events. */
  readonly events: readonly (RegistryEvent & { readonly action: string })[];
  /** The event for an action that is not among `events`. */
  readonly fallbackEvent: RegistryEvent;
  /** Events that OpenTelemetry defines, with the attributes that we set. */
  readonly upstreamEvents: readonly RegistryEvent[];
  /** Events that are recorded only where a team asks for their group. */
  readonly optInEvents: readonly RegistryOptInEvent[];
  readonly spans: readonly RegistrySpan[];
  /** Metrics that the Collector derives from the spans. */
  readonly metrics: readonly RegistryMetric[];
}

export type RegistryValue = string | number | boolean;

export interface RegistryAttribute {
  readonly name: string;
  readonly type: 'string' | 'string[]' | 'int' | 'double' | 'boolean';
  readonly brief: string;
  readonly stability: string;
  readonly examples: readonly (RegistryValue | readonly RegistryValue[])[];
  /** Known values; others are allowed. */
  readonly members?: readonly { readonly value: string; readonly brief: string }[];
  readonly contentClass: ContentClass;
  /** Attribute that holds the length of a text that is not captured. */
  readonly length?: string;
  /** Defined by OpenTelemetry. */
  readonly upstream?: boolean;
}

/** An attribute on one event, metric or span. */
export interface RegistryAttributeUse {
  /** The vendor's name for it on this event; null where the vendor has none. */
  readonly vendor: string | null;
  readonly name: string;
  readonly requirement: 'required' | 'conditionally_required' | 'recommended' | 'opt_in';
  /** When the requirement applies, where it does not always. */
  readonly condition?: string;
  /** Values documented for this event. */
  readonly values?: readonly RegistryValue[];
}

export interface RegistryEvent {
  readonly name: string;
  readonly brief: string;
  /** Default severity of the log record. */
  readonly severityNumber?: number;
  readonly attributes: readonly RegistryAttributeUse[];
}

export interface RegistryOptInEvent extends RegistryEvent {
  readonly action: string;
  readonly group: string;
  /** With one of these values of the attribute, the event ends an open turn as failed. */
  readonly failsTurn?: { readonly attribute: string; readonly values: readonly RegistryValue[] };
}

export interface RegistryMetric {
  readonly name: string;
  readonly instrument: string;
  readonly unit: string;
  readonly brief: string;
  readonly attributes: readonly RegistryAttributeUse[];
}

export interface RegistrySpan {
  readonly type: string;
  readonly name: string;
  readonly kind: string;
  readonly brief: string;
  readonly attributes: readonly RegistryAttributeUse[];
}
