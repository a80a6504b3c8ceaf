import { SPAN_SHOPPING_CHAT_TURN } from '@chatspan/semantic-conventions';
import { formatDuration } from './format-duration.ts';
import { isInteraction } from './mark-groups.ts';
import type { Span } from './span.ts';

/** The few words that tell a span from its neighbors of the same name: what was done, used or answered. */
export function spanGist(span: Span): string {
  const of = (attribute: string) => span.attributes.get(attribute);
  if (span.name === SPAN_SHOPPING_CHAT_TURN && !span.failed) {
    const reason = of('shopping_chat.turn.end_reason') ?? '';
    const firstByte = of('shopping_chat.turn.time_to_first_byte');
    return firstByte === undefined
      ? reason
      : `${reason}, first byte ${formatDuration(Number(firstByte) * 1000)}`;
  }
  const interactions = span.events.filter(isInteraction);
  if (interactions.length > 0) {
    return interactions.map(({ name }) => name.slice('shopping_chat.'.length)).join(', ');
  }
  const input = of('gen_ai.usage.input_tokens');
  const output = of('gen_ai.usage.output_tokens');
  if (input !== undefined && output !== undefined) return `${input} → ${output} tokens`;
  const status = of('http.response.status_code');
  if (status === undefined) return '';
  // 0 is what the browser says of a request that broke off.
  return status === '0' ? 'no status' : `status ${status}`;
}

/** What went wrong, as far as the span says. */
export function errorOf({ failed, attributes, statusMessage }: Span): string | undefined {
  if (!failed) return undefined;
  return attributes.get('error.type') ?? (statusMessage || 'error');
}
