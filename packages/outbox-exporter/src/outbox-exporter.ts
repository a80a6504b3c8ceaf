import { jsonFormat } from './format/json-format.ts';
import { Outbox } from './outbox.ts';
import type { OutboxOptions } from './types.ts';

/** Exports spans as OTLP/JSON and stores them before it sends them. Replaces `OTLPTraceExporter`. */
export class OutboxTraceExporter extends Outbox {
  /** @throws when an option cannot be used; the message names it. */
  constructor(options: OutboxOptions = {}) {
    super(options, jsonFormat);
  }
}
