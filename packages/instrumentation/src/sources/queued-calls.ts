import { attempt } from '../guard/guard.ts';
import { isObject } from './replays.ts';

// A stub's queue is an array on the stub or on its method, a few levels down. Bounds for pages that keep more there.
const MAX_LEVELS = 4;
const MAX_VALUES = 2_000;

/**
 * Objects in the arrays that a vendor's stub keeps, such as `stub.q` or `stub._.queue`: calls from before we listened.
 * A queue that is hidden in a closure is not found.
 */
export function queuedObjects(stub: object, method: string): Set<object> {
  const found = new Set<object>();
  const visited = new Set<unknown>();
  const visit = (value: unknown, level: number, isQueued: boolean): void => {
    if (level > MAX_LEVELS || visited.size >= MAX_VALUES || visited.has(value)) return;
    const isQueue = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Arguments]';
    if (!isQueue && !isPlain(value)) return;
    visited.add(value);
    if (isQueued && !isQueue) found.add(value as object);
    for (const item of ownValues(value as object)) visit(item, level + 1, isQueued || isQueue);
  };
  for (const item of ownValues(stub)) visit(item, 0, false);
  const own = attempt(() => Object.getOwnPropertyDescriptor(stub, method)?.value);
  if (typeof own === 'function') for (const item of ownValues(own)) visit(item, 0, false);
  return found;
}

/** Values of own data properties: a getter is the page's code. */
function ownValues(value: object): unknown[] {
  const descriptors = attempt(() => Object.values(Object.getOwnPropertyDescriptors(value))) ?? [];
  return descriptors.map((descriptor) => descriptor.value);
}

function isPlain(value: unknown): boolean {
  if (!isObject(value)) return false;
  const prototype: unknown = attempt(() => Object.getPrototypeOf(value));
  // By its place in the chain and not by its identity: the object may come from a frame.
  return prototype === null || (isObject(prototype) && Object.getPrototypeOf(prototype) === null);
}
