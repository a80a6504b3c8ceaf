import { protobufFormat } from './format/protobuf-format.ts';
import { Outbox } from './outbox.ts';
import type { OutboxOptions } from './types.ts';

/** Exports spans as binary OTLP and stores them before it sends them. */
export class OutboxTraceExporter extends Outbox {
  /** @throws when an option cannot be used; the message names it. */
  constructor(options: OutboxOptions = {}) {
    super(options, protobufFormat);
  }
}
