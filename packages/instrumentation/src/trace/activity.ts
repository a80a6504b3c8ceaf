import {
  ATTR_SHOPPING_CHAT_ACTIVITY_END_REASON,
  ATTR_SHOPPING_CHAT_ACTIVITY_EVENT_COUNT,
} from '@chatspan/semantic-conventions';
import type { Span } from '@opentelemetry/api';
import type { ChatLimits } from '../public/limits.ts';
import type { OpenSpan } from './open-span.ts';
import { closeSpan, openSpan } from './open-span.ts';
import type { Recorder } from './recorder.ts';

/** Why an activity ended. */
export type ActivityEndReason =
  | 'closed'
  | 'minimized'
  | 'hidden'
  | 'idle'
  | 'event_limit'
  | 'size_limit'
  | 'duration_limit'
  | 'disabled'
  | 'flushed'
  | 'rollover';

/** A stretch of the shopper's activity on one page. */
export interface Activity {
  readonly open: OpenSpan;
  /** The widget was minimized while a turn was open: the activity ends with the turn, unless something happens. */
  minimized: boolean;
  /** Why it should have ended by now, if it should. */
  due(now: number): ActivityEndReason | undefined;
  /** Milliseconds until it may be due. */
  left(now: number): number;
  end(reason: ActivityEndReason, now: number): void;
}

/** An activity on a started span. */
export function createActivity(span: Span, now: number, limits: ChatLimits, recorder: Recorder): Activity {
  const { activityIdleMs, activityDurationMs } = limits;
  const open = openSpan(span, now);
  const activity: Activity = {
    open,
    minimized: false,
    due(at) {
      if (activity.minimized) return 'minimized';
      const idle = at - open.lastAt;
      // A clock that was set back tells nothing: better a new activity than one that never ends.
      if (idle >= activityIdleMs || idle < -activityIdleMs) return 'idle';
      return at - open.startedAt >= activityDurationMs ? 'duration_limit' : undefined;
    },
    left: (at) => Math.min(open.lastAt + activityIdleMs, open.startedAt + activityDurationMs) - at,
    end(reason, at) {
      closeSpan(
        open,
        {
          [ATTR_SHOPPING_CHAT_ACTIVITY_END_REASON]: reason,
          [ATTR_SHOPPING_CHAT_ACTIVITY_EVENT_COUNT]: open.events,
        },
        reason === 'idle' ? open.lastAt : at,
        recorder,
      );
    },
  };
  return activity;
}
