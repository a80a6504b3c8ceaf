// Compiled by `tsc`, never run: each `@ts-expect-error` that is not an error fails the type check.

import type { TraceStart } from '../session/chat-session.ts';
import type { Activity } from './activity.ts';
import type { Turn } from './turn.ts';

declare const activity: Activity;
declare const turn: Turn;

activity.end('closed', 0);
turn.interrupted('superseded', 0);

// @ts-expect-error not a reason of the registry
activity.end('closd', 0);
// @ts-expect-error not a reason of the registry
turn.interrupted('supersede', 0);
// @ts-expect-error not a reason of the registry
turn.end({ reason: 'answerd', at: 0 });
// @ts-expect-error not a reason of the registry
export const start: TraceStart = 'ages';
