type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** A wrapped method of the page. */
export interface Tap {
  /** Whether a call still reaches us first. */
  stands(): boolean;
  /** Puts the original back. When others wrapped it after us, we stay in their chain and do nothing. */
  remove(): void;
}

/**
 * Puts `around` before a method of a page's object. `undefined` when there is no such method (yet), `null` when the
 * object does not allow it (frozen, or a getter that gives something else). A proxy keeps name, length, own properties
 * and `new` of the original as they are.
 */
export function tapMethod(
  owner: object,
  name: string,
  around: (original: AnyFunction, self: unknown, args: unknown[]) => unknown,
): Tap | null | undefined {
  const target = owner as Record<string, unknown>;
  const original = target[name];
  if (typeof original !== 'function') return undefined;
  // A getter that makes a function each time may make it call what it is given: ours would then call itself.
  if (target[name] !== original) return null;
  const own = Object.getOwnPropertyDescriptor(owner, name);
  let active = true;
  const tapped = new Proxy(original as AnyFunction, {
    apply: (method, self, args: unknown[]) =>
      active ? around(method, self, args) : Reflect.apply(method, self, args),
  });
  const stands = () => target[name] === tapped;
  const restore = () => (own ? Reflect.set(target, name, original) : Reflect.deleteProperty(owner, name));
  const placed = own
    ? Reflect.set(target, name, tapped)
    : Reflect.defineProperty(owner, name, {
        value: tapped,
        configurable: true,
        writable: true,
        enumerable: isEnumerable(owner, name),
      });
  active = placed && stands();
  if (!active) {
    if (placed) restore();
    return null;
  }
  return {
    stands,
    remove() {
      active = false;
      if (stands()) restore();
    },
  };
}

// An inherited method must not begin to show in `for … in`, nor vanish from it.
function isEnumerable(owner: object, name: string): boolean {
  for (const key in owner) if (key === name) return true;
  return false;
}
