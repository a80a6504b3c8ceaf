import type { ExporterKind } from './chat.ts';
import { EXPORTERS } from './chat.ts';

/** Does something with each exporter at the same time. When one fails the other still goes to its end, and cleans up. */
export async function withEachExporter<T>(run: (exporter: ExporterKind) => Promise<T>): Promise<T[]> {
  const results = await Promise.allSettled(EXPORTERS.map(run));
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
