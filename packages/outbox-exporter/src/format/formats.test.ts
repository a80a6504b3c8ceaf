import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProtobufSpanNames } from '../../test/read-protobuf-span-names.ts';
import { readSpans } from '../../test/received-spans.ts';
import { bodyEditor } from './body-editor.ts';
import { cutSpans } from './cut-spans.ts';
import { jsonFormat } from './json-format.ts';
import { protobufFormat } from './protobuf-format.ts';

/** Finished spans of these names, each pair [scope, name] in its instrumentation scope. */
function finishedSpans(names: [scope: string, name: string][]) {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  for (const [scope, name] of names) {
    provider
      .getTracer(scope, '1.0.0')
      .startSpan(name, { attributes: { 'note.text': `é ${name}` } })
      .end();
  }
  return exporter.getFinishedSpans();
}

function readJsonSpanNames(body: Uint8Array): string[] {
  const names: string[] = [];
  JSON.parse(new TextDecoder().decode(body), (key, value) => {
    if (key === 'spans') names.push(...value.map((span: { name: string }) => span.name));
    return value;
  });
  return names;
}

const scopedNames = fc.array(fc.tuple(fc.constantFrom('chat', 'fetch', 'page'), fc.string()), {
  minLength: 1,
  maxLength: 40,
});

describe.each([
  { format: jsonFormat, readNames: readJsonSpanNames },
  { format: protobufFormat, readNames: readProtobufSpanNames },
])('$format.contentType', ({ format, readNames }) => {
  test('filtering keeps exactly the wanted spans, in order', () => {
    fc.assert(
      fc.property(scopedNames, fc.infiniteStream(fc.boolean()), (names, wishes) => {
        const body = format.serialize(finishedSpans(names));
        const all = readNames(body);
        const wanted = all.map(() => wishes.next().value as boolean);
        const filtered = bodyEditor(format.contentType).filter(body, (index) => wanted[index] === true);
        expect(readNames(filtered)).toEqual(all.filter((_, index) => wanted[index]));
      }),
    );
  });

  test('filtering that keeps every span changes nothing', () => {
    const body = format.serialize(
      finishedSpans([
        ['chat', 'a'],
        ['fetch', 'b'],
        ['chat', 'c'],
      ]),
    );
    expect(bodyEditor(format.contentType).filter(body, () => true)).toEqual(body);
  });

  test('marking adds the attribute to each resource, and changes nothing else', () => {
    fc.assert(
      fc.property(scopedNames, (names) => {
        const body = format.serialize(finishedSpans(names));
        const editor = bodyEditor(format.contentType);
        const marked = editor.addResourceAttribute(body, 'chatspan.outbox.possible_repeat');
        const before = readSpans(Buffer.from(body), format.contentType);
        const after = readSpans(Buffer.from(marked), format.contentType);
        expect(before).toMatchObject({ isPossibleRepeat: false, isReadable: true });
        expect(after).toEqual({ ...before, isPossibleRepeat: true });
      }),
    );
  });

  test('a request without a resource can be marked', () => {
    const bare =
      format.contentType === 'application/json'
        ? new TextEncoder().encode('{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"a"}]}]}]}')
        : Uint8Array.of(0x0a, 0x07, 0x12, 0x05, 0x12, 0x03, 0x2a, 0x01, 0x61);
    const marked = bodyEditor(format.contentType).addResourceAttribute(
      bare,
      'chatspan.outbox.possible_repeat',
    );
    expect(readSpans(Buffer.from(marked), format.contentType)).toEqual({
      spans: ['a'],
      isPossibleRepeat: true,
      isReadable: true,
    });
  });

  test('filtering throws for a body that is not a trace request', () => {
    expect(() =>
      bodyEditor(format.contentType).filter(new TextEncoder().encode('not a request'), () => true),
    ).toThrow();
  });

  test('spans are split into bodies that fit', () => {
    const spans = finishedSpans(Array.from({ length: 50 }, (_, index) => ['chat', `span ${index}`]));
    const whole = format.serialize(spans).length;
    const bodies = cutSpans(format, spans, Math.ceil(whole / 4));
    expect(bodies.every(({ body }) => body.length <= Math.ceil(whole / 4))).toBe(true);
    expect(bodies.flatMap(({ body }) => readNames(body))).toEqual(spans.map(({ name }) => name));
    expect(bodies.map((cut) => cut.spans)).toEqual(bodies.map(({ body }) => readNames(body).length));
  });

  test('a single span above the limit is returned as it is', () => {
    const spans = finishedSpans([['chat', 'x'.repeat(500)]]);
    expect(cutSpans(format, spans, 100)).toEqual([{ body: format.serialize(spans), spans: 1 }]);
  });
});

test('a receiver may count rejected spans in a string or in a number', () => {
  const read = (answer: string) => jsonFormat.readAnswer(new TextEncoder().encode(answer));
  expect(read('{"partialSuccess":{"rejectedSpans":"3","errorMessage":"old"}}')).toEqual({
    rejectedSpans: 3,
    detail: 'old',
  });
  expect(read('{"partialSuccess":{"rejectedSpans":3}}')).toEqual({ rejectedSpans: 3, detail: '' });
  expect(read('{}')).toEqual({ rejectedSpans: 0, detail: '' });
});

test('reads the number of rejected spans from a binary response', () => {
  // partial_success (1) { rejected_spans (1) = 3, error_message (2) = "old" }
  const answer = Uint8Array.of(0x0a, 0x07, 0x08, 0x03, 0x12, 0x03, 0x6f, 0x6c, 0x64);
  expect(protobufFormat.readAnswer(answer)).toEqual({ rejectedSpans: 3, detail: 'old' });
});
