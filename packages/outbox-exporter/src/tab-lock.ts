const WAIT_FOR_TURN_MILLIS = 30_000;

/** Without Web Locks nobody knows which tabs are alive: a batch this old is taken to be left behind. */
export const LEFT_BEHIND_MILLIS = 120_000;

/**
 * What tabs of one origin know of each other, by Web Locks. Each living tab holds a lock named by its id; the browser
 * releases it however the tab ends. Insecure origins (plain http) and old browsers have no Web Locks.
 */
export class TabLock {
  /**
   * Gives the lock back until the next `hold`, for while this tab owns nothing: Firefox keeps no page in its back/forward
   * cache that holds one, and decides before `pagehide`. The next lock has another name, because a tab that waited for
   * this one (`whenGone`) gets it now, and keeps it while it is suspended. Undefined while no lock is held.
   */
  rest: (() => void) | undefined;
  readonly #locks: LockManager | undefined = globalThis.navigator?.locks;
  readonly #name: string;
  #life = new AbortController();
  #held: Promise<void> | undefined;
  #id = '';

  constructor(name: string) {
    this.#name = name;
  }

  /** This tab's id; another one after `rest`, `leave` and `comeBack`. */
  get id(): string {
    this.#id ||= Math.random().toString(36);
    return this.#id;
  }

  /** Resolves when other tabs can see that this one is alive; at once where they never can, or while it is away. */
  hold(): Promise<void> {
    this.#held ??= new Promise((resolve) => {
      const { signal } = this.#life;
      const untilAway = () => {
        resolve();
        return new Promise((away) => {
          this.rest = signal.onabort = () => {
            this.rest = this.#held = undefined;
            this.#id = '';
            away(0);
          };
        });
      };
      this.#request(`tab/${this.id}`, { signal }, untilAway).then(resolve);
    });
    return this.#held;
  }

  /**
   * Gives the lock back: a page that holds one cannot enter the back/forward cache (Chromium). What this tab owns is
   * now anybody's, and what it stores from now on, under a new id, is so from the start.
   */
  leave(): void {
    this.#life.abort();
    this.#held = Promise.resolve();
    this.#id = '';
  }

  /** Back again, as another tab. */
  comeBack(): void {
    this.#life = new AbortController();
    this.#held = undefined;
    this.#id = '';
  }

  /** @returns a test for "the tab that owned this is gone". */
  async goneTest(now: number): Promise<(record: { owner: string; time: number }) => boolean> {
    const self = this.id;
    // Rejects for an opaque origin: as if there were no locks.
    const state = await this.#locks?.query().catch(() => undefined);
    const held = state?.held?.map((lock) => lock.name);
    return ({ owner, time }) =>
      owner !== self &&
      (held ? !held.includes(`${this.#name}/tab/${owner}`) : time < now - LEFT_BEHIND_MILLIS);
  }

  /** Calls back when that tab is gone, or without Web Locks when it may be taken to be; with locks not if this one goes first. */
  whenGone(owner: string, callback: () => void): void {
    const { signal } = this.#life;
    if (this.#locks) this.#request(`tab/${owner}`, { signal, mode: 'shared' }, async () => callback());
    else setTimeout(callback, LEFT_BEHIND_MILLIS);
  }

  /**
   * Runs a task while no other tab runs one. A tab that the system has suspended may hold its turn for ever, so after
   * 30 s the task runs anyway: ownership of batches, not this lock, is what prevents double sending.
   */
  async inTurn(task: () => Promise<void>): Promise<void> {
    let running: Promise<void> | undefined;
    const start = () => {
      running = task();
      return running;
    };
    // Older than AbortSignal.timeout are a few browsers with Web Locks: these wait without a limit.
    await this.#request('turn', { signal: AbortSignal.timeout?.(WAIT_FOR_TURN_MILLIS) }, start);
    await (running ?? task());
  }

  /** Resolves when the callback has ended, and when the lock cannot be had. */
  async #request(lock: string, options: LockOptions, callback: () => Promise<unknown>): Promise<void> {
    try {
      await this.#locks?.request(`${this.#name}/${lock}`, options, callback);
    } catch {
      // Waited too long, this origin may not use locks, or the callback failed, which is for its caller to see.
    }
  }
}
