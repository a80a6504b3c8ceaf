/** Processor time that a Collector has used so far, by its own account: `otelcol_process_cpu_seconds`. */
export async function processorSeconds(metricsUrl: string): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  const value = /^otelcol_process_cpu_seconds(?:{.*})? ([\d.e+-]+)$/m.exec(text)?.[1];
  if (value === undefined) throw new Error(`No otelcol_process_cpu_seconds at ${metricsUrl}`);
  return Number(value);
}
