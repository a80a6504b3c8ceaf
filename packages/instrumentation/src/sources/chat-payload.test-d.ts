// Compiled by `tsc`, never run: each `@ts-expect-error` that is not an error fails the type check.

import type { TriggerClickedPayload, VendorPayload } from '@chatspan/semantic-conventions';
import type { ChatPayload } from '../index.ts';
import { manualSource, trackerSource } from '../index.ts';

declare const typed: TriggerClickedPayload;
declare const any: VendorPayload;
const { emit } = manualSource();

// The vendor's typed payloads are payloads, and so is any other with an action.
emit(typed);
emit(any);
emit({ action: 'opened', of_our_own: 7 });
trackerSource(() => undefined, 'track', { toEvent: () => typed });

// @ts-expect-error without an action it is none
emit({ component: 'PLP_BANNER' });
// @ts-expect-error nor with one that is no text
export const wrong: ChatPayload = { action: 7 };
