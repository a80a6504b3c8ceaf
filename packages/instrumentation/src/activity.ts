import {
  ATTR_SHOPPING_CHAT_ACTIVITY_END_REASON,
  ATTR_SHOPPING_CHAT_ACTIVITY_EVENT_COUNT,
} from '@chatspan/semantic-conventions';
import type { Span } from '@opentelemetry/api';
import type { ChatLimits } from './limits.ts';
import type { OpenSpan } from './open-span.ts';
import { closeSpan, openSpan } from './open-span.ts';

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
  | 'rollover';

/** A stretch of the shopper's activity on one page. */
export interface Activity {
  readonly open: OpenSpan;
  /** The widget was minimized while a turn was open: the activity ends with the turn, unless something happens. */
  minimized: boolean;
  /** Why it should have ended by now, if it should. */
  due(now: number): 'idle' | 'duration_limit' | undefined;
  /** Calls `check` when it is next due, instead of any time asked for before. */
  wait(now: number, check: () => void): void;
  end(reason: ActivityEndReason, now: number): void;
}

/** An activity on a started span. */
export function createActivity(span: Span, now: number, limits: ChatLimits): Activity {
  const { activityIdleMs, activityDurationMs } = limits;
  const open = openSpan(span, now);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    open,
    minimized: false,
    due(at) {
      const idle = at - open.lastAt;
      // A clock that was set back tells nothing: better a new activity than one that never ends.
      if (idle >= activityIdleMs || idle < -activityIdleMs) return 'idle';
      return at - open.startedAt >= activityDurationMs ? 'duration_limit' : undefined;
    },
    wait(at, check) {
      clearTimeout(timer);
      const left = Math.min(open.lastAt + activityIdleMs, open.startedAt + activityDurationMs) - at;
      timer = setTimeout(check, Math.max(0, left));
    },
    end(reason, at) {
      clearTimeout(timer);
      closeSpan(
        open,
        {
          [ATTR_SHOPPING_CHAT_ACTIVITY_END_REASON]: reason,
          [ATTR_SHOPPING_CHAT_ACTIVITY_EVENT_COUNT]: open.events,
        },
        reason === 'idle' ? open.lastAt : at,
      );
    },
  };
}
