/** What both SDK lines call of an exporter. */
interface Exporter<S> {
  export(spans: S[], done: (result: { code: number; error?: Error }) => void): void;
}

/** Span events whose export has been answered with success; counted from now on. */
export function countAcknowledged<S extends { readonly events: readonly unknown[] }>(
  exporter: Exporter<S>,
): () => number {
  const send = exporter.export.bind(exporter);
  let events = 0;
  exporter.export = (spans, done) =>
    send(spans, (result) => {
      if (result.code === 0) events += spans.flatMap((span) => span.events).length;
      done(result);
    });
  return () => events;
}
