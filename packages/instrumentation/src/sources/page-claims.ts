// Shared by every copy of this package on a page; the number changes with the shape of what is kept there.
const CLAIMS = Symbol.for('@chatspan/instrumentation/claims/1');

interface Claimant {
  /** One object for each instrumentation. */
  readonly holder: object;
  readonly onHeld: () => void;
}

type Claims = Map<object, Map<string, Claimant[]>>;

/** What one source of one instrumentation claims. */
export interface Claim {
  /** Whether this instrumentation may listen there. */
  isHeld(): boolean;
  /** Gives it up. The next instrumentation that waits for it is told. */
  release(): void;
}

/**
 * Claims a place where events can be seen, for one instrumentation on the page: hot reload, React's strict mode or a
 * tag manager beside a bundle start a second one, which would record everything twice.
 *
 * @param owner the object that has the method or gives the events
 * @param name the method's or event's name
 * @param holder stands for the instrumentation; its own sources may share a place
 * @param onHeld called when an instrumentation that had the place has given it up
 */
export function claimPlace(owner: object, name: string, holder: object, onHeld: () => void): Claim {
  const claimant: Claimant = { holder, onHeld };
  const claims = pageClaims() ?? putClaims();
  const places = claims.get(owner) ?? new Map<string, Claimant[]>();
  claims.set(owner, places);
  const waiting = places.get(name) ?? [];
  places.set(name, waiting);
  waiting.push(claimant);
  const isHeld = () => waiting[0]?.holder === holder && waiting.includes(claimant);
  return {
    isHeld,
    release() {
      const before = waiting[0]?.holder;
      const index = waiting.indexOf(claimant);
      if (index < 0) return;
      waiting.splice(index, 1);
      if (waiting.length === 0) places.delete(name);
      if (places.size === 0) claims.delete(owner);
      if (claims.size === 0) Reflect.deleteProperty(globalThis, CLAIMS);
      const next = waiting[0]?.holder;
      if (next === before) return;
      for (const other of [...waiting]) if (other.holder === next) other.onHeld();
    },
  };
}

/** Whether every place that this instrumentation asked for belongs to another one. */
export function isSecondInstance(holder: object): boolean {
  const asked = [...(pageClaims()?.values() ?? [])]
    .flatMap((places) => [...places.values()])
    .filter((waiting) => waiting.some((claimant) => claimant.holder === holder));
  return asked.length > 0 && asked.every((waiting) => waiting[0]?.holder !== holder);
}

function pageClaims(): Claims | undefined {
  return (globalThis as { [CLAIMS]?: Claims })[CLAIMS];
}

function putClaims(): Claims {
  const claims: Claims = new Map();
  Reflect.defineProperty(globalThis, CLAIMS, { value: claims, configurable: true });
  return claims;
}
