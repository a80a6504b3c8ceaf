type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** A wrapped method of the page. */
export interface WrappedMethod {
  /** Whether a call still reaches us first. */
  isOutermost(): boolean;
  /** Puts the original back. When others wrapped it after us, we stay in their chain and do nothing. */
  remove(): void;
}

/** Why a method was not wrapped: there is none (yet), or the object does not allow it. */
export type NotWrapped = 'missing' | 'refused';

/**
 * Calls `around` in place of a method of a page's object. An object refuses when it is frozen, or when a getter returns
 * something else each time. The wrapper is a proxy, which keeps name, length, own properties and `new` of the original.
 */
export function wrapMethod(
  owner: object,
  name: string,
  around: (original: AnyFunction, self: unknown, args: unknown[]) => unknown,
): WrappedMethod | NotWrapped {
  const target = owner as Record<string, unknown>;
  const original = target[name];
  if (typeof original !== 'function') return 'missing';
  // A getter that makes a function each time may make it call what was assigned: ours would then call itself.
  if (target[name] !== original) return 'refused';
  const own = Object.getOwnPropertyDescriptor(owner, name);
  let isActive = true;
  const wrapper = new Proxy(original as AnyFunction, {
    apply: (method, self, args: unknown[]) =>
      isActive ? around(method, self, args) : Reflect.apply(method, self, args),
  });
  const isOutermost = () => target[name] === wrapper;
  const restore = () => (own ? Reflect.set(target, name, original) : Reflect.deleteProperty(owner, name));
  const placed = own
    ? Reflect.set(target, name, wrapper)
    : Reflect.defineProperty(owner, name, {
        value: wrapper,
        configurable: true,
        writable: true,
        enumerable: isEnumerable(owner, name),
      });
  isActive = placed && isOutermost();
  if (!isActive) {
    if (placed) restore();
    return 'refused';
  }
  return {
    isOutermost,
    remove() {
      isActive = false;
      if (isOutermost()) restore();
    },
  };
}

// Keeps the enumerability of inherited methods: `for … in` shows the same keys as before.
function isEnumerable(owner: object, name: string): boolean {
  for (const key in owner) if (key === name) return true;
  return false;
}
