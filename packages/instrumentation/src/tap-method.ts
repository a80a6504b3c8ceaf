type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** A wrapped method of the page. */
export interface Tap {
  /** Whether a call still reaches us first. */
  stands(): boolean;
  /** Puts the original back. When others wrapped it after us, we stay in their chain and do nothing. */
  remove(): void;
}

/**
 * Puts `around` before a method of a page's object; nothing when the object does not allow it (frozen, no such
 * method). A proxy keeps name, length, own properties, `new` and `toString` of the original as they are.
 */
export function tapMethod(
  owner: object,
  name: string,
  around: (original: AnyFunction, self: unknown, args: unknown[]) => unknown,
): Tap | undefined {
  const target = owner as Record<string, unknown>;
  const original = target[name];
  if (typeof original !== 'function') return undefined;
  const own = Object.getOwnPropertyDescriptor(owner, name);
  let active = true;
  const tapped = new Proxy(original as AnyFunction, {
    apply: (method, self, args: unknown[]) =>
      active ? around(method, self, args) : Reflect.apply(method, self, args),
  });
  const stands = () => target[name] === tapped;
  const placed = own
    ? Reflect.set(target, name, tapped)
    : Reflect.defineProperty(owner, name, {
        value: tapped,
        configurable: true,
        writable: true,
        enumerable: isEnumerable(owner, name),
      });
  if (!placed || !stands()) return undefined;
  return {
    stands,
    remove() {
      active = false;
      if (!stands()) return;
      if (own) Reflect.set(target, name, original);
      else Reflect.deleteProperty(owner, name);
    },
  };
}

// An inherited method must not begin to show in `for … in`, nor vanish from it.
function isEnumerable(owner: object, name: string): boolean {
  for (let holder = Object.getPrototypeOf(owner); holder; holder = Object.getPrototypeOf(holder)) {
    const inherited = Object.getOwnPropertyDescriptor(holder, name);
    if (inherited) return inherited.enumerable === true;
  }
  return false;
}
