import { diag } from '@opentelemetry/api';

const PROTOTYPES = [Object.prototype, Array.prototype];

const PROBLEM =
  'A script on this page changes JSON.stringify. Remove it, or import the exporter from "@chatspan/outbox-exporter/protobuf".';

/** `JSON.stringify` is not the standard one on this page. Stored batches are for another page to edit. */
export class PatchedJsonError extends Error {}

let isReported = false;

/**
 * Runs `work` without the page's `toJSON` on arrays and objects. Prototype 1.6 adds one, and `JSON.stringify` then
 * writes arrays as strings: https://stackoverflow.com/questions/710586
 * @throws PatchedJsonError when `JSON.stringify` is still not the standard one. Reports that to OpenTelemetry's `diag` once.
 */
export function withNativeJson<T>(work: () => T): T {
  const removed = PROTOTYPES.flatMap((prototype) => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, 'toJSON');
    return descriptor && Reflect.deleteProperty(prototype, 'toJSON') ? [{ prototype, descriptor }] : [];
  });
  try {
    assertStandardJson();
    return work();
  } finally {
    for (const { prototype, descriptor } of removed) Object.defineProperty(prototype, 'toJSON', descriptor);
  }
}

function assertStandardJson(): void {
  if (JSON.stringify({ list: [1] }) === '{"list":[1]}') return;
  if (!isReported) diag.error(`OutboxTraceExporter: ${PROBLEM}`);
  isReported = true;
  throw new PatchedJsonError(PROBLEM);
}
