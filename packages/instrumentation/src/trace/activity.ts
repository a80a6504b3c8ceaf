import type { ActivityEndReason } from '@chatspan/semantic-conventions';
import {
  ATTR_SHOPPING_CHAT_ACTIVITY_END_REASON,
  ATTR_SHOPPING_CHAT_ACTIVITY_EVENT_COUNT,
} from '@chatspan/semantic-conventions';
import type { Span } from '@opentelemetry/api';
import type { ChatLimits } from '../public/limits.ts';
import type { OpenSpan } from './open-span.ts';
import { openSpan } from './open-span.ts';
import type { SpanEnd } from './recorder.ts';

/** A stretch of the shopper's activity on one page. */
export interface Activity {
  readonly open: OpenSpan;
  /** The widget was minimized while a turn was open: the activity ends with the turn, unless something happens. */
  isMinimized: boolean;
  /** Why it should have ended by now, if it should. */
  due(now: number): ActivityEndReason | undefined;
  /** When it is due if nothing happens; epoch milliseconds. */
  dueAt(): number;
  /** How its span ends. */
  end(reason: ActivityEndReason, now: number): SpanEnd;
}

/** An activity on a started span. */
export function createActivity(span: Span, now: number, limits: ChatLimits): Activity {
  const { activityIdleMillis, maxActivityMillis } = limits;
  const open = openSpan(span, now);
  const activity: Activity = {
    open,
    isMinimized: false,
    due(at) {
      if (activity.isMinimized) return 'minimized';
      const idle = at - open.lastAt;
      // After a clock was set back: better a new activity than one that never ends.
      if (idle >= activityIdleMillis || idle < -activityIdleMillis) return 'idle';
      return at - open.startedAt >= maxActivityMillis ? 'duration_limit' : undefined;
    },
    dueAt: () => Math.min(open.lastAt + activityIdleMillis, open.startedAt + maxActivityMillis),
    end: (reason, at) => ({
      time: reason === 'idle' ? open.lastAt : Math.max(open.lastAt, at),
      attributes: {
        [ATTR_SHOPPING_CHAT_ACTIVITY_END_REASON]: reason,
        [ATTR_SHOPPING_CHAT_ACTIVITY_EVENT_COUNT]: open.events,
      },
    }),
  };
  return activity;
}
