const PROTOTYPES = [Object.prototype, Array.prototype];

/**
 * Runs `work` without the page's `toJSON` on arrays and objects. Prototype 1.6 adds one, and `JSON.stringify` then
 * writes arrays as strings: https://stackoverflow.com/questions/710586
 * @throws when `JSON.stringify` is still not the standard one.
 */
export function withNativeJson<T>(work: () => T): T {
  const removed = PROTOTYPES.flatMap((prototype) => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, 'toJSON');
    return descriptor && Reflect.deleteProperty(prototype, 'toJSON') ? [{ prototype, descriptor }] : [];
  });
  try {
    if (JSON.stringify({ list: [1] }) !== '{"list":[1]}') {
      throw new Error(
        'A script on this page changes JSON.stringify. Remove it, or import the exporter from "@chatspan/outbox-exporter/protobuf".',
      );
    }
    return work();
  } finally {
    for (const { prototype, descriptor } of removed) Object.defineProperty(prototype, 'toJSON', descriptor);
  }
}
