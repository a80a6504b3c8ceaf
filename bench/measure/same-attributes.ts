import { isDeepStrictEqual } from 'node:util';
import type { ReceivedRequest } from '../loopback/sink.ts';

type Requests = ReadonlyMap<string, readonly Pick<ReceivedRequest, 'text'>[]>;
type Attributes = Record<string, unknown>;

/** Rows that send span events as OTLP/JSON: theirs can be compared attribute by attribute. */
const [PLUGIN, WRITTEN] = ['chatspan-2', 'turns-by-hand-2'] as const;

/**
 * The comparison is fair only while hand-written code records what the plugin records.
 * @throws when an event that both sent differs in an attribute.
 */
export function checkSameAttributes(requests: Requests): void {
  const written = spanEvents(requests.get(WRITTEN) ?? []);
  for (const [marker, attributes] of spanEvents(requests.get(PLUGIN) ?? [])) {
    const other = written.get(marker);
    if (other && !isDeepStrictEqual(attributes, other))
      throw new Error(
        `scenario/written/ is not what the plugin records: ${JSON.stringify(attributes)} is ${JSON.stringify(other)} by hand.`,
      );
  }
}

interface OtlpEvent {
  attributes: { key: string; value: unknown }[];
}
interface OtlpTraces {
  resourceSpans: { scopeSpans: { spans: { events?: OtlpEvent[] }[] }[] }[];
}

/** The attributes of each span event, by its marker. */
function spanEvents(requests: readonly Pick<ReceivedRequest, 'text'>[]): Map<unknown, Attributes> {
  const found = new Map<unknown, Attributes>();
  for (const { text } of requests) {
    const { resourceSpans }: OtlpTraces = JSON.parse(text.slice(text.indexOf('{')).split('\n')[0] ?? '');
    const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
    for (const { attributes } of spans.flatMap(({ events = [] }) => events)) {
      const byKey = Object.fromEntries(attributes.map(({ key, value }) => [key, value]));
      found.set(JSON.stringify(byKey['shopping_chat.experiment.id']), byKey);
    }
  }
  return found;
}
