import { wallMillis } from '../page/clock.ts';
import { withLocalStorage } from './local-storage.ts';

/**
 * Notes in localStorage which batches were sent and have no response yet. If the page goes away before it sees the
 * response, the page that takes the batch over knows that the receiver may have it. Written before each request: a page
 * that is left or killed has no time to write it.
 */
export class UnansweredNotes {
  readonly #prefix: string;

  constructor(name: string) {
    this.#prefix = `${name}:sent/`;
  }

  add(id: string): void {
    withLocalStorage((storage) => storage.setItem(this.#prefix + id, `${wallMillis()}`));
  }

  remove(id: string): void {
    withLocalStorage((storage) => storage.removeItem(this.#prefix + id));
  }

  /** Ids of batches that were sent and not answered. */
  ids(): Set<string> {
    return new Set(this.#keys().map((key) => key.slice(this.#prefix.length)));
  }

  /**
   * Removes old notes of batches that are not `stored` any more. A page that ends after it removed a batch and before it
   * removed the note leaves one.
   */
  removeOrphans(stored: Set<string>, maxAgeMillis: number): void {
    withLocalStorage((storage) => {
      for (const id of this.ids()) {
        const key = this.#prefix + id;
        const isRecent = Number(storage.getItem(key)) > wallMillis() - maxAgeMillis;
        if (!stored.has(id) && !isRecent) storage.removeItem(key);
      }
    });
  }

  clear(): void {
    for (const key of this.#keys()) withLocalStorage((storage) => storage.removeItem(key));
  }

  #keys(): string[] {
    const keys = withLocalStorage((storage) => Object.keys(storage)) ?? [];
    return keys.filter((key) => key.startsWith(this.#prefix));
  }
}
