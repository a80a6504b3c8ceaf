/** What may leave the page; see `annotations.vendor.content_class` in registry/attributes.yaml. */
export const CONTENT_CLASSES = ['none', 'label', 'text', 'by_input_type', 'config', 'url'] as const;

export type ContentClass = (typeof CONTENT_CLASSES)[number];

export type AttributeType = 'string' | 'string[]' | 'int' | 'double' | 'boolean';

export const ATTRIBUTE_TYPES: readonly AttributeType[] = ['string', 'string[]', 'int', 'double', 'boolean'];

export type AttributeValue = string | number | boolean;

export interface Member {
  readonly id: string;
  readonly value: string;
  readonly brief: string;
}

export interface Attribute {
  readonly key: string;
  readonly type: AttributeType;
  /** Known values; the enum stays open. */
  readonly members?: readonly Member[];
  readonly brief: string;
  readonly note?: string;
  readonly stability: string;
  readonly examples: readonly (AttributeValue | readonly AttributeValue[])[];
  readonly vendorNames: readonly string[];
  readonly contentClass: ContentClass;
  /** Key of the attribute that holds the length of a text that is not captured. */
  readonly lengthKey?: string;
  /** Values documented for every event, where they are fewer than the members. */
  readonly values?: readonly AttributeValue[];
  /** Defined by OpenTelemetry, not here. */
  readonly upstream: boolean;
}

export interface Requirement {
  readonly level: 'required' | 'conditionally_required' | 'recommended' | 'opt_in';
  readonly condition?: string;
}

/** An attribute on one event, metric, span or group. */
export interface AttributeUse {
  readonly attribute: Attribute;
  readonly requirement: Requirement;
  /** What the attribute means there, where that is not what it means elsewhere, or is not defined here. */
  readonly brief?: string;
  readonly note?: string;
  /** The vendor's name for it on this event. */
  readonly vendor?: string;
  /** Values documented for this event. */
  readonly values?: readonly AttributeValue[];
  /** Values that we list for an attribute of OpenTelemetry. */
  readonly members?: readonly Member[];
}

export interface EventDefinition {
  readonly name: string;
  readonly brief: string;
  readonly note?: string;
  /** Default severity of the log record. */
  readonly severityNumber?: number;
  readonly attributes: readonly AttributeUse[];
}

/** One of the vendor's events. */
export interface VendorEvent extends EventDefinition {
  readonly action: string;
}

/** An event that is recorded only where a team asks for its group. */
export interface OptInEvent extends VendorEvent {
  readonly group: string;
  /** With one of these values of the attribute, the event ends an open turn as failed. */
  readonly failsTurn?: { readonly attribute: string; readonly values: readonly AttributeValue[] };
}

export interface MetricDefinition {
  readonly name: string;
  readonly instrument: string;
  readonly unit: string;
  readonly brief: string;
  readonly note?: string;
  readonly attributes: readonly AttributeUse[];
}

export interface SpanDefinition {
  readonly type: string;
  readonly kind: string;
  readonly brief: string;
  readonly note?: string;
  readonly attributes: readonly AttributeUse[];
}

export interface Registry {
  readonly schemaUrl: string;
  /** Defined here, in the order of the file. */
  readonly attributes: readonly Attribute[];
  /** Defined by OpenTelemetry and referred to here. */
  readonly upstreamAttributes: readonly Attribute[];
  /** What any event may carry. */
  readonly eventContext: readonly AttributeUse[];
  readonly events: readonly VendorEvent[];
  /** The event for an action that is not among `events`. */
  readonly fallbackEvent: EventDefinition;
  /** Events of OpenTelemetry, with what we say about them. */
  readonly upstreamEvents: readonly EventDefinition[];
  readonly optInEvents: readonly OptInEvent[];
  readonly metrics: readonly MetricDefinition[];
  readonly spans: readonly SpanDefinition[];
}
