import type { DeliveryResult } from '../measure/delivery.ts';
import type { HeapResult } from '../measure/heap.ts';
import type { IdleResult } from '../measure/idle.ts';
import type { ProfileResult } from '../measure/profile.ts';
import type { RatioResult } from '../measure/ratio.ts';
import type { SizeResult } from '../measure/size.ts';
import type { TimeResult } from '../measure/time.ts';
import type { WireResult } from '../measure/wire.ts';
import type { Options } from '../options.ts';

/** What each part measures. */
export interface Measured {
  size: SizeResult;
  ratio: RatioResult;
  time: TimeResult;
  wire: WireResult;
  delivery: DeliveryResult;
  heap: HeapResult;
  idle: IdleResult;
  profile: ProfileResult;
}

/** Where and how a part was measured. */
export interface Conditions {
  /** ISO, to the minute. */
  at: string;
  chromium: string;
  node: string;
  cpu: string;
  cores: number;
  /** Processes that wanted to run, on average over the part's last minute, at its start and end. */
  load: { start: number; end: number };
  seconds: number;
  commit: string;
  /** How the part was called. */
  command: string;
  options: Options;
}

/** A part's figures and conditions. */
export type PartResult<Part extends keyof Measured> = { conditions: Conditions; result: Measured[Part] };

/** The last figures of each part that has been measured. */
export type Results = { [Part in keyof Measured]?: PartResult<Part> };
