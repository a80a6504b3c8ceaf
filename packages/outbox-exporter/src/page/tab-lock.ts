const MAX_WAIT_FOR_TURN_MILLIS = 30_000;

/** Without Web Locks nobody knows which tabs are alive: the owner of a batch this old is taken to be gone. */
export const LEFT_BEHIND_MILLIS = 120_000;

/**
 * What tabs of one origin know of each other, by Web Locks. Each living tab holds a lock named by its id, and the
 * browser releases it when the tab ends, even in a crash. Insecure origins (plain http) and old browsers have no Web
 * Locks.
 */
export class TabLock {
  readonly #locks: LockManager | undefined = globalThis.navigator?.locks;
  readonly #name: string;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** Aborted while this tab is away. */
  #life = new AbortController();
  #held: Promise<void> | undefined;
  #release: (() => void) | undefined;
  #id: string | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** This tab's id. It changes with `rest`, `leave` and `comeBack`. */
  get id(): string {
    this.#id ??= Math.random().toString(36).slice(2);
    return this.#id;
  }

  /** Resolves when other tabs can see that this one is alive. At once without Web Locks, and while it is away. */
  hold(): Promise<void> {
    this.#held ??= new Promise((resolve) => {
      const { signal } = this.#life;
      const holdUntilReleased = () => {
        resolve();
        return new Promise<void>((release) => {
          if (signal.aborted) release();
          else this.#release = release;
        });
      };
      this.#request(`tab/${this.id}`, { signal }, holdUntilReleased).then(resolve);
    });
    return this.#held;
  }

  /**
   * Releases the lock until the next `hold`, while this tab owns nothing: Firefox keeps no page in its back/forward
   * cache that holds a lock, and decides before `pagehide`. The next lock has another name. A suspended tab that waited
   * for this one gets the old lock now, and keeps it as long as it is suspended.
   */
  rest(): void {
    // A lock that is still being requested is kept.
    if (!this.#release) return;
    this.#release();
    this.#release = undefined;
    this.#held = undefined;
    this.#id = undefined;
  }

  /**
   * Releases the lock: a page that holds one cannot enter Chromium's back/forward cache. Other tabs may take over what
   * this tab owns, and what it stores from now on under its next id.
   */
  leave(): void {
    this.#life.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#release?.();
    this.#release = undefined;
    this.#held = Promise.resolve();
    this.#id = undefined;
  }

  /** Takes part again, under another id. */
  comeBack(): void {
    this.#life = new AbortController();
    this.#held = undefined;
    this.#id = undefined;
  }

  /** @returns a function that tells whether the tab that owns a batch is gone. */
  async goneTest(now: number): Promise<(record: { owner: string; time: number }) => boolean> {
    const self = this.id;
    // Rejects for an opaque origin, which is like having no locks.
    const state = await this.#locks?.query().catch(() => undefined);
    const held = state?.held?.map((lock) => lock.name);
    return ({ owner, time }) => {
      if (owner === self) return false;
      return held ? !held.includes(`${this.#name}/tab/${owner}`) : time < now - LEFT_BEHIND_MILLIS;
    };
  }

  /** Calls back when that tab is gone, or is taken to be gone. Not after this tab has left. */
  whenGone(owner: string, callback: () => void): void {
    const { signal } = this.#life;
    if (this.#locks) {
      this.#request(`tab/${owner}`, { signal, mode: 'shared' }, async () => callback());
      return;
    }
    if (signal.aborted) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      callback();
    }, LEFT_BEHIND_MILLIS);
    this.#timers.add(timer);
  }

  /**
   * Runs a task while no other tab runs one. A suspended tab may never release the lock, so after 30 s the task runs
   * anyway. What prevents that a batch is sent twice is its owner, not this lock.
   */
  async inTurn(task: () => Promise<void>): Promise<void> {
    let running: Promise<void> | undefined;
    const start = () => {
      running = task();
      return running;
    };
    // A few browsers have Web Locks but no AbortSignal.timeout: they wait without a limit.
    await this.#request('turn', { signal: AbortSignal.timeout?.(MAX_WAIT_FOR_TURN_MILLIS) }, start);
    await (running ?? task());
  }

  /** Resolves when the callback has ended, or the lock cannot be had. */
  async #request(lock: string, options: LockOptions, callback: () => Promise<unknown>): Promise<void> {
    try {
      await this.#locks?.request(`${this.#name}/${lock}`, options, callback);
    } catch {
      // Aborted, or this origin may not use locks. If the callback failed, its caller sees that.
    }
  }
}
