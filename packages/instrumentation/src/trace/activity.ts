import type { ActivityEndReason } from '@chatspan/semantic-conventions';
import {
  ATTR_SHOPPING_CHAT_ACTIVITY_END_REASON,
  ATTR_SHOPPING_CHAT_ACTIVITY_EVENT_COUNT,
} from '@chatspan/semantic-conventions';
import type { Span } from '@opentelemetry/api';
import type { ChatLimits } from '../public/limits.ts';
import type { ActivityFacts } from './activity-facts.ts';
import { createActivityFacts } from './activity-facts.ts';
import type { OpenSpan } from './open-span.ts';
import { endOf, openSpan } from './open-span.ts';
import type { SpanEnd } from './recorder.ts';

// Longer than the root, which lasts 1 ms: Jaeger takes a child that lasts no longer than its parent, and ends after it,
// for one whose clock is wrong.
const SHORTEST_MILLIS = 2;

/** A stretch of the shopper's activity on one page. */
export interface Activity {
  readonly open: OpenSpan;
  /** What its events come to. */
  readonly facts: ActivityFacts;
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
export function createActivity(span: Span, now: number, limits: ChatLimits, maxProducts: number): Activity {
  const { activityIdleMillis, maxActivityMillis } = limits;
  const open = openSpan(span, now);
  const facts = createActivityFacts(maxProducts);
  const activity: Activity = {
    open,
    facts,
    isMinimized: false,
    due(at) {
      if (activity.isMinimized) return 'minimized';
      const idle = at - open.lastAt;
      // After a clock was set back: better a new activity than one that never ends.
      if (idle >= activityIdleMillis || idle < -activityIdleMillis) return 'idle';
      return at - open.startedAt >= maxActivityMillis ? 'duration_limit' : undefined;
    },
    dueAt: () => Math.min(open.lastAt + activityIdleMillis, open.startedAt + maxActivityMillis),
    end(reason, at) {
      open.bytes += facts.bytes();
      return {
        time: endOf(open, reason === 'idle' ? open.lastAt : at, SHORTEST_MILLIS),
        attributes: {
          [ATTR_SHOPPING_CHAT_ACTIVITY_END_REASON]: reason,
          [ATTR_SHOPPING_CHAT_ACTIVITY_EVENT_COUNT]: open.events,
          ...facts.attributes(),
        },
      };
    },
  };
  return activity;
}
