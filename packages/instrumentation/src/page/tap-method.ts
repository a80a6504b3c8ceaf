import type { MethodSlot, PageFunction } from './method-slot.ts';
import { placeMethod } from './method-slot.ts';

/**
 * Two scripts that each want to be first wrap each other again and again. Each round makes the chain of wrappers
 * longer; past this many the newest one stays as the page has put it. Ours further in still sees its calls.
 */
const MAX_DEPTH = 8;

/**
 * Called in the place of a page's method.
 *
 * @param generation another object each time that the page has put another function in; `undefined` for a call through
 * a function that the page got earlier and has replaced since
 * @param isInnermost whether no other wrapper of ours can be further in
 */
export type Around = (
  original: PageFunction,
  self: unknown,
  args: unknown[],
  generation: object | undefined,
  isInnermost: boolean,
) => unknown;

/** What a wrapped method calls, besides `around`. */
export interface TapHooks {
  /** The page replaces the method so often that further ones stay as they are. */
  onGiveUp?(): void;
  /**
   * A call that `around` knows arrives at a wrapper further in, which another script has wrapped. Returns the arguments
   * to go on with.
   */
  onInner?(self: unknown, args: unknown[]): unknown[];
}

/** A wrapped method of the page. */
export interface Tap {
  /** Whether a call still reaches us first. */
  stands(): boolean;
  /** Takes the outer place again where another wrapper, or another function, has taken it. */
  renew(): void;
  /** Puts the page's function back. Where others hold ours in their chain, it stays there and does nothing. */
  remove(): void;
}

/** Why a method was not wrapped: there is none (yet), or the object does not allow it. */
export type NotTapped = 'missing' | 'refused';

/**
 * Puts `around` before a method of a page's object, also when the page assigns another function later. A call that
 * runs through several of our wrappers, because the page has wrapped one of them, reaches `around` once. A proxy keeps
 * name, length, own properties and `new` of the original as they are.
 */
export function tapMethod(
  owner: object,
  name: string,
  around: Around,
  { onGiveUp = () => {}, onInner = (_self, args) => args }: TapHooks = {},
): Tap | NotTapped {
  const target = owner as Record<string, unknown>;
  if (typeof target[name] !== 'function') return 'missing';
  const wrappers = new WeakMap<PageFunction, PageFunction>();
  const originals = new WeakMap<object, PageFunction>();
  let active = true;
  let current: PageFunction | undefined;
  let innermost: PageFunction | undefined;
  let generation = {};
  let depth = 0;
  let deepest = 0;
  let callsSinceAssigned = 0;
  let assignedUncalled = 0;
  let leftAsItIs: unknown;
  let gaveUpOn: unknown;

  const apply = (original: PageFunction, self: unknown, args: unknown[]): unknown => {
    const isCurrent = original === current;
    const isInChain = depth > 0 && !isCurrent;
    if (!active) return Reflect.apply(original, self, args);
    depth += 1;
    deepest = depth === 1 ? 1 : Math.max(deepest, depth);
    callsSinceAssigned += 1;
    assignedUncalled = 0;
    try {
      if (isInChain) return Reflect.apply(original, self, onInner(self, args));
      return around(original, self, args, isCurrent ? generation : undefined, original === innermost);
    } finally {
      depth -= 1;
    }
  };
  const wrap = (method: PageFunction): PageFunction => {
    if (!active || method === leftAsItIs || originals.has(method)) return method;
    current = method;
    innermost ??= method;
    const known = wrappers.get(method);
    if (known) return known;
    const wrapper = new Proxy(method, { apply });
    wrappers.set(method, wrapper);
    originals.set(wrapper, method);
    return wrapper;
  };
  const hooks = {
    wrap,
    unwrap: (value: unknown) => (typeof value === 'function' && originals.get(value)) || value,
    onAssign() {
      generation = {};
      callsSinceAssigned = 0;
      assignedUncalled += 1;
      leftAsItIs = undefined;
      if (!isFought()) return;
      leftAsItIs = originals.get(target[name] as object);
      onGiveUp();
    },
  };
  const stands = () => originals.has(target[name] as object);
  const isFought = () => deepest >= MAX_DEPTH || assignedUncalled > MAX_DEPTH;
  let slot: MethodSlot | undefined;
  const place = (): boolean => {
    generation = {};
    slot = placeMethod(owner, name, hooks);
    if (stands()) return true;
    // An object may take the property and still give out something else: a proxy does.
    slot?.remove();
    return false;
  };
  if (!place()) return 'refused';
  return {
    stands,
    renew() {
      // What was left as it is and has not been called through us since may be another function altogether.
      if (leftAsItIs && callsSinceAssigned === 0) leftAsItIs = undefined;
      if (leftAsItIs || stands() || typeof target[name] !== 'function') return;
      assignedUncalled += 1;
      if (!isFought()) {
        place();
        return;
      }
      if (gaveUpOn !== target[name]) onGiveUp();
      gaveUpOn = target[name];
    },
    remove() {
      slot?.remove();
      active = false;
      // Another script that has put back what it found, which was ours.
      const left = originals.get(target[name] as object);
      if (left) Reflect.set(owner, name, left);
    },
  };
}
