import { jsonFormat } from './format/json-format.ts';
import { Outbox } from './outbox.ts';
import type { OutboxOptions } from './types.ts';

/** Exports spans as OTLP/JSON through a durable outbox; takes the place of `OTLPTraceExporter`. */
export class OutboxTraceExporter extends Outbox {
  /** @throws when an option cannot be used; the message names it. */
  constructor(options: OutboxOptions = {}) {
    super(options, jsonFormat);
  }
}
