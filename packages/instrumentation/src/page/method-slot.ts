/** A function of the page. */
export type PageFunction = (this: unknown, ...args: unknown[]) => unknown;

/** What a slot asks its owner. */
export interface SlotHooks {
  /** The function to give out in the place of the page's. */
  wrap(method: PageFunction): PageFunction;
  /** The page's function behind one that was given out; any other value as it is. */
  unwrap(value: unknown): unknown;
  /** The page has put another value in. */
  onAssign(): void;
}

/** A property of the page that gives out wrapped functions, also after the page assigns another one. */
export interface MethodSlot {
  /** Puts the property back as the page has it now. Does nothing where the page has defined it anew. */
  remove(): void;
}

/**
 * Makes `owner[name]` give out what `wrap` makes of the page's function. An accessor, where the property allows one:
 * a vendor's script assigns its method when it has loaded, with no gesture before it that would make us look.
 * `undefined` when the object allows neither that nor an assignment.
 */
export function placeMethod(owner: object, name: string, hooks: SlotHooks): MethodSlot | undefined {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  if (own && !own.configurable) return assignMethod(owner, name, own, hooks);
  const place = own ? ownPlace(owner, own) : inheritedPlace(owner, name);
  const get = function (this: unknown): unknown {
    const value = place.read(this);
    return typeof value === 'function' ? hooks.wrap(value as PageFunction) : value;
  };
  const set = function (this: unknown, value: unknown): void {
    if (this === owner) {
      if (Object.isFrozen(owner)) return;
      place.write?.(hooks.unwrap(value));
      hooks.onAssign();
    } else {
      // An object that inherits from the owner gets its own property, as it would from a data property.
      Reflect.defineProperty(this as object, name, { ...DATA, value });
    }
  };
  const accessor: PropertyDescriptor = { configurable: true, enumerable: place.enumerable, get };
  if (place.write) accessor.set = set;
  if (!Reflect.defineProperty(owner, name, accessor)) return undefined;
  return {
    remove() {
      if (Object.getOwnPropertyDescriptor(owner, name)?.get !== get) return;
      const restored = place.restored();
      if (restored) Reflect.defineProperty(owner, name, restored);
      else Reflect.deleteProperty(owner, name);
    },
  };
}

/** Where the page's value is kept while ours stands in its place. */
interface Place {
  readonly enumerable: boolean;
  read(receiver: unknown): unknown;
  /** Absent where the page could not assign either. */
  readonly write?: ((value: unknown) => void) | undefined;
  /** The property as the page has it now; `undefined` when it has none of its own. */
  restored(): PropertyDescriptor | undefined;
}

const DATA = { writable: true, configurable: true, enumerable: true };

function ownPlace(owner: object, own: PropertyDescriptor): Place {
  const { get, set, enumerable = false } = own;
  if (get || set) {
    const write = set && ((value: unknown) => void Reflect.apply(set, owner, [value]));
    return {
      enumerable,
      read: (receiver) => get && Reflect.apply(get, receiver, []),
      write,
      restored: () => own,
    };
  }
  let { value } = own;
  const write = (assigned: unknown) => {
    value = assigned;
  };
  return {
    enumerable,
    read: () => value,
    write: own.writable ? write : undefined,
    restored: () => ({ ...own, value }),
  };
}

function inheritedPlace(owner: object, name: string): Place {
  let assigned: { readonly value: unknown } | undefined;
  return {
    enumerable: isEnumerable(owner, name),
    read: (receiver) =>
      assigned ? assigned.value : Reflect.get(Object.getPrototypeOf(owner) ?? {}, name, receiver),
    write: (value) => {
      assigned = { value };
    },
    restored: () => assigned && { ...DATA, value: assigned.value },
  };
}

/** A property that cannot be redefined, but assigned: another assignment of the page takes the wrapper away. */
function assignMethod(
  owner: object,
  name: string,
  { value, writable }: PropertyDescriptor,
  hooks: SlotHooks,
): MethodSlot | undefined {
  if (!writable || typeof value !== 'function') return undefined;
  const wrapped = hooks.wrap(value as PageFunction);
  if (!Reflect.set(owner, name, wrapped)) return undefined;
  return {
    remove() {
      if (Reflect.get(owner, name) === wrapped) Reflect.set(owner, name, value);
    },
  };
}

// Keeps the enumerability of inherited methods: `for … in` shows the same keys as before.
function isEnumerable(owner: object, name: string): boolean {
  for (const key in owner) if (key === name) return true;
  return false;
}
