interface Answer {
  result: {
    /** A part whose spans were all repetitions is left empty by Jaeger, without the list. */
    resourceSpans: { scopeSpans?: { spans?: { spanId: string }[] }[] }[];
  };
}

/** The ids of all spans that Jaeger shows of a trace, in order; one that it shows twice is there twice. */
export async function readJaegerSpanIds(jaegerUrl: string, traceId: string): Promise<string[]> {
  const response = await fetch(`${jaegerUrl}/api/v3/traces/${traceId}`);
  const text = await response.text();
  if (response.status === 404) return [];
  if (!response.ok) throw new Error(`Jaeger answers ${response.status}: ${text}`);
  const { resourceSpans } = (JSON.parse(text) as Answer).result;
  return resourceSpans
    .flatMap(({ scopeSpans = [] }) => scopeSpans.flatMap(({ spans = [] }) => spans))
    .map(({ spanId }) => spanId)
    .sort();
}
