import { fields, readProtobufSpanNames } from './read-protobuf-span-names.ts';

/** What a receiver sees of a request. */
export interface ReceivedSpans {
  spans: string[];
  isPossibleRepeat: boolean;
  isReadable: boolean;
}

const ATTRIBUTE = 'chatspan.outbox.possible_repeat';

/** Reads a trace request independently of the code under test. */
export function readSpans(body: Buffer, contentType: string | undefined): ReceivedSpans {
  try {
    return contentType === 'application/json' ? readJson(body.toString()) : readProtobuf(body);
  } catch {
    return { spans: [], isPossibleRepeat: false, isReadable: false };
  }
}

interface JsonRequest {
  resourceSpans: {
    resource?: { attributes?: { key: string; value: unknown }[] };
    scopeSpans: { spans: { name: string }[] }[];
  }[];
}

function readJson(text: string): ReceivedSpans {
  const { resourceSpans }: JsonRequest = JSON.parse(text);
  const isMarked = ({ resource }: JsonRequest['resourceSpans'][number]) =>
    resource?.attributes?.some(
      ({ key, value }) => key === ATTRIBUTE && JSON.stringify(value) === '{"boolValue":true}',
    ) ?? false;
  return {
    spans: resourceSpans.flatMap(({ scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) => spans.map(({ name }) => name)),
    ),
    isPossibleRepeat: resourceSpans.every(isMarked),
    isReadable: true,
  };
}

function readProtobuf(body: Uint8Array): ReceivedSpans {
  // KeyValue { key (1), value (2) { bool_value (2) = 1 } }
  const isMark = (keyValue: Uint8Array) =>
    new TextDecoder().decode(fields(keyValue, 1)[0]) === ATTRIBUTE &&
    [...(fields(keyValue, 2)[0] ?? [])].join() === '16,1';
  const isMarked = (resourceSpans: Uint8Array) =>
    fields(resourceSpans, 1)
      .flatMap((resource) => fields(resource, 1))
      .some(isMark);
  return {
    spans: readProtobufSpanNames(body),
    isPossibleRepeat: fields(body, 1).every(isMarked),
    isReadable: true,
  };
}
