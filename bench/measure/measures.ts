import type { Part } from '../options.ts';
import type { Measured } from '../results/results.ts';
import { measureDelivery } from './delivery.ts';
import { measureHeap } from './heap.ts';
import { measureIdle } from './idle.ts';
import { measureProfile } from './profile.ts';
import { measureRatio } from './ratio.ts';
import type { Setting } from './setting.ts';
import { measureSize } from './size.ts';
import { measureTime } from './time.ts';
import { measureWire } from './wire.ts';

/** How each part is measured. */
export const MEASURES: { [P in Part]: (setting: Setting) => Promise<Measured[P]> } = {
  size: measureSize,
  ratio: measureRatio,
  time: measureTime,
  wire: measureWire,
  delivery: measureDelivery,
  heap: measureHeap,
  idle: measureIdle,
  profile: measureProfile,
};
