/** The names of the spans in a binary ExportTraceServiceRequest, read independently of the code under test. */
export function readProtobufSpanNames(request: Uint8Array): string[] {
  return fields(request, 1)
    .flatMap((resourceSpans) => fields(resourceSpans, 2))
    .flatMap((scopeSpans) => fields(scopeSpans, 2))
    .map((span) => new TextDecoder().decode(fields(span, 5)[0]));
}

/** The contents of all length-delimited fields of a message that have this number. */
export function fields(message: Uint8Array, wanted: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++];
      if (byte === undefined) throw new Error(`message ends within a number at byte ${at}`);
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const wireType = tag % 8;
    if (wireType === 0) {
      varint();
    } else if (wireType === 1 || wireType === 5) {
      at += wireType === 1 ? 8 : 4;
    } else if (wireType === 2) {
      const end = varint() + at;
      if (Math.floor(tag / 8) === wanted) found.push(message.subarray(at, end));
      at = end;
    } else {
      throw new Error(`unknown wire type ${wireType} before byte ${at}`);
    }
  }
  return found;
}
