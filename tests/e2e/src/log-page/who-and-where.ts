import { trace } from '@opentelemetry/api';
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';

const WHO_AND_WHERE = [
  'shopping_chat.session.id',
  'session.id',
  'gen_ai.conversation.id',
  'browser.document.url.full',
  'shopping_chat.config',
];

/** Copies what a log-based event leaves to its span: which chat session it belongs to, and the page. */
export const whoAndWhere: LogRecordProcessor = {
  onEmit(record, context) {
    const span = context && (trace.getSpan(context) as Partial<ReadableSpan> | undefined);
    for (const name of WHO_AND_WHERE) {
      const value = span?.attributes?.[name];
      if (value !== undefined && !(name in record.attributes)) record.setAttribute(name, value);
    }
  },
  forceFlush: async () => {},
  shutdown: async () => {},
};
