import type { Product } from '../catalogue/product.ts';
import type { Flags } from '../flags.ts';
import type { AssistantMessage } from '../protocol.ts';
import type { Random } from './seeded-random.ts';

/** Middle values in milliseconds; each wait varies around them by up to 30 %. */
export interface Latency {
  /** The model call that decides what to do. */
  readonly planMs: number;
  /** The search in the catalogue. */
  readonly searchMs: number;
  /** The answering model call, until its first chunk. */
  readonly firstChunkMs: number;
  /** Between two chunks. */
  readonly chunkMs: number;
  /** What the flag `slowModel` adds before the first chunk (exact, does not vary). */
  readonly slowModelMs: number;
}

export const DEFAULT_LATENCY: Latency = {
  planMs: 160,
  searchMs: 60,
  firstChunkMs: 280,
  chunkMs: 28,
  slowModelMs: 3_000,
};

/** What one run of the agent needs from outside. */
export interface Run {
  readonly catalogue: readonly Product[];
  readonly flags: Flags;
  readonly latency: Latency;
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Record message text on the model spans. */
  readonly captureContent: boolean;
  readonly historyTokens: number;
  /** Sends one event to the shopper; throws when the answer was stopped. */
  readonly emit: (message: AssistantMessage) => Promise<void>;
}
